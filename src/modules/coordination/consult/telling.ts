import type { Standing } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { post } from '#platform/mail/mail.ts'
import { consultPaths } from '../pages/consult/paths.ts'
import { paths } from '../pages/paths.ts'
import { addressOf } from '../telling.ts'

const nothingPersonal = 'In deze mail staan geen gegevens van de cliënt.'

/** A question lies with a specialised team. */
export async function tellAdvisers(own: Tx, teamId: string): Promise<void> {
  const { email } = await own.db
    .selectFrom('organizations.coordinating_team')
    .select('email')
    .where('id', '=', teamId)
    .executeTakeFirstOrThrow()
  await post(own, {
    to: email,
    subject: 'Een collega vraagt uw advies',
    body: `Beste collega,\n\nEen collega vraagt advies over een zorgvraag. De vraag, de kaart en de tijd om te antwoorden staan hier:\n${own.scope.publicUrl}${consultPaths.list}\n\n${nothingPersonal}\n`,
  })
}

/** The advice is there, for who holds the request or has it. */
export async function tellAsker(own: Tx, standing: Standing): Promise<void> {
  const email = await addressOf(own, standing)
  if (!email) return
  await post(own, {
    to: email,
    subject: 'Er is advies gegeven over een zorgvraag',
    body: `Beste collega,\n\nHet advies waar u om vroeg, staat bij de zorgvraag:\n${own.scope.publicUrl}${paths.request(standing.id)}\n\n${nothingPersonal}\n`,
  })
}

const batch = 50

/**
 * Tells a team once that its moment to answer has passed; the question stays open. Run again, also after a day of downtime, it tells
 * nobody twice. Answers how many were late.
 */
export async function remindAdvisers(scope: Scope): Promise<number> {
  let told = 0
  for (;;) {
    const now = await inTransaction(scope, async (tx) => {
      const late = await tx.db
        .selectFrom('coordination.consult')
        .select(['id', 'asked_team_id as teamId'])
        .where('answer_by', '<=', tx.scope.now())
        .where('answered_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('late_told_at', 'is', null)
        .orderBy('answer_by')
        .orderBy('id')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { id, teamId } of late) {
        await tellAdvisers(tx, teamId)
        await tx.db
          .updateTable('coordination.consult')
          .set({ late_told_at: tx.scope.now() })
          .where('id', '=', id)
          .execute()
      }
      return late.length
    })
    told += now
    if (now < batch) return told
  }
}
