import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, localDateOf } from '#kernel/dates.ts'
import { setLights } from '#modules/capacity/index.ts'
import { aTeam, aWish } from '#modules/capacity/testing.ts'
import { reactions as coordinationReactions } from '#modules/coordination/reactions.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { toValues } from './pages/weights-form.ts'
import { previewWeights } from './previewing.ts'
import { firstWeights, type Weights } from './rules/weights.ts'
import { getShortlist } from './shortlist.ts'
import { agreeOnWeights, listWeights } from './weights.ts'

let region: SmallRegion
let app: TestApp
let requestId: string
const tomorrow = addDays(localDateOf(new Date()), 1)
const heavier: Weights = { ...firstWeights, language: 60, travel: 5 }

beforeAll(async () => {
  region = await createSmallRegion()
  coordinationReactions(region.events)
  app = await createTestApp(region)
  await region.asOwner(`update organizations.organization set care_kinds = '{personal-care}' where kind = 'provider'`)
  await region.asOwner(`update organizations.organization set languages = '{tr}' where id = $1`, [
    region.organizations.beta,
  ])
  const alfa = await aTeam(region, 'alfa', { name: 'Team Alfa' })
  await aTeam(region, 'beta', { name: 'Team Bèta' })
  const cells = [0, 1, 2].map((day) => aWish(alfa, addDays(tomorrow, day), { light: 'green' }))
  await setLights(region.scope(region.people.adminAlfa), { key: crypto.randomUUID(), channel: 'page', cells })
  const sent = await aSentRequest(region.scope(region.anyone), {
    card: { careKinds: ['personal-care'], dayparts: ['morning'], startOn: tomorrow, languages: ['tr'] },
    identity: { familyName: 'Geheimstra' },
  })
  requestId = sent.id
})

const manager = () => region.scope(region.people.manager)
const firstTeam = async () =>
  (await getShortlist(region.scope(region.people.nurseAlfa), requestId)).candidates[0]?.party.teamName

describe('the weights of a region', () => {
  test('are tried on last month before they hold: how many others first, and examples without whom they are about', async () => {
    const preview = await previewWeights(manager(), firstWeights, heavier)
    expect(preview).toMatchObject({ requests: 1, nobody: 0, otherFirst: 1 })
    expect(preview.examples[0]).toMatchObject({
      was: { teamName: 'Team Alfa' },
      becomes: { teamName: 'Team Bèta' },
      because: 'language',
    })
    const visitor = app.as(region.people.manager)
    const page = await visitor.post('/regio/gewichten', toValues(heavier))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Taal: van 12 naar 60 punten')
    expect(page.text).toContain('Team Bèta')
    expect(page.text).not.toContain('Geheimstra')
    expect((await listWeights(manager())).now).toEqual(firstWeights)
    expect(await firstTeam()).toBe('Team Alfa')
    const log = await region.asOwner(`select user_name from audit.event where event_type = 'region.preview-weights'`)
    expect(log).toEqual([{ user_name: 'Rita Regio' }, { user_name: 'Rita Regio' }])
  })

  test('hold at once when they are agreed on, for shortlist and page, kept with who and why', async () => {
    const visitor = app.as(region.people.manager)
    const seen = Object.fromEntries(
      Object.entries(toValues(firstWeights)).map(([name, value]) => [`seen-${name}`, value]),
    )
    const without = await visitor.post('/regio/gewichten/afspreken', { ...toValues(heavier), ...seen })
    expect(without.status).toBe(422)
    const answer = await visitor.post('/regio/gewichten/afspreken', {
      ...toValues(heavier),
      ...seen,
      reason: 'Taal bleek belangrijker',
    })
    expect(answer.status).toBe(303)
    expect(await firstTeam()).toBe('Team Bèta')
    const page = await visitor.get('/regio/gewichten')
    expect(page.text).toContain('Taal bleek belangrijker')
    // Who still looks at the old ones agrees to nothing.
    const late = await agreeOnWeights(manager(), { value: firstWeights, seen: firstWeights, reason: 'terug' })
    expect(late).toMatchObject({ ok: false, refusal: 'changed-meanwhile' })
    const same = await agreeOnWeights(manager(), { value: heavier, seen: heavier, reason: 'nog eens' })
    expect(same).toMatchObject({ ok: false, refusal: 'nothing-changes' })
  })

  test('count as usual where the region agreed before they were there, visibly, until it agrees on them', async () => {
    const { carerGender: _, clientsThere: __, ...before } = heavier
    await region.asOwner(
      `insert into matching.weights_version (id, region_id, value, agreed_at, agreed_by_name, reason)
       values (gen_random_uuid(), $1, $2, now(), 'Rita Regio', 'van vroeger')`,
      [region.regionId, JSON.stringify(before)],
    )
    const { now, notAgreed } = await listWeights(manager())
    expect({ now, notAgreed }).toEqual({ now: heavier, notAgreed: ['carerGender', 'clientsThere'] })
    const visitor = app.as(region.people.manager)
    const page = await visitor.get('/regio/gewichten')
    expect(page.text).toContain('Er weegt iets mee dat nog niet is afgesproken')
    expect(page.text).toContain('Nog niet afgesproken, telt als gewoonlijk')
    // What stands there can be agreed on as it is.
    expect((await visitor.post('/regio/gewichten', toValues(heavier))).text).toContain('zoals het nu al telt')
    expect((await agreeOnWeights(manager(), { value: heavier, seen: heavier, reason: 'gezien' })).ok).toBe(true)
    expect((await listWeights(manager())).notAgreed).toEqual([])
    const few = await visitor.post('/regio/gewichten', { ...toValues(heavier), clientsThere: '2' })
    expect(few.status).toBe(422)
    expect(few.text).toContain('te herkennen om wie het gaat')
  })

  test('never add up to more than leaving open costs, and are numbers', async () => {
    const visitor = app.as(region.people.manager)
    const all = Object.fromEntries(Object.keys(toValues(firstWeights)).map((name) => [name, '100']))
    const heavy = await visitor.post('/regio/gewichten', all)
    expect(heavy.status).toBe(422)
    expect(heavy.text).toContain('meer dan 230 punten')
    const wrong = await visitor.post('/regio/gewichten', { ...toValues(heavier), travel: 'veel' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Vul een heel getal in')
  })

  test('are for the region manager: no page, no trying, no row behind it', async () => {
    for (const stranger of [region.people.nurseAlfa, region.people.adminAlfa, undefined]) {
      const visitor = app.as(stranger)
      expect((await visitor.get('/regio/gewichten')).status).not.toBe(200)
      expect((await visitor.post('/regio/gewichten', toValues(heavier))).status).not.toBe(200)
    }
    const nurse = region.scope(region.people.nurseAlfa)
    await expect(previewWeights(nurse, firstWeights, heavier)).rejects.toThrow()
    await expect(agreeOnWeights(nurse, { value: heavier, seen: heavier, reason: 'x' })).rejects.toThrow()
    // The fault planted: written past the policy.
    const planted = build.insertInto('matching.weights_version').values({
      id: crypto.randomUUID(),
      region_id: region.regionId,
      value: JSON.stringify(firstWeights),
      agreed_at: new Date(),
      agreed_by_name: 'Vreemde',
      reason: 'x',
    })
    await expect(read(nurse, { planted })).rejects.toThrow('row-level security')
  })
})
