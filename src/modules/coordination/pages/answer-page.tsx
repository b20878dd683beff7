import { formatMoment } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import type { Reason } from '#modules/regions/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { AnswerFields } from './answer-fields.tsx'
import { paths } from './paths.ts'
import { type AboutRequest, RequestForm } from './request-form.tsx'

type Props = AboutRequest & {
  answerBy: Date
  /** It was assigned: a yes is enough. */
  assigned: boolean
  /** Others are asked by itself after this one: what it says is followed at once. */
  atOnce: boolean
  reasons: readonly Reason[]
  now: Date
}

/** One organisation's answer: what goes with an answer stands below it, so that the page works without a script. */
export function AnswerPage({ answerBy, assigned, atOnce, reasons, now, ...about }: Props) {
  return (
    <RequestForm
      {...about}
      title="Antwoorden"
      heading={assigned ? 'Kunt u deze zorgvraag bevestigen?' : 'Kan uw organisatie deze zorg geven?'}
      lead={
        <>
          Antwoord uiterlijk {formatMoment(answerBy, now)}.{' '}
          {atOnce
            ? 'Zegt u ja, dan heeft u hem. Kunt u niet, zeg het dan meteen: dan gaat de zorgvraag verder.'
            : 'Tot dan kunt u uw antwoord nog wijzigen.'}
          {assigned && ' De zorgvraag is aan uw organisatie toegewezen. Zegt u ja, dan heeft u hem.'}
        </>
      }
      action={paths.answer(about.id) + about.query}
      go="Geef antwoord"
    >
      <AnswerFields
        legend="Uw antwoord"
        wanted={dayparts}
        reasons={reasons}
        fields={fieldsOf(about.values, about.errors)}
      />
    </RequestForm>
  )
}
