import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { addDays, instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { aTeam } from '../testing.ts'
import { paths, weekPath } from './paths.ts'

const monday = '2026-11-23'
const at = (time: string, on = monday) => instantOf(on, time)

let region: SmallRegion
let app: TestApp
let people: SmallRegion['people']
let team: string

beforeAll(async () => {
  region = await createSmallRegion()
  people = region.people
  app = await createTestApp(region)
})

beforeEach(async () => {
  app.setClock(at('07:30'))
  team = await aTeam(region)
})

type Fields = Record<string, string>

/** The page as a form: every field with what it would send. */
async function open(actor: UserActor, address = weekPath(team)): Promise<Fields> {
  const { text } = await app.as(actor).get(address)
  const form = text.slice(text.indexOf('id="week"'), text.indexOf('class="save-bar"'))
  const fields: Fields = {}
  for (const [tag] of form.matchAll(/<input[^>]+>/g)) {
    const [name, value] = ['name', 'value'].map((part) => new RegExp(`${part}="([^"]*)"`).exec(tag)?.[1] ?? '')
    if (name && name !== '_csrf' && (!tag.includes('radio') || tag.includes('checked'))) fields[name] = value ?? ''
  }
  return fields
}

const light = (daypart = 'morning', on = monday) => `l-${on}-${daypart}`
const post = (actor: UserActor, fields: Fields) => app.as(actor).post(paths.week, fields)

async function save(actor: UserActor, more: Fields) {
  return post(actor, { ...(await open(actor)), ...more })
}

describe('the week of a team', () => {
  test('is 28 lights, not reported until somebody says', async () => {
    const fields = await open(people.nurseAlfa)
    expect(Object.keys(fields).filter((name) => name.startsWith('l-'))).toHaveLength(28)
    expect(new Set(Object.entries(fields).flatMap(([name, value]) => (name.startsWith('l-') ? [value] : [])))).toEqual(
      new Set(['unknown']),
    )
  })

  test('is saved in one go; only what differs from what was shown is written', async () => {
    const answer = await save(people.nurseAlfa, { [light()]: 'green', [light('evening')]: 'red', reden: 'full-routes' })
    expect(answer).toMatchObject({ status: 303, location: weekPath(team, monday, { gedaan: 'bewaard' }) })
    expect(await open(people.nurseAlfa2)).toMatchObject({ [light()]: 'green', [light('evening')]: 'red' })
    const rows = await region.asOwner('select reason from capacity.light where team_id = $1 order by daypart', [team])
    expect(rows).toEqual([{ reason: 'full-routes' }, { reason: null }])
  })

  test('asks why it is not green, and keeps what was chosen', async () => {
    const answer = await save(people.nurseAlfa, { [light()]: 'red' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Kies waarom er geen plek is')
    expect(answer.text).toMatch(/value="red"[^>]*checked|checked[^>]*value="red"/)
  })

  test('takes back a save with one button', async () => {
    const saved = await save(people.nurseAlfa, { [light()]: 'green' })
    const { text } = await app.as(people.nurseAlfa).get(saved.location ?? '')
    const wijziging = /name="wijziging" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const undone = await app.as(people.nurseAlfa).post(paths.undo, { team, vanaf: monday, wijziging })
    expect(undone.status).toBe(303)
    expect(await open(people.nurseAlfa)).toMatchObject({ [light()]: 'unknown' })
    app.setClock(at('07:45'))
    await save(people.nurseAlfa, { [light()]: 'green' })
    const late = /name="wijziging"/.exec((await app.as(people.nurseAlfa).get(weekPath(team))).text)
    expect(late).toBeNull()
  })

  test('shows the second of two what the first said, and saves after a decision', async () => {
    const fields = await open(people.nurseAlfa)
    await save(people.nurseAlfa2, { [light()]: 'red', reden: 'staff-ill' })
    const answer = await post(people.nurseAlfa, { ...fields, [light()]: 'green' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Een collega was u net voor')
    expect(answer.text).toContain('door Amir Alfa')
    const seen = new RegExp(`name="v-${monday}-morning" value="([^"]+)"`).exec(answer.text)?.[1] ?? ''
    expect(
      (await post(people.nurseAlfa, { ...fields, key: newId(), [`v-${monday}-morning`]: seen, [light()]: 'green' }))
        .status,
    ).toBe(303)
  })

  test('proposes what was said a week ago, with its reason', async () => {
    await save(people.nurseAlfa, { [light()]: 'red', reden: 'staff-ill' })
    app.setClock(at('07:30', addDays(monday, 7)))
    const later = addDays(monday, 7)
    const fields = await open(people.nurseAlfa, weekPath(team, later, { vul: 'vorige-week' }))
    expect(fields).toMatchObject({ [light('morning', later)]: 'red', [`b-${later}-morning`]: monday })
    expect((await post(people.nurseAlfa, fields)).status).toBe(303)
    const rows = await region.asOwner('select reason from capacity.light where team_id = $1 and light_on = $2', [
      team,
      later,
    ])
    expect(rows).toEqual([{ reason: 'staff-ill' }])
  })

  test('proposes one day for the days after it', async () => {
    await save(people.nurseAlfa, { [light()]: 'green' })
    const fields = await open(people.nurseAlfa, weekPath(team, monday, { kopieer: monday }))
    expect(fields[light('morning', addDays(monday, 6))]).toBe('green')
  })

  test('tells that lights grew old, and one button says them again', async () => {
    await save(people.nurseAlfa, { [light('evening', addDays(monday, 1))]: 'green' })
    const tuesday = addDays(monday, 1)
    app.setClock(at('08:00', tuesday))
    const { text } = await app.as(people.nurseAlfa2).get(weekPath(team))
    expect(text).toContain('Eén stoplicht is te oud')
    expect(text).toContain('was groen')
    const fields = await open(people.nurseAlfa2)
    expect((await post(people.nurseAlfa2, { ...fields, actie: 'bevestig' })).location).toContain('gedaan=bevestigd')
    expect(await open(people.nurseAlfa)).toMatchObject({ [light('evening', tuesday)]: 'green' })
  })

  test('leaves a daypart that is over alone, whatever is posted', async () => {
    app.setClock(at('12:30'))
    const answer = await save(people.nurseAlfa, { [light()]: 'green', [`v-${monday}-morning`]: '0.unknown' })
    expect(answer.status).toBe(303)
    expect(await region.asOwner('select from capacity.light where team_id = $1', [team])).toEqual([])
  })
})

describe('who', () => {
  test('a nurse of another organisation does not find this team', async () => {
    await aTeam(region, 'beta')
    expect((await app.as(people.nurseBeta).get(weekPath(team))).status).toBe(404)
    const own = await open(people.nurseBeta, paths.week)
    expect((await post(people.nurseBeta, { ...own, team, [light()]: 'green' })).status).toBe(404)
  })

  test('who sets no lights is refused', async () => {
    for (const actor of [people.gp, people.manager, people.privacyOfficer])
      expect((await app.as(actor).get(paths.week)).status).toBe(403)
  })

  test('an organisation without a team hears what to do', async () => {
    const { status, text } = await app
      .as({ ...people.nurseDesk, permissions: people.nurseAlfa.permissions })
      .get(paths.week)
    expect([status, text.includes('nog geen team')]).toEqual([200, true])
  })
})
