import { type Compilable, type RawBuilder, sql } from 'kysely'
import { inSentence } from '#kernel/sentence.ts'
import { build } from '#platform/database/single-client-driver.ts'

/** An organisation that was asked by itself and did not take it: it said that it cannot, or nothing in time. */
export type AskedBefore = { name: string; silent: boolean }

/** Who was asked at once so far, in their order, each as it answered last; who may see which answer is for row-level security. */
export function selectAskedAtOnce(requestId: string | RawBuilder<string>): Compilable<AskedBefore> {
  const query = sql<AskedBefore>`
    select name, silent from (
      select distinct on (o.id) o.name, p.answer is null as silent, i.asked_at
      from coordination.inquiry i
      join coordination.inquiry_party p on p.inquiry_id = i.id
      join organizations.organization o on o.id = p.organization_id
      where i.request_id = ${requestId} and i.why = 'at-once' and i.closed_at is not null
      order by o.id, i.asked_at desc) asked
    order by asked_at, name`
  return { compile: () => query.compile(build) }
}

/** Whom a table need not ask again without a thought; nothing when nobody was asked. */
export function askedBeforeWords(asked: readonly AskedBefore[]): string | undefined {
  if (asked.length === 0) return undefined
  const named = asked.map(({ name, silent }) => `${name} (${silent ? 'geen antwoord' : 'kan niet'})`)
  return `Vanzelf al gevraagd: ${inSentence(named)}.`
}
