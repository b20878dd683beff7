import type { FastifyInstance } from 'fastify'
import { EmptyState, Heading, Pagination, Screen, Text, Timeline } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { capital, inSentence } from '#kernel/sentence.ts'
import { OrganizationTabs, ownOrganization } from '#modules/organizations/index.ts'
import { type FactChange, listFactChanges } from '../changes.ts'
import { changedFieldText, changedObjectText, changeText } from '../text.nl.ts'
import { paths } from './paths.ts'

/** Who changed what of an organisation, and when: what other systems read of it follows from this. */
export function changesPage(app: FastifyInstance): void {
  app.get(paths.changes, { config: { who: 'organization.administer' } }, async (request, reply) => {
    const { voor } = request.query as Record<string, unknown>
    const before = typeof voor === 'string' && /^\d{1,18}$/.test(voor) ? voor : undefined
    const found = await listFactChanges(request.scope, ownOrganization(request), before)
    return reply.page(200, <ChangesPage {...found} now={request.scope.now()} isFirst={before === undefined} />)
  })
}

type Props = { changes: readonly FactChange[]; more: boolean; now: Date; isFirst: boolean }

function ChangesPage({ changes, more, now, isFirst }: Props) {
  const last = changes.at(-1)
  return (
    <Screen
      title="Wijzigingen"
      width="wide"
      density="professional"
      script
      tabs={<OrganizationTabs current={paths.changes} />}
    >
      <Heading level={1}>Wijzigingen</Heading>
      <Text>Wie wat veranderde aan de gegevens van uw organisatie, haar teams, locaties en contactpersonen.</Text>
      {changes.length === 0 ? (
        <EmptyState title="Er is nog niets gewijzigd" icon="calendar-event">
          Zodra iemand iets wijzigt, staat het hier.
        </EmptyState>
      ) : (
        <Timeline
          items={changes.map((change) => ({
            key: change.id,
            at: formatMoment(change.at, now),
            dateTime: change.at.toISOString(),
            title: `${whatWords(change)} ${changeText[change.action]}`,
            children: (
              <>
                {change.action === 'U' && <Text>{fieldWords(change.fields)}</Text>}
                <Text kind="soft">{whoWords(change)}</Text>
              </>
            ),
          }))}
        />
      )}
      {(more || !isFirst) && (
        <Pagination
          label="Wijzigingen"
          previous={isFirst ? undefined : paths.changes}
          next={more && last ? `${paths.changes}?voor=${last.id}` : undefined}
        />
      )}
    </Screen>
  )
}

/** A team that calls itself one is not called so twice. */
function whatWords({ objectType, name }: FactChange): string {
  const what = changedObjectText[objectType]
  return name.startsWith(`${what} `) ? name : `${what} ${name}`.trim()
}

function fieldWords(fields: readonly string[]): string {
  return capital(inSentence(fields.map((field) => changedFieldText[field] ?? field)))
}

function whoWords({ by, byOrganization }: FactChange): string {
  if (by) return byOrganization ? `${by}, ${byOrganization}` : by
  return byOrganization ?? 'Bij het begin, of door Wijkpoort zelf'
}
