import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { providersQuery } from '#modules/organizations/index.ts'
import { type Caller, intakeOf, type NewRequest, type SendRefusal, type Sent, sendIn } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command, inTransaction, read, type Tx } from '#platform/database/transaction.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { type CallingOrganization, callingOrganizationsQuery, isCallingOrganization } from './calling-organizations.ts'
import { auditCall, getCallForUpdate, type StoredCall, tellDesk } from './calls.ts'

/** The request that is written down while talking. */
export type Intake = {
  callId: string
  caller: Caller
  /** As it was typed, also what is not right yet; of a new one what the call told. */
  values: FormValues
  keptAt: boolean
  sentKey: string
  /** It was sent already. */
  requestId: string | null
  providers: { id: string; name: string }[]
  /** Where somebody who calls for their work may be of; nobody for a client or a carer. */
  callerOrganizations: CallingOrganization[]
}

/** Opens the intake of a call: what was kept, or what the call told. */
export async function getIntake(scope: Scope, callId: string): Promise<Intake> {
  const call = await inTransaction(scope, async (tx) => {
    const found = await getCallForUpdate(tx, callId)
    await auditCall(tx, 'call.read', 'R', callId, ['caller', 'note', 'intake'])
    return found
  })
  const caller = callerOf(call)
  const { providers, callerOrganizations } = await read(scope, {
    providers: providersQuery(),
    callerOrganizations: callingOrganizationsQuery(caller.kind),
  })
  const kept = call.intakeSealed ? (JSON.parse(scope.seal.open(call.intakeSealed)) as FormValues) : undefined
  return {
    callId,
    caller,
    values: kept ?? intakeOf(caller),
    keptAt: kept !== undefined,
    sentKey: call.sentKey,
    requestId: call.requestId,
    providers,
    callerOrganizations,
  }
}

/** Keeps what was typed so far, sealed: a call that breaks off, a wrong field or a closed laptop loses nothing. */
export const keepIntake = command(async (tx, _actor, { callId, values }: { callId: string; values: FormValues }) => {
  const call = await getCallForUpdate(tx, callId)
  if (call.requestId) return
  await keep(tx, callId, values)
  await auditCall(tx, 'call.update', 'U', callId, ['intake'])
})

export type SendIntakeRefusal = SendRefusal | { code: 'caller-unknown' }

/**
 * Sends it like every other request, routing included, and ties it to its call, in one transaction. The key of the call is the key of
 * the request: sent twice is one request.
 */
export const sendIntake = command(
  async (
    tx,
    _actor,
    { callId, request }: { callId: string; request: NewRequest },
  ): Promise<Outcome<Sent, SendIntakeRefusal>> => {
    const call = await getCallForUpdate(tx, callId)
    const { callerOrganizationId: from } = request
    if (from && !(await isCallingOrganization(tx, call.callerKind, from))) return refused({ code: 'caller-unknown' })
    const outcome = await sendIn(tx, { ...request, sentKey: call.sentKey })
    if (!outcome.ok) return refused(outcome.refusal)
    await tx.db
      .updateTable('coordination.call')
      .set({ request_id: outcome.value.id, intake_sealed: null, intake_kept_at: null })
      .where('id', '=', callId)
      .execute()
    await auditCall(
      tx,
      'call.link',
      'U',
      callId,
      ['request', ...(from ? ['requester-organization'] : [])],
      outcome.value.id,
    )
    await tellDesk(tx, call.deskId, callId)
    return done(outcome.value)
  },
)

async function keep(tx: Tx, callId: string, values: FormValues): Promise<void> {
  await tx.db
    .updateTable('coordination.call')
    .set({ intake_sealed: tx.scope.seal.close(JSON.stringify(values)), intake_kept_at: tx.scope.now() })
    .where('id', '=', callId)
    .execute()
}

function callerOf({ callerKind, callerName, callerPhone, note }: StoredCall): Caller {
  return { kind: callerKind, name: callerName, phone: callerPhone, note }
}
