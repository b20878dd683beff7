import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { inviteFirst } from './first-people.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

const invite = async (email: string) => {
  const [scope] = await app.systemScopes('first-people')
  return scope && inviteFirst(scope, 'manager', email)
}
const lettersTo = (email: string) =>
  region.asOwner<{ body: string }>('select body from platform.mail where to_address = $1', [email])

describe('the first manager of an installation', () => {
  test('is made once, with the roles to begin with, and gets the invitation again until a password is set', async () => {
    const account = await invite('rita@regio.example')
    expect(account).toBeDefined()
    expect(await invite('Rita@regio.example')).toBe(account)
    const roles = await region.asOwner<{ role: string }>(
      `select r.role from people.practitioner_role r join people.user_account u using (practitioner_id)
        where u.id = $1 order by r.role`,
      [account],
    )
    expect(roles.map(({ role }) => role)).toEqual(['organization-administrator', 'region-manager'])
    const letters = await lettersTo('rita@regio.example')
    expect(letters).toHaveLength(2)
    const links = letters.map(({ body }) => /\/uitnodiging\/[\w-]{32}/.exec(body)?.[0] ?? '')
    const opened = await Promise.all(links.map(async (link) => (await app.as().get(link)).status))
    expect(opened.sort(), 'only the newest link opens').toEqual([200, 404])
  })

  test('two processes that start at once make one account', async () => {
    const accounts = await Promise.all([1, 2, 3].map(() => invite('tweeling@regio.example')))
    expect(new Set(accounts).size).toBe(1)
  })

  test('is not invited any more once a manager can sign in', async () => {
    await region.asOwner(`update people.user_account set password_hash = 'x' where email = 'rita@regio.example'`)
    expect(await invite('ander@regio.example')).toBeUndefined()
    expect(await lettersTo('ander@regio.example')).toEqual([])
  })

  test('leaves its row in the log', async () => {
    const [row] = await region.asOwner(
      `select * from audit.event where event_type = 'person.invite' order by at limit 1`,
    )
    expect(row).toMatchObject({ action: 'C', actor_kind: 'system', user_name: 'first-people' })
  })
})
