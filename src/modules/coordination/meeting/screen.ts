import { type RawBuilder, sql } from 'kysely'
import { localDateOf } from '#kernel/dates.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { claimsIn } from '../list/list.ts'
import type { Gathering } from '../rules/meeting/gathering.ts'
import { type Spoken, spokenQuestions, toSpoken } from './spoken.ts'
import { meetingOn } from './store.ts'
import { type Table, tableQuestions, toTable } from './table.ts'

/** What a shared screen shows: the table, and the request that is spoken about. */
type MeetingScreen = {
  table: Table
  /** Nothing before the meeting begins, when all was spoken about, or when what is shown left this actor's sight. */
  spoken: Spoken | undefined
}

/**
 * Reads all of it in one round trip. Without a request it is what who leads shows, which only the database knows. Throws `NotFound`
 * for who does not sit there, and for a request that was asked for and is not for this actor.
 */
export async function getScreen(scope: Scope, gathering: Gathering, requestId?: string): Promise<MeetingScreen> {
  const screen = await readScreen(scope, gathering, requestId ? sql`${requestId}::uuid` : shownIn(gathering, scope))
  if (requestId && !screen.spoken) throw new NotFound()
  return screen
}

/** The same of what was just shown: without the request when something else is shown by now, or when it is not for this actor. */
export function getShown(scope: Scope, gathering: Gathering, requestId: string): Promise<MeetingScreen> {
  const shown = shownIn(gathering, scope)
  return readScreen(scope, gathering, sql`(select still.id from ${shown} as still(id) where still.id = ${requestId})`)
}

async function readScreen(scope: Scope, gathering: Gathering, about: RawBuilder<string>): Promise<MeetingScreen> {
  const [around, claims] = await Promise.all([tableQuestions(scope, gathering), claimsIn(scope)])
  const answers = await read(scope, { ...around, ...spokenQuestions(scope, about) })
  return { table: toTable(scope, gathering, answers), spoken: toSpoken(scope, answers, claims) }
}

/** Of a meeting that runs; one that is closed shows nothing. */
function shownIn(gathering: Gathering, scope: Scope): RawBuilder<string> {
  return sql<string>`(select shown.shown_request_id from coordination.meeting shown
    where shown.id = ${meetingOn(gathering, localDateOf(scope.now()))} and shown.closed_at is null)`
}
