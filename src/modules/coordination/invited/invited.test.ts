import { beforeAll, describe, expect, test } from 'vitest'
import { aSentRequest } from '#modules/requests/testing.ts'
import { withdrawRequest } from '#modules/requests/withdrawing.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'
import type { InvitedScope } from '../rules/invited/inviting.ts'
import { takeRequest } from '../taking/taking.ts'
import { inviteParty, revokeInvitation } from './inviting.ts'
import { invitationCodeHash, invitationKeyOf } from './keys.ts'
import { type CodeAnswer, findInvitation, lookAsInvited, tryCode } from './looking.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  reactions(region.events)
})

const now = new Date('2026-11-23T09:00:00Z')
type Name = keyof SmallRegion['people']
const as = (name: Name, at = now) => region.scope(region.people[name], at)
const anyone = (at = now) => region.scope(region.anyone, at)

async function invited(scope: InvitedScope[], by: Name = 'nurseAlfa') {
  const { id } = await aSentRequest(anyone(), { identity: { familyName: 'Geheimstra', street: 'Stille Steeg' } })
  await takeRequest(as('nurseAlfa'), { requestId: id })
  const outcome = await inviteParty(as(by), {
    requestId: id,
    kind: 'welfare',
    name: 'Welzijn Noord',
    email: 'welzijn@example.nl',
    role: 'Kan iemand twee keer per week koken?',
    scope,
    untilOn: '2026-12-23',
    clientAgrees: true,
  })
  if (!outcome.ok) return { id, refusal: outcome.refusal.code }
  const [row] = await region.asOwner<{ id: string }>(
    'select id from coordination.invited_party where request_id = $1',
    [id],
  )
  const { seal } = anyone()
  const key = invitationKeyOf(seal, row!.id)
  return {
    id,
    key,
    code: outcome.value.code,
    invitationId: row!.id,
    codeHash: invitationCodeHash(seal, key, outcome.value.code),
  }
}

describe('an invitation', () => {
  test('shows what it names, and nothing else', async () => {
    for (const scope of ['care', 'progress', 'takers', 'client'] as const) {
      const { key, codeHash } = await invited([scope])
      const shown = await lookAsInvited(anyone(), key!, codeHash!)
      const parts = (['care', 'progress', 'takers', 'client'] as const).filter((part) => shown?.[part] !== undefined)
      expect(parts).toEqual([scope])
      expect(JSON.stringify(shown).includes('Geheimstra')).toBe(scope === 'client')
      expect(JSON.stringify(shown).includes('Alfa Thuiszorg')).toBe(true)
    }
  })

  test('opens only with the code, which the mail does not hold', async () => {
    const { key, code, codeHash } = await invited(['care'])
    expect(await findInvitation(anyone(), key!)).toEqual({
      name: 'Welzijn Noord',
      untilOn: '2026-12-23',
      regionName: 'Regio Testwijk',
    })
    const { seal } = anyone()
    expect(await lookAsInvited(anyone(), key!, invitationCodeHash(seal, key!, '000000x'))).toBeUndefined()
    expect(await lookAsInvited(anyone(), 'A'.repeat(32), codeHash!)).toBeUndefined()
    const [mail] = await region.asOwner<{ payload: string }>(
      "select body as payload from platform.mail where to_address = 'welzijn@example.nl' order by created_at desc limit 1",
    )
    expect(mail?.payload ?? '').not.toContain(code)
  })

  test('gives five tries at the code in a quarter of an hour', async () => {
    const { key, code } = await invited(['care'])
    const answers: CodeAnswer[] = []
    for (let nth = 0; nth < 5; nth += 1) answers.push(await tryCode(anyone(), key!, 'x'))
    expect([...answers, await tryCode(anyone(), key!, code!)]).toEqual([
      'wrong',
      'wrong',
      'wrong',
      'wrong',
      'wrong',
      'too-many',
    ])
    expect(await tryCode(anyone(new Date('2026-11-23T09:16:00Z')), key!, code!)).toBe('ok')
  })

  test('ends on its day, when it is taken back, and with the request', async () => {
    const first = await invited(['care'])
    const lastDay = new Date('2026-12-23T22:30:00Z')
    expect(await lookAsInvited(anyone(lastDay), first.key!, first.codeHash!)).toBeDefined()
    expect(await lookAsInvited(anyone(new Date('2026-12-23T23:30:00Z')), first.key!, first.codeHash!)).toBeUndefined()
    await revokeInvitation(as('nurseAlfa'), { requestId: first.id, invitationId: first.invitationId! })
    expect(await lookAsInvited(anyone(), first.key!, first.codeHash!)).toBeUndefined()
    const second = await invited(['care'])
    const link = { kind: 'link', regionId: region.regionId, requestId: second.id, verified: true } as const
    await withdrawRequest(region.scope(link, now), { requestId: second.id, reason: 'arranged' })
    expect(await findInvitation(anyone(), second.key!)).toBeUndefined()
  })

  test('is in the log, made and looked at, and the requester reads who looks along', async () => {
    const { id, key, codeHash } = await invited(['care', 'progress'])
    await lookAsInvited(anyone(), key!, codeHash!)
    const rows = await region.asOwner<{ event_type: string; actor_kind: string }>(
      "select event_type, actor_kind from audit.event where care_request_id = $1 and event_type like 'invit%' or (care_request_id = $1 and event_type = 'request.invite') order by id",
      [id],
    )
    expect(rows).toEqual([
      { event_type: 'request.invite', actor_kind: 'user' },
      { event_type: 'invitation.read', actor_kind: 'public' },
    ])
    const [told] = await region.asOwner(
      "select facts ->> 'party' as party from requests.history_entry where request_id = $1 and code = 'party-invited'",
      [id],
    )
    expect(told).toEqual({ party: 'Welzijn Noord' })
  })

  test('is for who holds or has the request, and who may not see the client cannot show the client', async () => {
    expect((await invited(['care'], 'nurseBeta')).refusal).toBe('holder-only')
    const { id } = await aSentRequest(anyone())
    const outcome = await inviteParty(as('nurseBeta'), {
      requestId: id,
      kind: 'welfare',
      name: 'Welzijn Noord',
      email: 'welzijn@example.nl',
      role: 'Meedenken',
      scope: ['client'],
      untilOn: '2026-12-01',
      clientAgrees: true,
    })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'identity-not-yours' } })
  })
})

describe('the database', () => {
  test('gives the invited no table to read: not the card, not the invitation', async () => {
    const { id, key } = await invited(['care'])
    const seen = await inTransaction(anyone(), async (tx) => [
      await tx.db.selectFrom('requests.care_request').select('id').where('id', '=', id).execute(),
      await tx.db.selectFrom('coordination.invited_party').select('id').where('request_id', '=', id).execute(),
      await tx.db.selectFrom('requests.patient_identity').select('request_id').where('request_id', '=', id).execute(),
    ])
    expect([seen, key?.length]).toEqual([[[], [], []], 32])
  })

  test('holds that the client is shown with consent only', async () => {
    const { id } = await invited(['client'])
    await expect(
      region.asOwner('update coordination.invited_party set consent_at = null where request_id = $1', [id]),
    ).rejects.toThrow('client_is_shown_with_consent')
  })
})

describe('the pages', () => {
  test('the nurse invites, hears the code once, and the invited reads with link and code', async () => {
    app.setClock(now)
    const { id } = await aSentRequest(anyone(), { identity: { familyName: 'Geheimstra' } })
    await takeRequest(as('nurseAlfa'), { requestId: id })
    const nurse = app.as(region.people.nurseAlfa)
    expect((await nurse.get(`/zorgvragen/${id}`)).text).toContain('Iemand uit de wijk uitnodigen')
    const form = {
      soort: 'welfare',
      naam: 'Welzijn Noord',
      mail: 'welzijn@example.nl',
      rol: 'Samen eten',
      ziet: 'care',
      'tot-day': '1',
      'tot-month': '12',
      'tot-year': '2026',
    }
    const wrong = await nurse.post(`/zorgvragen/${id}/uitnodigen`, { ...form, mail: 'geen-adres' })
    expect([wrong.status, wrong.text.includes('Vul een e-mailadres in')]).toEqual([422, true])
    const done = await nurse.post(`/zorgvragen/${id}/uitnodigen`, form)
    const code = /(\d{3}) (\d{3})<\/p>/.exec(done.text)?.slice(1).join('') ?? ''
    expect([done.status, code.length]).toEqual([200, 6])
    expect((await nurse.get(`/zorgvragen/${id}`)).text).toContain('Nog niet gekeken')

    const [row] = await region.asOwner<{ id: string }>(
      'select id from coordination.invited_party where request_id = $1',
      [id],
    )
    // The app of this test has a key of its own.
    const [mail] = await region.asOwner<{ body: string }>(
      "select body from platform.mail where to_address = 'welzijn@example.nl' order by created_at desc limit 1",
    )
    const path = /\/meekijken\/[\w-]{32}/.exec(mail?.body ?? '')?.[0] ?? ''
    expect([row !== undefined, path.length]).toEqual([true, 43])
    const outsider = app.as()
    const before = await outsider.get(path)
    expect([before.status, before.text.includes('Code van zes cijfers'), before.text.includes('Persoonlijke')]).toEqual(
      [200, true, false],
    )
    expect((await outsider.post(path, { code: '1' })).status).toBe(422)
    expect((await outsider.post(path, { code })).status).toBe(303)
    const after = await outsider.get(path)
    expect([after.text.includes('Persoonlijke verzorging'), after.text.includes('Geheimstra')]).toEqual([true, false])
    expect((await app.as().get(`/meekijken/${'B'.repeat(32)}`)).status).toBe(404)
    app.setClock()
  })
})
