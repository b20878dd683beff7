import { type Compilable, type Expression, type RawBuilder, sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { Tx } from '#platform/database/transaction.ts'

/**
 * One row of the log of NEN 7513: which event, which client, whose data, by which rule. Who, when and from where come from
 * the scope. Never a BSN, never free text, never what the data said: only names of fields.
 */
export type AuditEntry = {
  /** What happened, as `object.deed`: `request.read`, `identity.open`, `request.take`, `request.search`. */
  event: string
  /** Create, read, update, delete, or execute (a search, a sign-in). */
  action: 'C' | 'R' | 'U' | 'D' | 'E'
  outcome?: 'success' | 'refused' | 'failed'
  careRequestId?: string
  objectType: string
  objectId?: string
  /** The names of the fields or groups of fields that were shown or changed, or of the filters of a search. */
  fields?: readonly string[]
  /** Why this may be: the treatment relation, the requester's own data, the task of the coordinating team. */
  legalBasis: 'treatment' | 'referral' | 'coordination' | 'own-data' | 'oversight' | 'administration'
  /** The policy that allowed it, by the name of its function. */
  rule: string
  consentId?: string
}

/**
 * Writes the row, or a row each in this order, in the transaction of the change or read it tells of. Here as below: of what is
 * read for several who look along (`Scope.alongside`), each has a row.
 */
export async function audit(tx: Tx, ...entries: [AuditEntry, ...AuditEntry[]]): Promise<void> {
  const rows = entries.flatMap((entry) => rowsOf(tx.scope, entry))
  await tx.db.insertInto('audit.event').values(rows).execute()
}

/** The same as a statement that goes along with a page's query in one round trip (`read`). */
export function auditing(scope: Scope, entry: AuditEntry): Compilable<unknown> {
  return build.insertInto('audit.event').values(rowsOf(scope, entry))
}

/**
 * The same for what may turn out not to be there for this actor: part of the statement that reads it (as a `with`), and only
 * written when `shown` holds. So nothing is shown without its row, and no row tells of what was not shown. `about` names the
 * request where only the database knows which one it is.
 */
export function auditingWhen(
  scope: Scope,
  entry: AuditEntry,
  shown: Expression<unknown>,
  about?: Expression<string>,
): RawBuilder<Record<string, unknown>> {
  const { rows, names, values } = toldRows(scope, entry)
  const known = about ? sql`jsonb_build_object('care_request_id', ${about}, 'object_id', ${about})` : sql`'{}'::jsonb`
  return sql<Record<string, unknown>>`insert into audit.event (${names}) select ${values}
    from jsonb_array_elements(${rows}::jsonb) as viewer(seen),
      jsonb_populate_record(null::audit.event, viewer.seen || ${known}) as told where ${shown}`
}

/** The same for each request that a query finds: one row per client, in the statement's own round trip. */
export function auditingEach(scope: Scope, entry: AuditEntry, ids: Expression<unknown>): Compilable<unknown> {
  const { rows, names, values } = toldRows(scope, entry)
  const query = sql`insert into audit.event (${names}) select ${values}
    from (${ids}) as each_one(request_id), jsonb_array_elements(${rows}::jsonb) as viewer(seen),
      jsonb_populate_record(null::audit.event, viewer.seen
        || jsonb_build_object('care_request_id', each_one.request_id, 'object_id', each_one.request_id)) as told`
  return { compile: () => query.compile(build) }
}

/** The rows as JSON, for a statement that fills in the rest; with the names of their columns, and the same of `told`. */
function toldRows(scope: Scope, entry: AuditEntry) {
  const rows = rowsOf(scope, entry)
  const columns = Object.keys(rows[0] ?? {})
  return {
    rows: JSON.stringify(rows),
    names: sql.join(columns.map((name) => sql.ref(name))),
    values: sql.join(columns.map((name) => sql.ref(`told.${name}`))),
  }
}

function rowsOf(scope: Scope, entry: AuditEntry) {
  return [scope, ...(scope.alongside ?? [])].map((viewer) => rowOf(viewer, entry))
}

/** The entry with who, when and from where. */
function rowOf(scope: Scope, entry: AuditEntry) {
  const { actor } = scope
  const user = actor.kind === 'user' ? actor : undefined
  return {
    region_id: actor.regionId,
    event_type: entry.event,
    action: entry.action,
    outcome: entry.outcome ?? 'success',
    actor_kind: actor.kind,
    user_id: user?.userId ?? null,
    user_name: user?.name ?? (actor.kind === 'system' ? actor.job : null),
    user_role: user?.role ?? null,
    organization_id: user?.organizationId ?? null,
    organization_name: user?.organizationName ?? null,
    responsible_user_id: user?.userId ?? null,
    access_point: scope.accessPoint,
    care_request_id: entry.careRequestId ?? null,
    object_type: entry.objectType,
    object_id: entry.objectId ?? null,
    fields: [...(entry.fields ?? [])],
    legal_basis: entry.legalBasis,
    authorization_rule: entry.rule,
    consent_id: entry.consentId ?? null,
    http_request_id: scope.requestId,
  }
}
