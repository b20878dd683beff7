import { beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { ActorIsStale } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read } from '#platform/database/transaction.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { type Caller, makeDoor } from './identify.ts'
import { deleteEndedSessions, startSession } from './sessions.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
})

const aDoor = () => {
  const { identify, forget } = makeDoor({ secure: false })
  const here = region.scope(region.anyone)
  return {
    identify: (caller: Caller) => identify(caller, here),
    forget: (caller: Caller) => forget(caller, here),
  }
}
const withCookie = (token: string) => ({ cookies: { session: token }, headers: {} })
const withToken = (token: string) => ({ cookies: {}, headers: { authorization: `Bearer ${token}` } })

async function signIn(person: UserActor, kind: 'browser' | 'api' = 'browser', at?: Date): Promise<string> {
  const [role] = await region.asOwner<{ id: string }>(
    `select r.id from people.practitioner_role r join people.user_account u using (practitioner_id) where u.id = $1`,
    [person.userId],
  )
  const scope = region.scope(region.system, at)
  const session = await startSession(scope, {
    accountId: person.userId,
    roleId: role?.id ?? '',
    kind,
    by: 'practice',
  })
  return session?.token ?? ''
}

const names = build.selectFrom('regions.region').select('name')

describe('the door', () => {
  test('knows who comes with a session: by cookie or by bearer token, with teams and permissions', async () => {
    const token = await signIn(region.people.nurseAlfa)
    const door = aDoor()
    for (const caller of [withCookie(token), withToken(token)]) {
      const known = await door.identify(caller)
      expect(known?.actor).toEqual(region.people.nurseAlfa)
    }
  })

  test('knows nobody by a token that is made up, of another form, or missing', async () => {
    const door = aDoor()
    expect(await door.identify({ cookies: {}, headers: {} })).toBeUndefined()
    for (const token of ['x'.repeat(32), '', `${'x'.repeat(31)}'`, 'x'.repeat(10_000)]) {
      expect(await door.identify(withCookie(token))).toBeUndefined()
      expect(await door.identify(withToken(token))).toBeUndefined()
    }
  })

  test('keeps tokens as hashes only', async () => {
    const token = await signIn(region.people.gp)
    const [{ text } = { text: '' }] = await region.asOwner<{ text: string }>(
      `select string_agg(s::text || encode(token_hash, 'escape'), ' ') as text from access.session s`,
    )
    expect(text).not.toContain(token)
    expect(text).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })

  test('lets a right that was taken away count within the next transaction, although the actor was kept', async () => {
    const { nurseGamma } = region.people
    const token = await signIn(nurseGamma)
    const door = aDoor()
    const known = await door.identify(withCookie(token))
    const scope = { ...region.scope(nurseGamma), entry: known?.entry }
    await expect(read(scope, { names })).resolves.toBeTruthy()

    await region.asOwner('delete from people.coordinating_team_member where coordinating_team_id = $1', [
      region.teams.zuid,
    ])
    await expect(read(scope, { names })).rejects.toThrow(ActorIsStale)

    expect((await door.identify(withCookie(token)))?.actor.coordinatingTeamIds).toEqual([region.teams.zuid])
    door.forget(withCookie(token))
    const again = await door.identify(withCookie(token))
    expect(again?.actor.coordinatingTeamIds).toEqual([])
    await expect(read({ ...scope, entry: again?.entry }, { names })).resolves.toBeTruthy()
  })

  test.each(['role', 'account'] as const)('opens no more for someone whose %s was ended', async (what) => {
    const person = what === 'role' ? region.people.nurseBeta : region.people.nurseDesk
    const token = await signIn(person)
    const door = aDoor()
    const known = await door.identify(withCookie(token))
    await region.asOwner(
      what === 'role'
        ? `update people.practitioner_role set active = false
             where practitioner_id = (select practitioner_id from people.user_account where id = $1)`
        : 'update people.user_account set active = false where id = $1',
      [person.userId],
    )
    await expect(read({ ...region.scope(person), entry: known?.entry }, { names })).rejects.toThrow(ActorIsStale)
    expect(await aDoor().identify(withCookie(token))).toBeUndefined()
  })

  test('lets go of a browser that was idle for an hour, not of a program', async () => {
    const browser = await signIn(region.people.adminAlfa)
    const program = await signIn(region.people.adminAlfa, 'api')
    await region.asOwner(`update access.session set last_seen_at = now() - interval '61 minutes'`)
    expect(await aDoor().identify(withCookie(browser))).toBeUndefined()
    expect(await aDoor().identify(withToken(program))).toBeDefined()
  })

  test('lets go of everyone after twelve hours', async () => {
    const yesterday = new Date(Date.now() - 12 * 3_600_000)
    const token = await signIn(region.people.manager, 'api', yesterday)
    expect(await aDoor().identify(withToken(token))).toBeUndefined()
  })

  test('forgets a session a month after it ended', async () => {
    await signIn(region.people.manager, 'api', new Date(Date.now() - 40 * 86_400_000))
    await signIn(region.people.manager, 'api', new Date(Date.now() - 20 * 86_400_000))
    const count = async () =>
      (await region.asOwner<{ n: number }>('select count(*)::int as n from access.session'))[0]?.n ?? 0
    const before = await count()
    await inTransaction(region.scope(region.system), deleteEndedSessions)
    expect(await count()).toBe(before - 1)
  })
})
