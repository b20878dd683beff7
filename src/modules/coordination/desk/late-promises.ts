import { audit } from '#modules/audit/index.ts'
import { actByAfterEscalation, getRegion } from '#modules/regions/index.ts'
import { passCallback } from '#modules/requests/index.ts'
import { record } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { post } from '#platform/mail/mail.ts'
import { findRegionOffice } from '../deadlines/circle.ts'
import { deskPaths } from '../pages/desk/paths.ts'
import { raised } from '../rules/desk/promises.ts'

const batch = 50

type Late = {
  id: string
  deskId: string
  deskName: string
  callbackId: string | null
  level: number
  partnerId: string | null
}

/**
 * Tells who has to know of promises that were not kept in time: the desk, its partner, the office of the region. Each moves on in one
 * transaction with a next moment, so that a second run finds nothing left to do. Answers how many.
 */
export async function escalatePromises(scope: Scope): Promise<number> {
  let moved = 0
  for (;;) {
    const now = await inTransaction(scope, async (tx) => {
      const late = await lockLate(tx)
      for (const promise of late) await raise(tx, promise)
      return late.length
    })
    moved += now
    if (now < batch) return moved
  }
}

function lockLate(tx: Tx): Promise<Late[]> {
  return tx.db
    .selectFrom('coordination.promise as p')
    .innerJoin('organizations.coordinating_team as t', 't.id', 'p.coordinating_team_id')
    .leftJoin('organizations.desk as d', 'd.coordinating_team_id', 'p.coordinating_team_id')
    .select([
      'p.id',
      'p.coordinating_team_id as deskId',
      't.name as deskName',
      'p.callback_id as callbackId',
      'p.escalation_level as level',
      'd.partner_team_id as partnerId',
    ])
    .where('p.escalate_at', '<=', tx.scope.now())
    .orderBy('p.escalate_at')
    .orderBy('p.id')
    .limit(batch)
    .forUpdate('p')
    .skipLocked()
    .execute()
}

async function raise(tx: Tx, promise: Late): Promise<void> {
  const { wayOfWorking: way } = await getRegion(tx)
  const { level, tell } = raised(promise.level, promise.partnerId !== null)
  const deskId = tell === 'partner' && promise.partnerId ? promise.partnerId : promise.deskId
  await tx.db
    .updateTable('coordination.promise')
    .set({
      coordinating_team_id: deskId,
      escalation_level: level,
      escalate_at: actByAfterEscalation(way, tx.scope.now()),
    })
    .where('id', '=', promise.id)
    .execute()
  if (deskId !== promise.deskId && promise.callbackId) await passCallback(tx, promise.callbackId, deskId)
  await (tell === 'region-office' ? tellOffice(tx, promise) : tellDesk(tx, deskId))
  await audit(tx, {
    event: 'promise.escalate',
    action: 'U',
    objectType: 'promise',
    objectId: promise.id,
    fields: ['desk', 'escalation-level'],
    legalBasis: 'coordination',
    rule: 'promise-not-kept',
  })
  const topics = [...new Set([promise.deskId, deskId])].map((id) => `desk:${id}`)
  await record(tx, { kind: 'desk-changed', topics, subjectId: promise.id })
}

async function tellDesk(tx: Tx, deskId: string): Promise<void> {
  const { email } = await tx.db
    .selectFrom('organizations.coordinating_team')
    .select('email')
    .where('id', '=', deskId)
    .executeTakeFirstOrThrow()
  await post(tx, {
    to: email,
    subject: 'Een belofte is te laat',
    body: `Beste collega,\n\nAan iemand die belde is iets beloofd, en de tijd is om. Het staat bovenaan bij de beloften:\n${tx.scope.publicUrl}${deskPaths.board}\n\nIn deze mail staan geen gegevens van de beller.\n`,
  })
}

/** The office hears at which desk, and nothing about whom: it asks the desk. */
async function tellOffice(tx: Tx, { deskName }: Late): Promise<void> {
  const officeId = await findRegionOffice(tx)
  const office = await tx.db
    .selectFrom('organizations.organization')
    .select('email')
    .where('id', '=', officeId ?? null)
    .executeTakeFirst()
  if (!office?.email) return
  await post(tx, {
    to: office.email,
    subject: `Een belofte van ${deskName} is te laat`,
    body: `Beste collega,\n\n${deskName} heeft iemand iets beloofd en kwam dat niet op tijd na, ook niet na een herinnering. Bel het loket en vraag wat er nodig is.\n\nIn deze mail staan geen gegevens van de beller.\n`,
  })
}
