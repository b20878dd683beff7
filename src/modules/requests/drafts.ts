import { newId } from '#kernel/ids.ts'
import type { Language } from '#kernel/languages.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { type Provider, providersQuery } from '#modules/organizations/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { post } from '#platform/mail/mail.ts'
import { newPrivateKey, type Seal } from '#platform/seal/seal.ts'
import { type Desk, deskQuery } from './desk.ts'
import { wordsOf } from './languages/index.ts'
import type { NewRequest } from './new-request.ts'
import { paths } from './pages/paths.ts'
import { type SendRefusal, type Sent, sendIn } from './sending.ts'

const keptDays = 14
const dayLength = 86_400_000
/** Letters that one draft may send, so that nobody is bothered by it. */
const mostLetters = 3

/** A form that somebody is filling in, or has sent. */
export type Draft = {
  sentKey: string
  /** Everything as it was typed, also what is not right yet. */
  values: FormValues
  letters: number
  /** Once sent, the answers are gone from here and this stands in their place. */
  sent?: Sent
}

/** What a page of the form shows beside its questions. */
export type OpenDraft = { draft: Draft; expiresAt: Date; desk: Desk | undefined; providers: Provider[] }

/** Makes a draft and answers the private key that opens it: in the address, and nowhere else. `values` are known beforehand. */
export async function startDraft(scope: Scope, values: FormValues = {}): Promise<string> {
  const key = newPrivateKey()
  const draft: Draft = { sentKey: newId(), values, letters: 0 }
  const now = scope.now()
  await inTransaction(keyed(scope, key), async (tx) => {
    await tx.db
      .insertInto('requests.draft')
      .values({
        id: newId(),
        region_id: scope.actor.regionId,
        key_hash: keyHash(scope.seal, key),
        answers_sealed: sealed(scope.seal, draft),
        created_at: now,
        updated_at: now,
        expires_at: new Date(now.getTime() + keptDays * dayLength),
      })
      .execute()
  })
  return key
}

/** The draft that this key opens, with what its page needs; nothing when there is none or its time is over. */
export async function findDraft(scope: Scope, key: string): Promise<OpenDraft | undefined> {
  const { wayOfWorking } = await getRegion(scope)
  const { drafts, desks, providers } = await read(keyed(scope, key), {
    drafts: build
      .selectFrom('requests.draft')
      .select(['answers_sealed as answers', 'expires_at as expiresAt'])
      .where('key_hash', '=', keyHash(scope.seal, key))
      .where('expires_at', '>', scope.now()),
    desks: deskQuery(wayOfWorking.fallbackDeskId),
    providers: providersQuery(),
  })
  const row = drafts[0]
  if (!row) return undefined
  return { draft: opened(scope.seal, row.answers), expiresAt: row.expiresAt as Date, desk: desks[0], providers }
}

/** Keeps the answers of one page: its fields take the place of what stood there, other pages stay as they are. */
export function saveAnswers(scope: Scope, key: string, fields: readonly string[], values: FormValues): Promise<void> {
  return inTransaction(keyed(scope, key), async (tx) => {
    const draft = await getDraftForUpdate(tx, key)
    if (draft.sent) return
    const others = Object.entries(draft.values).filter(([name]) => !fields.includes(name))
    const own = Object.entries(values).filter(([name]) => fields.includes(name))
    await updateDraft(tx, key, { ...draft, values: Object.fromEntries([...others, ...own]) })
  })
}

/**
 * Sends what the draft holds, once. `check` turns the answers into a request, or says where it does not hold; it is asked
 * inside the transaction, so that what is sent is what is kept.
 */
export function sendDraft<Refusal>(
  scope: Scope,
  key: string,
  check: (draft: Draft) => Outcome<NewRequest, Refusal>,
): Promise<Outcome<Sent, Refusal | SendRefusal>> {
  return inTransaction(keyed(scope, key), async (tx): Promise<Outcome<Sent, Refusal | SendRefusal>> => {
    const draft = await getDraftForUpdate(tx, key)
    if (draft.sent) return done(draft.sent)
    const checked = check(draft)
    if (!checked.ok) return refused(checked.refusal)
    const outcome = await sendIn(tx, checked.value)
    if (outcome.ok) await updateDraft(tx, key, { ...draft, values: {}, sent: outcome.value })
    return outcome
  })
}

/** Mails the way back to the draft to whoever fills it in. Answers whether it still may. */
export function mailDraftLink(scope: Scope, key: string, to: string, language: Language): Promise<boolean> {
  const { subject, body } = wordsOf(language).keep.letter
  const link = scope.publicUrl + paths.askPage(key, 'stap-3', language)
  return inTransaction(keyed(scope, key), async (tx) => {
    const draft = await getDraftForUpdate(tx, key)
    if (draft.sent || draft.letters >= mostLetters) return false
    await updateDraft(tx, key, { ...draft, letters: draft.letters + 1 })
    await post(tx, {
      to,
      subject,
      body: body(link, keptDays).join('\n\n'),
    })
    return true
  })
}

/** Removes what is past its time. */
export function removeExpiredDrafts(scope: Scope): Promise<void> {
  return inTransaction(scope, async (tx) => {
    await tx.db.deleteFrom('requests.draft').where('expires_at', '<=', scope.now()).execute()
  })
}

async function getDraftForUpdate(tx: Tx, key: string): Promise<Draft> {
  const row = await tx.db
    .selectFrom('requests.draft')
    .select('answers_sealed as answers')
    .where('key_hash', '=', keyHash(tx.scope.seal, key))
    .where('expires_at', '>', tx.scope.now())
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return opened(tx.scope.seal, row.answers)
}

async function updateDraft(tx: Tx, key: string, draft: Draft): Promise<void> {
  await tx.db
    .updateTable('requests.draft')
    .set({
      answers_sealed: sealed(tx.scope.seal, draft),
      updated_at: tx.scope.now(),
      ...(draft.sent ? { sent_at: tx.scope.now() } : {}),
    })
    .where('key_hash', '=', keyHash(tx.scope.seal, key))
    .execute()
}

/** Row-level security shows a draft only to a call that came with its key. */
function keyed(scope: Scope, key: string): Scope {
  return { ...scope, draftKeyHash: keyHash(scope.seal, key) }
}

function keyHash(seal: Seal, key: string): string {
  return seal.hash('draft', key).toString('hex')
}

function sealed(seal: Seal, draft: Draft): Buffer {
  return seal.close(JSON.stringify(draft))
}

function opened(seal: Seal, bytes: Buffer): Draft {
  return JSON.parse(seal.open(bytes)) as Draft
}
