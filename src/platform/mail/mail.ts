import nodemailer from 'nodemailer'
import { newId } from '#kernel/ids.ts'
import { inTransaction, type Tx } from '../database/transaction.ts'
import { addJob, type Job } from '../jobs/jobs.ts'

/** A letter without personal data: a subject and a text that hold a link, and the address it goes to. */
export type Letter = { to: string; subject: string; body: string; subjectId?: string }

/** Writes the letter in the transaction of the change it tells of; a job sends it after the commit. */
export async function post(tx: Tx, letter: Letter): Promise<void> {
  const id = newId()
  await tx.db
    .insertInto('platform.mail')
    .values({
      id,
      region_id: tx.scope.actor.regionId,
      subject_id: letter.subjectId ?? null,
      to_address: letter.to,
      subject: letter.subject,
      body: letter.body,
    })
    .execute()
  await addJob(tx, 'send-mail', { id }, { key: `mail:${id}` })
}

/** Hands one letter to the mail server; throws when that fails, so that the queue tries again later. */
export type Postman = (letter: { to: string; subject: string; body: string }) => Promise<void>

export function smtpPostman(url: string, from: string): Postman {
  const transport = nodemailer.createTransport(url)
  return async ({ to, subject, body }) => {
    await transport.sendMail({ from, to, subject, text: body })
  }
}

/** Practice mode: nothing leaves; the outbox page shows what would have been sent. */
export const catchingPostman: Postman = async () => undefined

/** The job that sends one letter, once. */
export function sendMailJob(postman: Postman): Job {
  return async (scope, payload) => {
    const id = String(payload.id)
    await inTransaction(scope, async (tx) => {
      const letter = await tx.db
        .selectFrom('platform.mail')
        .select(['to_address', 'subject', 'body'])
        .where('id', '=', id)
        .where('sent_at', 'is', null)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!letter) return
      await postman({ to: letter.to_address, subject: letter.subject, body: letter.body })
      await tx.db
        .updateTable('platform.mail')
        .set({ sent_at: tx.scope.now(), attempts: 1 })
        .where('id', '=', id)
        .execute()
    })
  }
}
