import { renderToStaticMarkup } from 'react-dom/server'
import { DataTableRow } from '#design/index.ts'
import { isId } from '#kernel/ids.ts'
import { isWaiting } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { Routes } from '#platform/http/house.ts'
import type { LiveEvent } from '#platform/live/hub.ts'
import { isPlain, listIds } from '../pages/list-page.tsx'
import { placesOf } from '../pages/list-routes.tsx'
import { columnsOf, rowId, rowOf } from '../pages/list-row.tsx'
import { paths } from '../pages/paths.ts'
import { claimsIn, countOf, type ListRow, selectRow, selectTeams } from './list.ts'
import { type ListQuestion, toListQuestion } from './list-question.ts'

/** What a page does that cannot be told row by row: it asks for itself again and changes only what differs. */
const askAgain = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

/**
 * The live changes of the list. The plain list of waiting requests gets the changed row itself, rendered once for everyone
 * who sees the same teams; a filtered list or another view asks for its own page again.
 */
export const liveRoutes: Routes = (app, house) => {
  app.get(paths.live, { config: { who: ['requests.list', 'requests.oversee'] } }, async (request, reply) => {
    const { scope } = request
    const question = toListQuestion(request.query)
    const { teams, takes } = await audienceOf(scope, question)
    const plain = question.view === 'waiting' && isPlain(question)
    return house.live.serve(request, reply, {
      topics: [...teams.map((id) => `team:${id}`), ...ownTopics(scope, question)],
      audience: plain ? `list:${teams.join(',')}:${takes}` : 'ask-again',
      render: (event) => (plain ? renderChange(scope, question, event, { teams, takes }) : Promise.resolve(askAgain)),
      stillAllowed: () => stillAllowed(scope),
    })
  })
}

/** One request that is open on a screen: it asks for itself again when something happened to it. */
export const liveRequestRoute: Routes = (app, house) => {
  app.get(
    paths.liveRequest(':id'),
    { config: { who: ['requests.list', 'requests.oversee'] } },
    async (request, reply) => {
      const { scope } = request
      const { id } = request.params as { id: string }
      if (!isId(id) || !(await canStillSee(scope, id))) throw new NotFound()
      return house.live.serve(request, reply, {
        topics: [`request:${id}`],
        audience: 'ask-again',
        render: () => Promise.resolve(askAgain),
        stillAllowed: () => canStillSee(scope, id),
      })
    },
  )
}

async function canStillSee(scope: Scope, requestId: string): Promise<boolean> {
  const { rows } = await read(scope, { rows: selectRow(requestId) })
  return rows.length > 0
}

/** The teams whose events this viewer hears: one's own, or the chosen one of them; nobody chooses a team that is not theirs. */
async function audienceOf(scope: Scope, { filters }: ListQuestion): Promise<{ teams: string[]; takes: boolean }> {
  const { actor } = scope
  const { teams, organization } = await read(scope, {
    teams: selectTeams(actor),
    organization: build
      .selectFrom('organizations.organization')
      .select('kind')
      .where('id', '=', actor.kind === 'user' ? actor.organizationId : null),
  })
  const ids = teams.map(({ id }) => id).filter((id) => filters.teamId === undefined || filters.teamId === id)
  return { teams: ids.sort(), takes: organization[0]?.kind === 'provider' && (await claimsIn(scope)) }
}

function ownTopics({ actor }: Scope, { view }: ListQuestion): string[] {
  return (view === 'own' || view === 'asked') && actor.kind === 'user' ? [`organization:${actor.organizationId}`] : []
}

/** The row as it is now (or that it is gone) and the counts; the browser puts it where it belongs. */
async function renderChange(
  scope: Scope,
  question: ListQuestion,
  event: LiveEvent,
  { teams, takes }: { teams: readonly string[]; takes: boolean },
): Promise<string | undefined> {
  if (!event.subjectId) return undefined
  const { rows, counts } = await read(scope, {
    rows: selectRow(event.subjectId),
    counts: build.selectNoFrom([
      countOf(scope.actor, 'waiting', question.filters).as('waiting'),
      countOf(scope.actor, 'taken', question.filters).as('taken'),
    ]),
  })
  const row = rows[0] as ListRow | undefined
  const setting = { view: 'waiting', now: scope.now(), placeOf: await placesOf(scope), takes, query: '' } as const
  const { waiting = 0, taken = 0 } = (counts[0] ?? {}) as { waiting?: number; taken?: number }
  return renderToStaticMarkup(
    <>
      {row && isWaiting(row.state) && isOnListOf(teams, row) ? (
        <turbo-stream action="append" target={listIds.rows}>
          <template>
            <DataTableRow columns={columnsOf('waiting')} row={rowOf(row, setting)} />
          </template>
        </turbo-stream>
      ) : (
        <turbo-stream action="remove" target={rowId(event.subjectId)} />
      )}
      <Count id={listIds.count('waiting')} value={waiting} />
      <Count id={listIds.count('taken')} value={taken} />
    </>,
  )
}

/**
 * What is rendered for this viewer goes to everyone with the same list. A viewer of more teams may see where a request went
 * that left this list; the others may not.
 */
function isOnListOf(teams: readonly string[], row: ListRow): boolean {
  return [row.coordinatingTeamId, row.holderCoordinatingTeamId].some((id) => id !== null && teams.includes(id))
}

function Count({ id, value }: { id: string; value: number }) {
  return (
    <turbo-stream action="update" target={id}>
      <template>{value}</template>
    </turbo-stream>
  )
}

/** A round trip as this viewer: it throws when the session or its rights have ended. */
async function stillAllowed(scope: Scope): Promise<boolean> {
  await read(scope, {})
  return true
}
