import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type BenchApp, startAppOnFolder } from './support/app.ts'
import { machineLine, table } from './support/figures.ts'
import { Person } from './support/person.ts'
import { aBody } from './support/request.ts'

/**
 * Kills the app and its database (SIGKILL, no warning) a hundred times while eight senders send requests; afterwards every
 * request that was acknowledged must be there. A killed process loses nothing that the kernel already has, so this alone
 * does not show that it would survive a power cut: for that, flushes to disk are counted for one sender at a time, who
 * cannot share a flush with anyone.
 */
const kills = Number(process.env.KILLS ?? 100)
const senders = 8
const countedSends = 200

const dataDir = await mkdtemp(join(tmpdir(), 'wijkpoort-kills-'))
const acknowledged = new Set<string>()
let unanswered = 0
for (let kill = 1; kill <= kills; kill += 1) {
  const app = await startAppOnFolder(dataDir)
  const work = Promise.all(Array.from({ length: senders }, () => sendUntilItEnds(app)))
  // Another moment each time, somewhere in the first second and a half of sending.
  await pause(300 + ((kill * 137) % 1200))
  app.child.kill('SIGKILL')
  process.kill(postmaster().pid, 'SIGKILL')
  await work
  process.stderr.write(`\r  ${kill} kills, ${acknowledged.size} acknowledged`)
}
process.stderr.write('\n')

const app = await startAppOnFolder(dataDir)
const owner = new pg.Client({
  host: postmaster().socket,
  port: postmaster().port,
  user: 'postgres',
  database: 'wijkpoort',
})
await owner.connect()
const kept = new Set(
  (await owner.query<{ number: string }>('select number from requests.care_request')).rows.map(({ number }) => number),
)
const lost = [...acknowledged].filter((number) => !kept.has(number))
const [orphans] = (
  await owner.query<{ count: number }>(
    `select count(*)::int as count from requests.care_request
     where state in ('submitted', 'triage', 'listed', 'offered', 'proposed', 'assigned')
       and (act_by is null or num_nonnulls(holder_coordinating_team_id, holder_organization_id) <> 1)`,
  )
).rows
const [chain] = (await owner.query<{ broken: number | null }>('select audit.first_broken_seal() as broken')).rows
const flushed = await flushesPerAcknowledgement(app)
await owner.end()
await app.stop()
await rm(dataDir, { recursive: true, force: true })

console.log(machineLine('npm run bench -- kills'))
console.log(
  table(
    [
      'kills of app and database',
      'acknowledged requests',
      'of which lost',
      'sends without an answer',
      'open requests without a holder',
      'audit chain',
      'flushes to disk per acknowledged request, one sender',
    ],
    [
      [
        kills,
        acknowledged.size,
        lost.length,
        unanswered,
        orphans?.count ?? '?',
        chain?.broken === null ? 'whole' : `broken at ${chain?.broken}`,
        flushed.toFixed(2),
      ],
    ],
  ),
)
if (lost.length > 0 || flushed < 1) process.exitCode = 1

async function sendUntilItEnds({ address }: BenchApp): Promise<void> {
  const anyone = new Person(address)
  for (;;) {
    try {
      const reply = await anyone.send('POST', '/api/care-requests', aBody('Stroomstoring'))
      if (reply.status !== 201) throw new Error(`answered ${reply.status}`)
      acknowledged.add((JSON.parse(reply.body) as { number: string }).number.replace('-', ''))
    } catch {
      unanswered += 1
      return
    }
  }
}

async function flushesPerAcknowledgement({ address }: BenchApp): Promise<number> {
  const anyone = new Person(address)
  const before = await walFlushes()
  for (let n = 0; n < countedSends; n += 1) await anyone.json('POST', '/api/care-requests', aBody('Eén afzender'))
  // A server process reports its figures when it has been idle for a moment.
  await pause(2_000)
  return ((await walFlushes()) - before) / countedSends
}

async function walFlushes(): Promise<number> {
  const { rows } = await owner.query<{ fsyncs: number }>(
    "select coalesce(sum(fsyncs), 0)::int as fsyncs from pg_stat_io where object = 'wal' and backend_type = 'client backend'",
  )
  return rows[0]!.fsyncs
}

/** What the running server says of itself: its process, its port and the folder of its socket. */
function postmaster(): { pid: number; port: number; socket: string } {
  const lines = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), socket: lines[4]! }
}
