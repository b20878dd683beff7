import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { startApp } from './support/app.ts'
import { machineLine, table } from './support/figures.ts'
import { become, Person } from './support/person.ts'
import { createRegion } from './support/region.ts'
import { aBody } from './support/request.ts'

/**
 * 1,000 rounds in which 200 nurses of 200 organisations press "take" on one request at the same moment, over two app processes
 * on one database. Each round must end with one winner and 199 friendly refusals.
 */
const rounds = Number(process.env.ROUNDS ?? 1_000)
const takers = Number(process.env.TAKERS ?? 200)

const region = await createRegion(1_000)
const apps = [await startApp(region), await startApp(region)]
const owner = new pg.Pool({ ...region.owner, max: 4 })
const model = await become(apps[0]!.address, 'Marit Hofstede')
const me = await model.json<{ id: string; coordinatingTeamIds: string[] }>('GET', '/api/me')
const teamId = me.coordinatingTeamIds[0]!
const people = await makeTakers()
const anyone = new Person(apps[0]!.address)

const outcome = { oneWinner: 0, otherwise: 0, refusals: 0, other: new Map<number, number>() }
for (let round = 0; round < rounds; round += 1) {
  const { number } = await anyone.json<{ number: string }>(
    'POST',
    '/api/care-requests',
    aBody(`Ronde${'abcdefghij'[round % 10]}`),
  )
  const { rows } = await owner.query<{ id: string }>('select id from requests.care_request where number = $1', [
    number.replace('-', ''),
  ])
  const id = rows[0]!.id
  const replies = await Promise.all(people.map((person) => person.send('POST', `/api/care-requests/${id}/take`, {})))
  const winners = replies.filter(({ status }) => status === 200).length
  const refusals = replies.filter(({ status }) => status === 409).length
  for (const { status } of replies)
    if (status !== 200 && status !== 409) outcome.other.set(status, (outcome.other.get(status) ?? 0) + 1)
  const held = await owner.query('select from coordination.assignment where request_id = $1', [id])
  if (winners === 1 && refusals === takers - 1 && held.rowCount === 1) outcome.oneWinner += 1
  else outcome.otherwise += 1
  outcome.refusals += refusals
}

console.log(machineLine('npm run bench -- takers'))
console.log(
  table(
    ['rounds', 'takers a round', 'rounds with one winner', 'other rounds', 'friendly refusals', 'other answers'],
    [
      [
        rounds,
        takers,
        outcome.oneWinner,
        outcome.otherwise,
        outcome.refusals,
        [...outcome.other].map(([status, count]) => `${status}: ${count}`).join(', ') || 'none',
      ],
    ],
  ),
)
await owner.end()
for (const app of apps) await app.stop()
await region.stop()
if (outcome.otherwise > 0) process.exitCode = 1

/** Two hundred nurses, each of an organisation of their own, in one team; half of them on each process. */
async function makeTakers(): Promise<Person[]> {
  const regionId = (await owner.query<{ id: string }>('select id from regions.region')).rows[0]!.id
  // Whatever is asked in these rounds goes to their team.
  await owner.query(
    "insert into coordination.route (id, region_id, priority, coordinating_team_id, pc4s) values ($1, $2, 0, $3, '{6811}')",
    [randomUUID(), regionId, teamId],
  )
  const ids: string[] = []
  for (let n = 0; n < takers; n += 1) {
    const [organization, practitioner, role, account] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    await owner.query(
      "insert into organizations.organization (id, region_id, slug, name, kind) values ($1, $2, $3, $3, 'provider')",
      [organization, regionId, `taker-${n}`],
    )
    await owner.query('insert into people.practitioner (id, region_id, name) values ($1, $2, $3)', [
      practitioner,
      regionId,
      `Taker ${n}`,
    ])
    await owner.query(
      "insert into people.practitioner_role (id, region_id, practitioner_id, organization_id, role, job_title) values ($1, $2, $3, $4, 'nurse', 'nurse')",
      [role, regionId, practitioner, organization],
    )
    await owner.query(
      "insert into people.user_account (id, region_id, practitioner_id, email, practice_hint) values ($1, $2, $3, $4, 'meting')",
      [account, regionId, practitioner, `taker-${n}@example.nl`],
    )
    await owner.query(
      'insert into people.coordinating_team_member (coordinating_team_id, practitioner_role_id) values ($1, $2)',
      [teamId, role],
    )
    ids.push(account)
  }
  return Promise.all(
    ids.map(async (person, n) => {
      const { address } = apps[n % 2]!
      const { token } = await new Person(address).json<{ token: string }>('POST', '/api/practice/sign-in', { person })
      return new Person(address, token)
    }),
  )
}
