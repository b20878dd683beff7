import { CompiledQuery } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
})

const changesOf = (id: string) =>
  region.asOwner<{
    version: number
    action: string
    newest: boolean
    fields: string[]
    what: Record<string, unknown> | null
    by_user: string | null
  }>(
    'select version, action, newest, fields, what, by_user from organizations.change where object_id = $1 order by id',
    [id],
  )

describe('what changed is remembered by the database', () => {
  test('whoever changes it: what is new, by whom, and how it was before', async () => {
    const { alfa } = region.organizations
    await asAdminAlfa(`update organizations.organization set website = 'https://alfa.example/' where slug = 'alfa'`)
    const changes = await changesOf(alfa)
    expect(changes.map(({ version, action, newest }) => ({ version, action, newest }))).toEqual([
      { version: 1, action: 'C', newest: false },
      { version: 2, action: 'U', newest: true },
    ])
    expect(changes[1]).toMatchObject({ fields: ['website'], by_user: region.people.adminAlfa.userId })
    expect(changes[0]?.what).toMatchObject({ website: null, name: 'Alfa Thuiszorg' })
  })

  test('a team with its areas, as they are when the change commits', async () => {
    const id = newId()
    await inTransaction(region.scope(region.people.adminAlfa), async (tx) => {
      await tx.db
        .insertInto('organizations.team')
        .values({
          id,
          region_id: region.regionId,
          organization_id: region.organizations.alfa,
          name: 'Team Singels',
        })
        .execute()
      await tx.db.insertInto('organizations.service_area').values({ team_id: id, pc4: '6811' }).execute()
    })
    expect((await changesOf(id))[0]?.what).toMatchObject({ name: 'Team Singels', pc4s: ['6811'] })
  })

  test('also that it was removed, and what it was', async () => {
    const id = newId()
    await asAdminAlfa(`insert into organizations.location (id, region_id, organization_id, name, street, postcode, place)
      select '${id}', region_id, id, 'Kantoor', 'Dijk 1', '6811AB', 'Arnhem' from organizations.organization where slug = 'alfa'`)
    await asAdminAlfa(`delete from organizations.location where id = '${id}'`)
    const changes = await changesOf(id)
    expect(changes.map(({ version, action, newest }) => ({ version, action, newest }))).toEqual([
      { version: 1, action: 'C', newest: false },
      { version: 2, action: 'D', newest: true },
    ])
    expect(changes[1]?.what).toBeNull()
  })

  test('but not that somebody looked at it and found it right', async () => {
    const before = await changesOf(region.organizations.alfa)
    await asAdminAlfa(`update organizations.organization set confirmed_at = now() where slug = 'alfa'`)
    expect(await changesOf(region.organizations.alfa)).toEqual(before)
  })

  test.each([
    ['rewrites', 'update organizations.change set by_user = null'],
    ['adds', `insert into organizations.change (region_id) select region_id from organizations.change`],
    ['removes', 'delete from organizations.change'],
    ['makes up', `select organizations.remember('organization', gen_random_uuid(), '{}')`],
  ])('nobody %s history', async (_what, statement) => {
    await expect(asAdminAlfa(statement)).rejects.toThrow(/permission denied/)
  })
})

describe('contact people and places', () => {
  test.each([
    [
      'a contact person in the name of another organisation',
      `insert into organizations.contact_person (id, region_id, coordinating_team_id, organization_id, first_name, job_title)
        select gen_random_uuid(), o.region_id, c.id, o.id, 'Eva', 'Wijkverpleegkundige'
          from organizations.organization o, organizations.coordinating_team c where o.slug = 'beta' and c.slug = 'noord'`,
    ],
    [
      'a location of another organisation',
      `insert into organizations.location (id, region_id, organization_id, name, street, postcode, place)
        select gen_random_uuid(), region_id, id, 'Kantoor', 'Dijk 1', '6811AB', 'Arnhem' from organizations.organization where slug = 'beta'`,
    ],
    [
      'an endpoint of another organisation',
      `insert into organizations.endpoint (id, region_id, organization_id, name, connection_type, address)
        select gen_random_uuid(), region_id, id, 'x', 'hl7-fhir-rest', 'https://x.example' from organizations.organization where slug = 'beta'`,
    ],
  ])('an administrator does not add %s', async (_what, statement) => {
    await expect(asAdminAlfa(statement)).rejects.toThrow(/row-level security/)
    expect(await asAdminAlfa(statement.replaceAll("'beta'", "'alfa'"))).toBe(1)
  })
})

async function asAdminAlfa(statement: string): Promise<number> {
  return inTransaction(region.scope(region.people.adminAlfa), async (tx) => {
    const { numAffectedRows } = await tx.db.executeQuery(CompiledQuery.raw(statement))
    return Number(numAffectedRows ?? 0)
  })
}
