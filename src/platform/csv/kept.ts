import { newId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'

/** A file between the preview of what it would change and the yes of who sent it; nobody else sees it. */
export type KeptImport = { id: string; fileName: string; content: Buffer }

const keptForHours = 24

export async function keepImport(scope: Scope, kind: string, file: { name: string; content: Buffer }): Promise<string> {
  const { actor } = scope
  if (actor.kind !== 'user') throw new NotAllowed()
  const id = newId()
  await inTransaction(scope, (tx) =>
    tx.db
      .insertInto('platform.import')
      .values({
        id,
        region_id: actor.regionId,
        user_id: actor.userId,
        kind,
        file_name: file.name,
        content: file.content,
        made_at: scope.now(),
      })
      .execute(),
  )
  return id
}

export async function findImport(scope: Scope, kind: string, id: string): Promise<KeptImport | undefined> {
  const { found } = await read(scope, {
    found: build
      .selectFrom('platform.import')
      .select(['id', 'file_name as fileName', 'content'])
      .where('id', '=', id)
      .where('kind', '=', kind),
  })
  return found[0]
}

/** Takes the file away in the transaction that does what it says; false when somebody's second click was first. */
export async function takeImport(tx: Tx, kind: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('platform.import')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Files that nobody said yes to. */
export const importJobs: Jobs = {
  'forget-imports': (scope) =>
    inTransaction(scope, async (tx) => {
      const before = new Date(tx.scope.now().getTime() - keptForHours * 3_600_000)
      await tx.db.deleteFrom('platform.import').where('made_at', '<', before).execute()
    }),
}

export const importSchedule: Schedule = { 'forget-imports': '37 * * * *' }
