import type pg from 'pg'
import { tellWhoHasIt } from '#modules/coordination/taking/taken-room.ts'
import { kyselyOverClient } from '#platform/database/single-client-driver.ts'

/** What the product does when a request is taken, for those of the last days: their teams are asked whether their light is still right. */
export async function tellOfNewClients(client: pg.Client, now: Date): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct request_id as id from coordination.assignment
     where ended_at is null and taken_at > $1::timestamptz - interval '2 days' order by 1`,
    [now],
  )
  const db = kyselyOverClient(client)
  for (const { id } of rows) await tellWhoHasIt({ db }, id)
}
