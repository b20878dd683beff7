import { type Compilable, type SelectQueryBuilder, sql } from 'kysely'
import { addDays, instantOf, type LocalDate } from '#kernel/dates.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { DB } from '#platform/database/tables.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canReadLog } from './policy.ts'
import { auditing } from './writing.ts'

/** What is looked for in the log; what is left out does not count. */
export type LogFilter = {
  from?: LocalDate
  /** The day itself included. */
  until?: LocalDate
  user?: string
  organization?: string
  requestNumber?: string
  event?: string
}

export type LogRow = {
  id: number
  at: Date
  event: string
  action: string
  outcome: string
  actorKind: string
  userName: string | null
  userRole: string | null
  organizationName: string | null
  requestNumber: string | null
}

export type LogEntry = LogRow & {
  userId: string | null
  responsibleUserId: string | null
  accessPoint: string
  objectType: string
  objectId: string | null
  fields: string[]
  legalBasis: string
  rule: string
  consentId: string | null
  breakGlass: boolean
  sourceSystem: string
  httpRequestId: string
  sealed: boolean
}

export const pageSize = 50
/** More rows than this ask for a narrower question. */
export const exportAtMost = 50_000

const rowFields = [
  'e.id',
  'e.at',
  'e.event_type as event',
  'e.action',
  'e.outcome',
  'e.actor_kind as actorKind',
  'e.user_name as userName',
  'e.user_role as userRole',
  'e.organization_name as organizationName',
] as const

const requestNumber = sql<string | null>`audit.number_of_request(e.care_request_id)`.as('requestNumber')

/** For many rows: the one above is asked row by row. */
const numbersOfFound = sql<{ request_id: string; number: string }>`
  audit.request_numbers(array(select distinct "careRequestId" from found))`.as<'numbers'>('numbers')

const entryFields = [
  ...rowFields,
  'e.user_id as userId',
  'e.responsible_user_id as responsibleUserId',
  'e.access_point as accessPoint',
  'e.object_type as objectType',
  'e.object_id as objectId',
  'e.fields',
  'e.legal_basis as legalBasis',
  'e.authorization_rule as rule',
  'e.consent_id as consentId',
  'e.break_glass as breakGlass',
  'e.source_system as sourceSystem',
  'e.http_request_id as httpRequestId',
] as const

const sealed = sql<boolean>`exists (select from audit.seal s where s.event_id = e.id)`.as('sealed')

/** One page of the log, the newest first; `before` is the last row of the page before. Looking is itself in the log. */
export async function listLog(
  scope: Scope,
  filter: LogFilter,
  before?: number,
): Promise<{ rows: LogRow[]; more: boolean }> {
  permit(canReadLog(scope.actor))
  const { rows } = await read(scope, {
    rows: matching(scope, filter, before)
      .select([...rowFields, requestNumber])
      .limit(pageSize + 1),
    audit: looking(scope, 'audit.read', filter),
  })
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize }
}

export async function getLogEntry(scope: Scope, id: number): Promise<LogEntry> {
  permit(canReadLog(scope.actor))
  const { found } = await read(scope, {
    found: events()
      .select([...entryFields, requestNumber, sealed])
      .where('e.id', '=', id),
    audit: looking(scope, 'audit.read', {}, id),
  })
  if (!found[0]) throw new NotFound()
  return found[0]
}

/** Everything that matches, for a spreadsheet; the export is one row in the log. */
export async function exportLog(scope: Scope, filter: LogFilter): Promise<LogEntry[]> {
  permit(canReadLog(scope.actor))
  const { rows } = await read(scope, {
    rows: build
      .with('found', () =>
        matching(scope, filter)
          .select([...entryFields, sealed, 'e.care_request_id as careRequestId'])
          .limit(exportAtMost),
      )
      .selectFrom('found')
      .leftJoin(numbersOfFound, 'numbers.request_id', 'found.careRequestId')
      .selectAll('found')
      .select('numbers.number as requestNumber')
      .orderBy('found.at', 'desc')
      .orderBy('found.id', 'desc'),
    audit: looking(scope, 'audit.export', filter),
  })
  return rows
}

function events() {
  return build.selectFrom('audit.event as e')
}

type Events = SelectQueryBuilder<DB & { e: DB['audit.event'] }, 'e', object>

function matching(scope: Scope, filter: LogFilter, before?: number): Events {
  let query = events().where('e.region_id', '=', scope.actor.regionId) as unknown as Events
  if (filter.from) query = query.where('e.at', '>=', instantOf(filter.from, '00:00'))
  if (filter.until) query = query.where('e.at', '<', instantOf(addDays(filter.until, 1), '00:00'))
  if (filter.user) query = query.where('e.user_name', 'ilike', like(filter.user))
  if (filter.organization) query = query.where('e.organization_name', 'ilike', like(filter.organization))
  if (filter.event) query = query.where('e.event_type', '=', filter.event)
  if (filter.requestNumber) {
    query = query.where('e.care_request_id', '=', sql<string>`audit.request_of_number(${filter.requestNumber})`)
  }
  if (before !== undefined) {
    const place = sql<boolean>`(e.at, e.id) < (select b.at, b.id from audit.event b where b.id = ${before})`
    query = query.where(place)
  }
  return query.orderBy('e.at', 'desc').orderBy('e.id', 'desc')
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

/** Which filters were used stands in the log, not what was typed in them. */
function looking(scope: Scope, event: string, filter: LogFilter, id?: number): Compilable<unknown> {
  return auditing(scope, {
    event,
    action: event === 'audit.export' ? 'E' : 'R',
    objectType: 'audit-log',
    fields: id === undefined ? Object.keys(filter) : [`event ${id}`],
    legalBasis: 'oversight',
    rule: 'canReadLog',
  })
}
