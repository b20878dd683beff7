import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { Person } from './person.ts'

export type Nurse = { person: Person; organizationId: string }

/**
 * So many nurses in one team, each of an organisation of their own, signed in at the address of their process. Whatever is asked in
 * 6811 goes to their team.
 */
export async function makeNurses(
  owner: pg.Pool,
  teamId: string,
  count: number,
  addressOf: (nth: number) => string,
): Promise<Nurse[]> {
  const region = await owner.query<{ region_id: string }>(
    'select region_id from organizations.coordinating_team where id = $1',
    [teamId],
  )
  const regionId = region.rows[0]!.region_id
  await owner.query(
    "insert into coordination.route (id, region_id, priority, coordinating_team_id, pc4s) values ($1, $2, 0, $3, '{6811}')",
    [randomUUID(), regionId, teamId],
  )
  const made: { account: string; organizationId: string }[] = []
  for (let n = 0; n < count; n += 1) {
    const [organizationId, practitioner, role, account] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    await owner.query(
      "insert into organizations.organization (id, region_id, slug, name, kind) values ($1, $2, $3, $3, 'provider')",
      [organizationId, regionId, `nurse-${n}`],
    )
    await owner.query('insert into people.practitioner (id, region_id, name) values ($1, $2, $3)', [
      practitioner,
      regionId,
      `Nurse ${n}`,
    ])
    await owner.query(
      "insert into people.practitioner_role (id, region_id, practitioner_id, organization_id, role, job_title) values ($1, $2, $3, $4, 'nurse', 'nurse')",
      [role, regionId, practitioner, organizationId],
    )
    await owner.query(
      "insert into people.user_account (id, region_id, practitioner_id, email, practice_hint) values ($1, $2, $3, $4, 'meting')",
      [account, regionId, practitioner, `nurse-${n}@example.nl`],
    )
    await owner.query(
      'insert into people.coordinating_team_member (coordinating_team_id, practitioner_role_id) values ($1, $2)',
      [teamId, role],
    )
    made.push({ account, organizationId })
  }
  return Promise.all(
    made.map(async ({ account, organizationId }, nth) => {
      const address = addressOf(nth)
      const { token } = await new Person(address).json<{ token: string }>('POST', '/api/practice/sign-in', {
        person: account,
      })
      return { person: new Person(address, token), organizationId }
    }),
  )
}
