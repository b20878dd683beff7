import { Link, Stack, SummaryList } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import { type FoundAtDesk, stateText } from '#modules/requests/index.ts'
import { paths } from '../paths.ts'

/** Where each stands and whom the caller can ring; never who it is about. */
export function FoundList({ found, now }: { found: readonly FoundAtDesk[]; now: Date }) {
  return (
    <Stack>
      {found.map(({ id, number, state, submittedAt, actBy, holderName, holderPhone, mine }) => (
        <SummaryList
          key={id}
          rows={[
            {
              label: 'Zorgvraag',
              value: mine ? (
                <Link href={paths.request(id)}>{formatRequestNumber(number)}</Link>
              ) : (
                formatRequestNumber(number)
              ),
            },
            { label: 'Stand', value: `${capital(stateText[state])}, ingediend ${formatMoment(submittedAt, now)}` },
            {
              label: 'Wie is aan zet',
              value: (
                <>
                  {holderName ?? 'Het loket'}
                  {holderPhone && (
                    <>
                      , <Link href={`tel:${holderPhone}`}>{formatPhone(holderPhone)}</Link>
                    </>
                  )}
                </>
              ),
            },
            { label: 'Antwoord uiterlijk', value: actBy ? formatMoment(actBy, now) : 'Geen termijn meer' },
          ]}
        />
      ))}
    </Stack>
  )
}
