import { DateField } from '#design/index.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { paths } from './paths.ts'
import { type AboutRequest, RequestForm } from './request-form.tsx'

type Props = AboutRequest & {
  today: LocalDate
  /** Only this part of a divided request. */
  part?: { id: string; words: string }
}

/** Confirms that care has begun: the end of the waiting that the requester sees. */
export function StartPage({ today, part, ...about }: Props) {
  const { date } = fieldsOf(about.values ?? startedOn(today), about.errors)
  return (
    <RequestForm
      {...about}
      title={part ? `Zorg is gestart: ${part.words.toLowerCase()}` : 'Zorg is gestart'}
      lead={
        part
          ? 'De aanvrager ziet dat dit deel is begonnen. De zorgvraag is gestart als alle delen zijn begonnen.'
          : 'De aanvrager ziet dat de zorg is begonnen. Na enkele weken sluit de zorgvraag vanzelf.'
      }
      action={(part ? paths.startPart(about.id, part.id) : paths.start(about.id)) + about.query}
      go="Bevestig de start"
      leave="Nog niet gestart"
    >
      <DateField legend="Op welke dag is de zorg begonnen?" hint="Bijvoorbeeld 23 11 2026" {...date('gestart')} />
    </RequestForm>
  )
}

function startedOn(date: LocalDate) {
  const [year = '', month = '', day = ''] = date.split('-')
  return { 'gestart-day': String(Number(day)), 'gestart-month': String(Number(month)), 'gestart-year': year }
}
