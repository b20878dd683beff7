import { type Compilable, sql } from 'kysely'
import {
  expiryQuery,
  type LightThen,
  lightsThenQuery,
  type ThenRow,
  toExpiry,
  toLightsThen,
} from '#modules/capacity/index.ts'
import { build } from '#platform/database/single-client-driver.ts'

/** An organisation that said no to this request, and what the lights of its teams there were when it did. */
export type Refusal = {
  organizationId: string
  organizationName: string
  reason: string | null
  remark: string | null
  at: Date
  lights: LightThen[]
}
type RefusalRow = Omit<Refusal, 'lights'> & { key: string }

/** Goes along with the page of a request; who sees which answer is for row-level security. */
export function refusalStatements(requestId: string) {
  return {
    refusals: refusalsQuery(requestId),
    refusalLights: lightsThenQuery(sql`
      select p.inquiry_id::text || p.organization_id as key, t.id as team_id, part as daypart, p.answered_at as asked_at,
        greatest(r.start_on, (p.answered_at at time zone 'Europe/Amsterdam')::date) as light_on
      from coordination.inquiry_party p
      join requests.care_request r on r.id = p.request_id
      join organizations.team t on t.organization_id = p.organization_id and t.active
      join organizations.service_area a on a.team_id = t.id and a.pc4 = r.pc4
      cross join unnest(r.dayparts) part
      where p.request_id = ${requestId}::uuid and p.answer = 'cannot'`),
    lightExpiry: expiryQuery(),
  }
}

type Answers = { refusals: RefusalRow[]; refusalLights: ThenRow[]; lightExpiry: Parameters<typeof toExpiry>[0] }

export function toRefusals({ refusals, refusalLights, lightExpiry }: Answers): Refusal[] {
  const lights = toLightsThen(refusalLights, toExpiry(lightExpiry))
  return refusals.map(({ key, ...refusal }) => ({ ...refusal, lights: lights.filter((light) => light.key === key) }))
}

function refusalsQuery(requestId: string): Compilable<RefusalRow> {
  const query = sql<RefusalRow>`
    select p.inquiry_id::text || p.organization_id as key, p.organization_id as "organizationId", o.name as "organizationName", p.reason, p.remark, p.answered_at as at
    from coordination.inquiry_party p join organizations.organization o on o.id = p.organization_id
    where p.request_id = ${requestId}::uuid and p.answer = 'cannot' order by p.answered_at desc, o.name`
  return { compile: () => query.compile(build) }
}
