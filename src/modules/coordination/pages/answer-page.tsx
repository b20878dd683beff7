import {
  Actions,
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  optionsOf,
  PostForm,
  Radios,
  Screen,
  Select,
  Text,
  TextArea,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { daypartText } from '#kernel/text.nl.ts'
import type { Reason } from '#modules/regions/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { answers } from '../rules/inquiry.ts'
import { answerText } from '../text.nl.ts'
import { paths } from './paths.ts'

type Props = {
  id: string
  number: string
  answerBy: Date
  /** It was assigned: a yes is enough. */
  assigned: boolean
  reasons: readonly Reason[]
  now: Date
  query: string
  values?: FormValues
  errors?: FieldErrors
}

/** One organisation's answer: what goes with an answer stands below it, so that the page works without a script. */
export function AnswerPage({ id, number, answerBy, assigned, reasons, now, query, values = {}, errors = {} }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  const part = (name: string) => one(`datum-${name}`).value
  return (
    <Screen
      title="Antwoorden"
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={formatRequestNumber(number)}>
        {assigned ? 'Kunt u deze zorgvraag bevestigen?' : 'Kan uw organisatie deze zorg geven?'}
      </Heading>
      <Text>
        Antwoord uiterlijk {formatMoment(answerBy, now)}. Tot dan kunt u uw antwoord nog wijzigen.
        {assigned && ' De zorgvraag is aan uw organisatie toegewezen. Zegt u ja, dan heeft u hem.'}
      </Text>
      <PostForm action={paths.answer(id) + query}>
        <Radios
          legend="Uw antwoord"
          options={answers.map((value) => ({ value, label: answerText[value].choice }))}
          {...one('antwoord')}
        />
        <DateField
          name="datum"
          legend="Vanaf welke dag?"
          hint="Alleen bij een andere dag."
          value={{ day: part('day'), month: part('month'), year: part('year') }}
          error={errors.datum}
        />
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
        <Actions>
          <Button>Geef antwoord</Button>
          <Link href={paths.request(id) + query}>Toch niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}
