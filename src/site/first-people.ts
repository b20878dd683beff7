import { type FirstPerson, inviteFirst } from '#modules/people/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import type { App } from '../app.ts'

export type FirstPeople = { mailServer: boolean; emails: Partial<Record<FirstPerson, string>> }

/**
 * Invites the manager and the privacy officer of a new installation, for as long as nobody in their role can sign in. Answers
 * what to say at the terminal: without a mail server, the link itself.
 */
export async function inviteFirstPeople(
  app: Pick<App, 'systemScopes'>,
  { mailServer, emails }: FirstPeople,
): Promise<string[]> {
  const sentences: string[] = []
  const scopes = await app.systemScopes('first-people')
  const wanted = Object.entries(emails) as [FirstPerson, string | undefined][]
  for (const [scope, person, email] of scopes.flatMap((scope) => wanted.map((one) => [scope, ...one] as const))) {
    if (!email) continue
    const accountId = await inviteFirst(scope, person, email)
    if (!accountId) continue
    sentences.push(
      mailServer
        ? `Uitnodiging gestuurd aan ${email}.`
        : `Er is geen mailserver (SMTP_URL). Geef deze link aan ${email}; hij werkt zeven dagen: ${await linkFor(scope, accountId)}`,
    )
  }
  return sentences
}

async function linkFor(scope: Scope, accountId: string): Promise<string> {
  const { letters } = await read(scope, {
    letters: build
      .selectFrom('platform.mail')
      .select('body')
      .where('subject_id', '=', accountId)
      .orderBy('created_at', 'desc')
      .limit(1),
  })
  return /^https?:\/\/\S+$/m.exec(letters[0]?.body ?? '')?.[0] ?? ''
}
