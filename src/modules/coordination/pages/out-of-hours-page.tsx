import { sql } from 'kysely'
import { DataTable, EmptyState, Heading, Lines, Link, Screen, Text } from '#design/index.ts'
import { formatDate, formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { auditing } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { careWords, daypartWords, personWords, type RequestCard, selectCards } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import type { Routes } from '#platform/http/house.ts'
import { nextOpeningOn } from '../rules/next-opening.ts'
import { backToList } from './back.ts'
import { placesOf } from './list-routes.tsx'
import { paths } from './paths.ts'

const config = { who: ['requests.list', 'requests.oversee'] as const }
const shownAtMost = 200

/**
 * For who works in the evening, the night and the weekend: what was taken and has to begin before the office opens again, with
 * whom to call. Cards only; row-level security says of which teams.
 */
export const outOfHoursRoutes: Routes = (app) => {
  app.get(paths.outOfHours, { config }, async (request, reply) => {
    const { scope } = request
    const { wayOfWorking } = await getRegion(scope)
    const now = scope.now()
    const until = nextOpeningOn(now, wayOfWorking.opening)
    const rows = await listToStart(scope, until)
    return reply.page(
      200,
      <OutOfHoursPage
        rows={rows}
        until={until}
        now={now}
        placeOf={await placesOf(scope)}
        back={backToList(request.query)}
      />,
    )
  })
}

type Row = RequestCard & { actBy: Date | null; takerName: string; takerPhone: string | null }
async function listToStart(scope: Scope, until: string): Promise<Row[]> {
  const { rows } = await read(scope, {
    rows: selectCards()
      .innerJoin('organizations.organization as taker', 'taker.id', 'r.taker_organization_id')
      .select(['r.act_by as actBy', 'taker.name as takerName', 'taker.phone as takerPhone'])
      .where('r.region_id', '=', scope.actor.regionId)
      .where('r.state', '=', sql.lit('assigned'))
      .where((eb) => eb.or([eb('r.start_on', 'is', null), eb('r.start_on', '<=', until)]))
      .orderBy('r.start_on')
      .orderBy('r.act_by')
      .orderBy('r.id')
      .limit(shownAtMost),
    audit: auditing(scope, {
      event: 'request.list',
      action: 'R',
      objectType: 'care-request',
      fields: ['out-of-hours'],
      legalBasis: 'coordination',
      rule: 'canList',
    }),
  })
  return rows as Row[]
}

type Props = {
  rows: readonly Row[]
  until: string
  now: Date
  placeOf: (pc4: string) => string
  back: { href: string; label: string }
}

function OutOfHoursPage({ rows, until, now, placeOf, back }: Props) {
  return (
    <Screen title="Avond, nacht en weekend" width="wide" density="professional" script back={back}>
      <Heading level={1}>Avond, nacht en weekend</Heading>
      <Text kind="lead">
        Genomen en nog niet gestart, met een start tot en met {formatDate(until)}. Stand van {formatMoment(now, now)}.
      </Text>
      <DataTable
        caption="Wat nog moet beginnen"
        captionHidden
        columns={[
          { key: 'number', label: 'Zorgvraag', nowrap: true },
          { key: 'care', label: 'Zorg' },
          { key: 'when', label: 'Start' },
          { key: 'taker', label: 'Bel' },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          href: paths.request(row.id),
          mark: row.actBy && row.actBy < now ? 'urgent' : undefined,
          cells: {
            number: formatRequestNumber(row.number),
            care: <Lines first={careWords(row)} then={[`${personWords(row)}, ${row.pc4} ${placeOf(row.pc4)}`]} />,
            when: <Lines first={row.startOn ? formatDate(row.startOn) : 'niet bekend'} then={[daypartWords(row)]} />,
            taker: <Lines first={row.takerName} then={[row.takerPhone ? formatPhone(row.takerPhone) : undefined]} />,
          },
        }))}
        empty={
          <EmptyState title="Er hoeft niets meer te beginnen" icon="circle-check">
            <Text>
              Alles wat is genomen, is gestart of begint later. <Link href={paths.requests}>Naar de lijst</Link>
            </Text>
          </EmptyState>
        }
      />
    </Screen>
  )
}
