import pg from 'pg'
import { startApp } from './support/app.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'
import { become, type Person } from './support/person.ts'
import { createRegion } from './support/region.ts'

/**
 * A day of downtime: so many requests of which the moment passed while nobody was there. The app is started; what it owes is done
 * once, the longest overdue first, and meanwhile somebody works on. Compared with the same pages once all of it is done.
 */
const overdue = Number(process.env.OVERDUE ?? 10_000)
const perPage = Number(process.env.PAGES ?? 200)

const region = await createRegion(overdue + 2_000)
const owner = new pg.Pool({ ...region.owner, max: 4 })
await letLie(overdue)

const started = performance.now()
const app = await startApp(region)
const upAfter = performance.now() - started
const nurse = await become(app.address, 'Marit Hofstede')
const during: number[] = []
let first = Number.NaN
for (;;) {
  const left = await countLeft()
  if (left < overdue && Number.isNaN(first)) first = performance.now()
  if (left === 0) break
  during.push(await timePage(nurse))
}
const last = performance.now()
const after: number[] = []
for (let n = 0; n < perPage; n += 1) after.push(await timePage(nurse))
const { rows } = await owner.query<{ moved: number; twice: number; inverted: number; pairs: number }>(`
  with done as (
    select b.id, b.act_by, row_number() over (order by min(e.id)) as nth, count(*)::int as times
    from bench.overdue b join audit.event e on e.care_request_id = b.id and e.event_type = 'request.escalate' and e.id > b.after_event
    group by b.id, b.act_by
  )
  select (select count(*)::int from done) as moved, (select count(*)::int from done where times > 1) as twice,
    (select count(*)::int from done one join done next on next.nth = one.nth + 1 where next.act_by < one.act_by) as inverted,
    (select count(*)::int - 1 from done) as pairs`)
const found = rows[0]!

console.log(machineLine(`OVERDUE=${overdue} npm run bench -- overdue`))
console.log(
  table(
    ['overdue', 'app up after', 'all done in', 'per request', 'moved', 'moved twice', 'neighbours out of order'],
    [
      [
        overdue,
        `${(upAfter / 1000).toFixed(1)} s`,
        `${((last - first) / 1000).toFixed(1)} s`,
        `${ms((last - first) / overdue)} ms`,
        found.moved,
        found.twice,
        `${found.inverted} of ${found.pairs}`,
      ],
    ],
  ),
)
console.log(
  table(
    ['worklist', 'median', 'p99', 'pages'],
    [
      ['while it catches up', `${ms(percentile(during, 0.5))} ms`, `${ms(percentile(during, 0.99))} ms`, during.length],
      ['afterwards', `${ms(percentile(after, 0.5))} ms`, `${ms(percentile(after, 0.99))} ms`, after.length],
      [
        'ratio',
        (percentile(during, 0.5) / percentile(after, 0.5)).toFixed(2),
        (percentile(during, 0.99) / percentile(after, 0.99)).toFixed(2),
        '',
      ],
    ],
  ),
)
await app.stop()
await owner.end()
await region.stop()
if (found.moved !== overdue || found.inverted > found.pairs * 0.01) process.exitCode = 1

/** Puts closed requests back on the list of their team, each with a moment that passed in the last day, all different. */
async function letLie(count: number): Promise<void> {
  await owner.query('create schema if not exists bench')
  await owner.query('drop table if exists bench.overdue')
  await owner.query(
    `create table bench.overdue as
     select id, now() - interval '24 hours' * (row_number() over (order by id)::float / $1) as act_by,
       (select coalesce(max(e.id), 0) from audit.event e) as after_event
     from requests.care_request where state = 'closed' and coordinating_team_id is not null order by id limit $1`,
    [count],
  )
  const { rowCount } = await owner.query(
    `update requests.care_request r set state = 'listed', state_since = b.act_by - interval '2 days', act_by = b.act_by, remind_at = null,
       holder_coordinating_team_id = r.coordinating_team_id, holder_organization_id = null, taker_organization_id = null,
       submitted_at = b.act_by - interval '2 days', clock_started_at = b.act_by - interval '2 days', ended_at = null, started_on = null,
       priority = 'within-48-hours', escalation_level = 0, list_rank = 1
     from bench.overdue b where b.id = r.id`,
  )
  if (rowCount !== count) throw new Error(`Only ${rowCount} requests to let lie`)
  await owner.query('analyze')
}

async function countLeft(): Promise<number> {
  const { rows } = await owner.query<{ left: number }>(
    `select count(*)::int as left from requests.care_request r join bench.overdue b using (id)
     where r.escalation_level = 0 and r.state = 'listed'`,
  )
  return rows[0]!.left
}

async function timePage(person: Person): Promise<number> {
  const reply = await person.get('/zorgvragen')
  if (reply.status !== 200) throw new Error(`The list answered ${reply.status}`)
  return reply.ms
}
