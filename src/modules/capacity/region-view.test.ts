import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { type RegionQuestion, toRegionQuestion } from './region-question.ts'
import { getRegionView } from './region-view.ts'
import { setLights } from './setting.ts'
import { aTeam, aWish } from './testing.ts'

const monday = '2026-11-23'
const now = instantOf(monday, '09:00')
let region: SmallRegion
let teams: Record<'centrum' | 'oost' | 'zuid' | 'silent', string>

beforeAll(async () => {
  region = await createSmallRegion()
  await showTo('referrers')
  teams = {
    centrum: await aTeam(region, 'alfa', { name: 'Centrum', pc4s: ['6811', '6812'] }),
    oost: await aTeam(region, 'beta', { name: 'Oost', pc4s: ['6811'] }),
    zuid: await aTeam(region, 'gamma', { name: 'Zuid', pc4s: ['6841'] }),
    silent: await aTeam(region, 'gamma', { name: 'Stil', pc4s: ['6861'] }),
  }
  await region.asOwner(
    `update organizations.team set care_kinds = '{nursing,wound}', expertises = '{wound}' where id = $1`,
    [teams.oost],
  )
  await region.asOwner(
    `update organizations.organization set languages = '{nl,tr}', insurers = '{3332}' where id = $1`,
    [region.organizations.beta],
  )
  const say = (actor: 'nurseAlfa' | 'nurseBeta' | 'nurseGamma', cells: Parameters<typeof setLights>[1]['cells']) =>
    setLights(region.scope(region.people[actor], now), { key: newId(), channel: 'page', cells })
  const full = { light: 'red', reason: 'full-routes' } as const
  await say('nurseAlfa', [aWish(teams.centrum, monday, full), aWish(teams.centrum, monday, { daypart: 'evening' })])
  await say('nurseBeta', [
    aWish(teams.oost, monday, { light: 'amber', reason: 'full-routes' }),
    aWish(teams.oost, monday, { careKind: 'wound' }),
  ])
  await say('nurseGamma', [aWish(teams.zuid, monday, full), aWish(teams.zuid, addDays(monday, 2))])
})

const showTo = (audience: string) =>
  region.asOwner(
    `update regions.region set way_of_working = way_of_working || jsonb_build_object('lightAudience', $1::text)`,
    [audience],
  )
const ask = (query: object = {}, at = now) =>
  getRegionView(region.scope(region.people.nurseAlfa, at), toRegionQuestion({ dag: monday, ...query }, monday))
const namesOf = async (query: object) => (await ask(query)).teams.map(({ name }) => name)

describe('the region view', () => {
  test('shows each team with its lights, who has room first, and who says nothing last', async () => {
    const { teams: found, total } = await ask()
    expect(total).toBe(4)
    expect(found.map(({ name }) => name)).toEqual(['Centrum', 'Oost', 'Zuid', 'Stil'])
    expect(found[0]?.lights.map(({ daypart, light }) => [daypart, light])).toEqual([
      ['evening', 'green'],
      ['morning', 'red'],
    ])
    expect(found[1]?.narrowed).toMatchObject([{ careKind: 'wound', light: 'green' }])
    expect(found[3]?.lights).toEqual([])
  })

  test('counts what the teams say, and those that say nothing', async () => {
    const { stands } = await ask()
    expect(stands[0]).toEqual({ daypart: 'morning', counts: { green: 0, amber: 1, red: 2, unknown: 1 } })
    expect(stands[2]).toEqual({ daypart: 'evening', counts: { green: 1, amber: 0, red: 0, unknown: 3 } })
  })

  test('gives each area the best light of who serves it', async () => {
    const areas = (await ask()).areas.map(({ pc4, light, teams: serving, withRoom }) => [pc4, light, serving, withRoom])
    expect(areas).toEqual([
      ['6811', 'green', 2, 1],
      ['6812', 'green', 1, 1],
      ['6841', 'red', 1, 0],
      ['6861', 'unknown', 1, 0],
    ])
    const morning = (await ask({ dagdeel: 'morning' })).areas.map(({ light }) => light)
    expect(morning).toEqual(['amber', 'red', 'red', 'unknown'])
  })

  test.each([
    [{ postcode: '6811' }, ['Centrum', 'Oost']],
    [{ postcode: '9999' }, []],
    [{ gemeente: 'Arnhem' }, ['Centrum', 'Oost', 'Zuid', 'Stil']],
    [{ gemeente: 'Elders' }, []],
    [{ zorg: 'nursing' }, ['Oost']],
    [{ deskundigheid: 'wound' }, ['Oost']],
    [{ taal: 'tr' }, ['Oost']],
    [{ verzekeraar: '3332' }, ['Oost']],
    [{ ruimte: 'ja' }, ['Centrum']],
    [{ ruimte: 'ja', dagdeel: 'morning' }, []],
    [{ ruimte: 'ja', dagdeel: 'morning', zorg: 'wound' }, ['Oost']],
  ])('filters %j', async (query, names) => {
    expect(await namesOf(query)).toEqual(names)
  })

  test('a light for the kind of care one asks for goes before the general one', async () => {
    const { teams: found } = await ask({ zorg: 'wound' })
    expect(found[0]?.lights).toMatchObject([{ daypart: 'morning', careKind: 'wound', light: 'green' }])
  })

  test('a week shows all its days', async () => {
    const { teams: found, total } = await ask({ beeld: 'week' })
    expect(total).toBe(4)
    expect(found.find(({ name }) => name === 'Zuid')?.lights.map(({ on, light }) => [on, light])).toEqual([
      [monday, 'red'],
      [addDays(monday, 2), 'green'],
    ])
    expect(await namesOf({ beeld: 'week', ruimte: 'ja' })).toEqual(['Centrum', 'Zuid'])
  })

  test('grey is what it is when a light grew old', async () => {
    const wednesday = addDays(monday, 2)
    const { stands, areas } = await ask({ dag: wednesday }, instantOf(wednesday, '09:00'))
    expect(stands.map(({ counts }) => counts.unknown)).toEqual([4, 4, 4, 4])
    expect(new Set(areas.map(({ light }) => light))).toEqual(new Set(['unknown']))
  })

  test('a day that is over is shown as it was', async () => {
    const { stands } = await getRegionView(
      region.scope(region.people.nurseAlfa, instantOf(addDays(monday, 3), '09:00')),
      toRegionQuestion({ dag: monday }, addDays(monday, 3)),
    )
    expect(stands[0]?.counts).toEqual({ green: 0, amber: 1, red: 2, unknown: 1 })
  })
})

describe('who may not see a light', () => {
  const questions: Partial<Record<string, string>>[] = [{}, { beeld: 'week' }, { beeld: 'lijst' }, { beeld: 'kaart' }]
  const seenBy = async (actor: 'transferNurse' | 'nurseGamma' | 'nurseAlfa' | 'manager' | 'anyone', query: object) => {
    const viewer = actor === 'anyone' ? region.anyone : region.people[actor]
    const question: RegionQuestion = toRegionQuestion({ dag: monday, ...query }, monday)
    return getRegionView(region.scope(viewer, now), question)
  }

  test.each(questions)('does not see the team, its count or its area either (%j)', async (query) => {
    await region.asOwner(
      `insert into capacity.organization_setting (organization_id, region_id, audience) values ($1, $2, 'team')
       on conflict (organization_id) do update set audience = 'team'`,
      [region.organizations.alfa, region.regionId],
    )
    for (const actor of ['transferNurse', 'nurseGamma', 'anyone'] as const) {
      const found = await seenBy(actor, query)
      expect(JSON.stringify(found)).not.toContain('Centrum')
      expect(JSON.stringify(found)).not.toContain(teams.centrum)
      expect(found.total).toBe(actor === 'anyone' ? 0 : 3)
      if (found.areas.length > 0) expect(found.areas[1]).toMatchObject({ pc4: '6812', teams: 0, light: 'unknown' })
    }
    for (const actor of ['nurseAlfa', 'manager'] as const) expect((await seenBy(actor, query)).total).toBe(4)
    await region.asOwner('delete from capacity.organization_setting')
  })

  test('a planted hole in the audience would be seen', async () => {
    await showTo('everyone')
    expect((await seenBy('anyone', {})).total).toBe(4)
    await showTo('referrers')
    expect((await seenBy('anyone', {})).total).toBe(0)
  })
})
