import type { FastifyInstance } from 'fastify'
import { DataTable, EmptyState, Heading, Screen, StatusTag } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { auditing } from '#modules/audit/index.ts'
import { ladderStepText, RegionTabs } from '#modules/regions/index.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import { careWords, type RequestCard, selectCards } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { paths } from './paths.ts'

/** What is stuck: requests that moved up because nobody acted in time, or whose time is over now. */
export function escalatedPage(app: FastifyInstance): void {
  app.get(regionPaths.escalated, { config: { who: 'requests.oversee' } }, async (request, reply) => {
    const { requests } = await findStuck(request.scope)
    return reply.page(200, <EscalatedPage requests={requests} now={request.scope.now()} />)
  })
}

type Stuck = Awaited<ReturnType<typeof findStuck>>['requests']

const shownAtMost = 200

function findStuck(scope: Scope) {
  return read(scope, {
    requests: selectCards()
      .leftJoin('organizations.coordinating_team as team', 'team.id', 'r.holder_coordinating_team_id')
      .leftJoin('organizations.organization as taker', 'taker.id', 'r.holder_organization_id')
      .select((eb) => [
        'r.act_by as actBy',
        'r.escalation_level as level',
        'r.escalation_step as step',
        eb.fn.coalesce('team.name', 'taker.name').as('holder'),
        eb.fn.coalesce('team.phone', 'taker.phone').as('phone'),
      ])
      .where('r.region_id', '=', scope.actor.regionId)
      .where('r.state', 'in', ['submitted', 'triage', 'listed', 'offered', 'proposed', 'assigned'])
      .where((eb) => eb.or([eb('r.escalation_level', '>', 0), eb('r.act_by', '<', scope.now())]))
      .orderBy('r.act_by')
      .orderBy('r.id')
      .limit(shownAtMost),
    audit: auditing(scope, {
      event: 'request.list-escalated',
      action: 'R',
      objectType: 'request',
      fields: ['escalated', 'overdue'],
      legalBasis: 'oversight',
      rule: 'requests.oversee',
    }),
  })
}

/** The step by its name; what moved up before steps had names, by its number. */
function stepLabel(step: string | null, level: number): string {
  const known = (ladderStepText as Record<string, string | undefined>)[step ?? '']
  return known ? `opgeschaald: ${known}` : `opgeschaald, stap ${level}`
}

function EscalatedPage({ requests, now }: { requests: Stuck; now: Date }) {
  return (
    <Screen
      title="Opgeschaald"
      width="wide"
      density="professional"
      script
      tabs={<RegionTabs current={regionPaths.escalated} />}
    >
      <Heading level={1}>Opgeschaald of over tijd</Heading>
      <DataTable
        caption="Wie het langst wacht, staat bovenaan"
        columns={[
          { key: 'number', label: 'Zorgvraag' },
          { key: 'care', label: 'Zorg' },
          { key: 'pc4', label: 'Postcode' },
          { key: 'holder', label: 'Wie is aan zet' },
          { key: 'phone', label: 'Telefoon' },
          { key: 'actBy', label: 'Actie vóór' },
        ]}
        rows={requests.map((request) => ({
          key: request.id,
          href: paths.request(request.id),
          mark: request.actBy && request.actBy < now ? 'urgent' : 'attention',
          cells: {
            number: formatRequestNumber(request.number),
            care: careWords(request as Pick<RequestCard, 'careKinds'>),
            pc4: request.pc4,
            holder: request.holder ?? undefined,
            phone: request.phone ? formatPhone(request.phone) : undefined,
            actBy: (
              <>
                {request.actBy && formatMoment(request.actBy, now)}{' '}
                {request.actBy && request.actBy < now && <StatusTag kind="urgent" label="over tijd" />}
                {request.level > 0 && <StatusTag kind="attention" label={stepLabel(request.step, request.level)} />}
              </>
            ),
          },
        }))}
        empty={
          <EmptyState title="Er blijft niets liggen" icon="circle-check">
            Hier komt een zorgvraag te staan als een team niet op tijd iets doet.
          </EmptyState>
        }
      />
    </Screen>
  )
}
