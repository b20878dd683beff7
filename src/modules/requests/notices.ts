import { isEmail } from '#kernel/email.ts'
import { isLanguage, type Language } from '#kernel/languages.ts'
import { isFirstTime } from '#platform/database/once.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { post } from '#platform/mail/mail.ts'
import { followKeyOf } from './follow-key.ts'
import { wordsOf } from './languages/index.ts'
import { isToldByMail } from './notices.nl.ts'
import { paths } from './pages/paths.ts'

/** Who has to be told, in which language, and where they can look. */
type Addressee = { to: string; link: string; language: Language }

/**
 * The job that tells a requester of one step. Nothing personal and nothing about care stands in the mail: only that
 * something happened, and a link. The same notice is written once, however often the job runs.
 */
export const tellRequester: Job = async (scope, payload) => {
  const requestId = String(payload.requestId)
  const code = String(payload.code)
  const notice = String(payload.notice ?? `${requestId}:${code}`)
  await inTransaction(scope, async (tx) => {
    const request = await findRequest(tx, requestId)
    if (!request || !isToldByMail(code)) return
    if (!(await isFirstTime(tx, 'tell-requester', notice))) return
    const addressee = await findAddressee(tx, request)
    if (!addressee) return
    const letter = wordsOf(addressee.language).letter(code, request.number, addressee.link)
    await post(tx, { to: addressee.to, ...letter, subjectId: request.id })
  })
}

type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>

function findRequest(tx: Tx, id: string) {
  return tx.db
    .selectFrom('requests.care_request as r')
    .innerJoin('requests.patient_identity as i', 'i.request_id', 'r.id')
    .leftJoin('people.user_account as u', 'u.id', 'r.requester_user_id')
    .leftJoin('organizations.organization as o', 'o.id', 'r.requester_organization_id')
    .select([
      'r.id',
      'r.number',
      'r.requester_organization_id as organizationId',
      'r.asked_in as askedIn',
      'i.requester',
      'i.email as clientEmail',
      'u.email as userEmail',
      'u.active as userActive',
      'o.email as organizationEmail',
    ])
    .where('r.id', '=', id)
    .executeTakeFirst()
}

async function findAddressee(tx: Tx, request: RequestRow): Promise<Addressee | undefined> {
  const { publicUrl } = tx.scope
  if (request.organizationId) {
    // Who left the organisation no longer hears of its clients; their colleagues do.
    const to = [request.userActive ? request.userEmail : null, request.organizationEmail].find(isAddress)
    return to ? { to, link: `${publicUrl}${paths.referral(request.id)}`, language: 'nl' } : undefined
  }
  const asker = (request.requester as { email?: string } | null)?.email
  const to = [asker, request.clientEmail].find(isAddress)
  const key = to && (await findKey(tx, request.id))
  if (!to || !key) return undefined
  const language = isLanguage(request.askedIn) ? request.askedIn : 'nl'
  return { to, link: `${publicUrl}${paths.follow(request.number, key, language)}`, language }
}

function isAddress(text: string | null | undefined): text is string {
  return typeof text === 'string' && isEmail(text)
}

/** The link that holds now. */
async function findKey(tx: Tx, requestId: string): Promise<string | undefined> {
  const link = await tx.db
    .selectFrom('requests.follow_link')
    .select('id')
    .where('request_id', '=', requestId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.scope.now())
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return link && followKeyOf(tx.scope.seal, link.id)
}
