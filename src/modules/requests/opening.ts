import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'

/** Opens identity, contacts, full text and attachments for the nurses of the organisation that just took the request. */
export async function openIdentity(tx: Tx, requestId: string, organizationId: string): Promise<void> {
  await sql`select requests.open_identity(${requestId}::uuid, ${organizationId}::uuid)`.execute(tx.db)
}

/** Closes them again, at once: it came back, was withdrawn or has ended. */
export async function closeIdentity(tx: Tx, requestId: string, organizationId: string): Promise<void> {
  await sql`select requests.close_identity(${requestId}::uuid, ${organizationId}::uuid)`.execute(tx.db)
}
