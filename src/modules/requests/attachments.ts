import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { mostAttachments } from './attachment-content.ts'
import { addHistory } from './history.ts'
import type { NewAttachment } from './new-request.ts'
import { canFollowUp, canRefer } from './policy.ts'
import { isOpen } from './rules/life.ts'
import { getStandingForUpdate, watchersOf } from './standing.ts'
import { insertAttachments } from './store.ts'

export type AddAttachments = { requestId: string; attachments: readonly NewAttachment[] }
export type AttachmentRefusal = { code: 'too-many'; most: number } | { code: 'not-open' }

/** Adds files to a request that was sent; the files were checked by `checkFile`. */
export const addAttachments = command(
  async (tx, actor, input: AddAttachments, now): Promise<Outcome<number, AttachmentRefusal>> => {
    const standing = await getStandingForUpdate(tx, input.requestId)
    permit(canFollowUp(actor, standing))
    if (!isOpen(standing.state)) return refused({ code: 'not-open' })
    const there = await countAttachments(tx, standing.id)
    if (there + input.attachments.length > mostAttachments) return refused({ code: 'too-many', most: mostAttachments })
    await insertAttachments(tx, standing.id, input.attachments)
    await tx.db
      .updateTable('requests.care_request')
      .set((eb) => ({ supplemented_at: now, version: eb('version', '+', 1) }))
      .where('id', '=', standing.id)
      .execute()
    await addHistory(tx, standing.id, {
      history: { code: 'supplemented', facts: { attachments: input.attachments.length } },
    })
    await audit(tx, {
      event: 'attachment.add',
      action: 'C',
      careRequestId: standing.id,
      objectType: 'attachment',
      fields: input.attachments.map(({ kind }) => kind),
      legalBasis: actor.kind === 'user' ? 'referral' : 'own-data',
      rule: canFollowUp.name,
    })
    await record(tx, { kind: 'request-supplemented', topics: watchersOf(standing), subjectId: standing.id })
    return done(input.attachments.length)
  },
)

export type OpenedAttachment = { name: string; contentType: string; content: Buffer }

/**
 * A file, for whoever may open the identity: row-level security decides, and a file that is not for this actor is not
 * there. The read is in the log or it does not happen.
 */
export const openAttachment = command(
  async (tx, actor, input: { requestId: string; attachmentId: string }): Promise<OpenedAttachment> => {
    const row = await tx.db
      .selectFrom('requests.attachment')
      .select(['name', 'content_type as contentType', 'content'])
      .where('id', '=', input.attachmentId)
      .where('request_id', '=', input.requestId)
      .executeTakeFirst()
    if (!row) throw new NotFound()
    await audit(tx, {
      event: 'attachment.read',
      action: 'R',
      careRequestId: input.requestId,
      objectType: 'attachment',
      objectId: input.attachmentId,
      legalBasis: actor.kind === 'link' ? 'own-data' : canRefer(actor) ? 'referral' : 'treatment',
      rule: 'attachment-opens-with-the-identity',
    })
    return row
  },
)

/** A file that was chosen in a form that is not right yet. */
export type PendingAttachment = { id: string; name: string; kind: NewAttachment['kind']; size: number }

export type KeepPending = { formKey: string; attachments: readonly NewAttachment[]; drop: readonly string[] }
export type Pending = { pending: PendingAttachment[]; tooMany: boolean }

/** Keeps chosen files while their form is mended; answers everything that waits for this form. */
export const keepPending = command(async (tx, actor, input: KeepPending, now): Promise<Pending> => {
  if (actor.kind !== 'user') return { pending: [], tooMany: false }
  if (input.drop.length > 0) {
    await tx.db
      .deleteFrom('requests.pending_attachment')
      .where('form_key', '=', input.formKey)
      .where('id', 'in', [...input.drop])
      .execute()
  }
  const there = await listPendingIn(tx, input.formKey)
  if (there.length + input.attachments.length > mostAttachments) return { pending: there, tooMany: true }
  if (input.attachments.length === 0) return { pending: there, tooMany: false }
  const { seal } = tx.scope
  await tx.db
    .insertInto('requests.pending_attachment')
    .values(
      input.attachments.map((file) => ({
        id: newId(),
        region_id: actor.regionId,
        form_key: input.formKey,
        user_id: actor.userId,
        name_sealed: seal.close(file.name),
        kind: file.kind,
        content_type: file.contentType,
        size: file.content.length,
        content_sealed: seal.close(file.content.toString('base64')),
        added_at: now,
      })),
    )
    .execute()
  return { pending: await listPendingIn(tx, input.formKey), tooMany: false }
})

async function listPendingIn(tx: Tx, formKey: string): Promise<PendingAttachment[]> {
  const rows = await tx.db
    .selectFrom('requests.pending_attachment')
    .select(['id', 'name_sealed', 'kind', 'size'])
    .where('form_key', '=', formKey)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name_sealed, kind, size }) => ({
    id,
    name: tx.scope.seal.open(name_sealed),
    kind: kind as NewAttachment['kind'],
    size,
  }))
}

/** Takes the waiting files of a form out, to send them along. */
export async function takePending(tx: Tx, formKey: string): Promise<NewAttachment[]> {
  const rows = await tx.db
    .deleteFrom('requests.pending_attachment')
    .where('form_key', '=', formKey)
    .returning(['name_sealed', 'kind', 'content_type', 'content_sealed'])
    .execute()
  return rows.map((row) => ({
    name: tx.scope.seal.open(row.name_sealed),
    kind: row.kind as NewAttachment['kind'],
    contentType: row.content_type as NewAttachment['contentType'],
    content: Buffer.from(tx.scope.seal.open(row.content_sealed), 'base64'),
  }))
}

/** Files of forms that nobody came back to within a day. */
export async function dropOldPending(tx: Tx): Promise<void> {
  const dayAgo = new Date(tx.scope.now().getTime() - 86_400_000)
  await tx.db.deleteFrom('requests.pending_attachment').where('added_at', '<', dayAgo).execute()
}

async function countAttachments(tx: Tx, requestId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom('requests.attachment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
