import { Checkboxes, DateField, optionsOf, Radios, Select, TextArea } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { daypartText } from '#kernel/text.nl.ts'
import type { Reason } from '#modules/regions/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { answers } from '../rules/inquiry.ts'
import { answerText } from '../text.nl.ts'
import { paths } from './paths.ts'
import { type AboutRequest, RequestForm } from './request-form.tsx'

type Props = AboutRequest & {
  answerBy: Date
  /** It was assigned: a yes is enough. */
  assigned: boolean
  reasons: readonly Reason[]
  now: Date
}

/** One organisation's answer: what goes with an answer stands below it, so that the page works without a script. */
export function AnswerPage({ answerBy, assigned, reasons, now, ...about }: Props) {
  const { one, many, date } = fieldsOf(about.values, about.errors)
  return (
    <RequestForm
      {...about}
      title="Antwoorden"
      heading={assigned ? 'Kunt u deze zorgvraag bevestigen?' : 'Kan uw organisatie deze zorg geven?'}
      lead={
        <>
          Antwoord uiterlijk {formatMoment(answerBy, now)}. Tot dan kunt u uw antwoord nog wijzigen.
          {assigned && ' De zorgvraag is aan uw organisatie toegewezen. Zegt u ja, dan heeft u hem.'}
        </>
      }
      action={paths.answer(about.id) + about.query}
      go="Geef antwoord"
    >
      <Radios
        legend="Uw antwoord"
        options={answers.map((value) => ({ value, label: answerText[value].choice }))}
        {...one('antwoord')}
      />
      <DateField legend="Vanaf welke dag?" hint="Alleen bij een andere dag." {...date('datum')} />
      <Checkboxes
        legend="Welke dagdelen?"
        hint="Alleen als u een deel kunt."
        options={optionsOf(dayparts, daypartText)}
        inline
        {...many('dagdelen')}
      />
      <Select
        label="Waarom niet?"
        hint="Alleen bij nee."
        placeholder="Kies een reden"
        options={reasons.map(({ code, label }) => ({ value: code, label }))}
        {...one('reden')}
      />
      <TextArea
        label="Toelichting of vraag"
        hint="Wie aan zet is leest dit. Noem geen namen, adressen of telefoonnummers."
        optional
        rows={3}
        maxLength={500}
        {...one('toelichting')}
      />
    </RequestForm>
  )
}
