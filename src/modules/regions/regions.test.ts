import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, localDateOf } from '#kernel/dates.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { coordinatingTeams, fillIn, getRegion, listReasons, presets, presetText, type WayOfWorking } from './index.ts'
import { toValues } from './pages/read-way.ts'
import { forgetRegion } from './region.ts'
import { wayOfWorkingSchema } from './way-of-working-schema.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})
const rita = () => app.as(region.people.manager)
const seenOn = async (url: string) => /name="seen" value="([^"]*)"/.exec((await rita().get(url)).text)?.[1] ?? ''

const today = localDateOf(new Date())
const tomorrow = addDays(today, 1)
const dateFields = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { 'from-day-day': day, 'from-day-month': month, 'from-day-year': year }
}
/** The form as the page shows it for the way of working that holds now. */
const form = (other: Record<string, string | string[]> = {}) => ({
  ...toValues(coordinatingTeams(region.teams.desk)),
  ...dateFields(today),
  ...other,
})
const propose = async (other: Record<string, string | string[]>) => {
  const { location } = await rita().post('/regio/werkwijze/wijzigen', form(other))
  return String(location)
}

describe('the region', () => {
  test('is shown to its manager in plain words', async () => {
    const page = await rita().get('/regio')
    expect(page.text).toContain('iemand pakt die op binnen 4 uur')
    expect(page.text).toContain('27 werkuren (3 werkdagen)')
    expect(page.text).toContain('6811, 6812, 6841, 6861')
  })

  test('is closed to everyone else', async () => {
    for (const person of ['nurseAlfa', 'gp', 'adminAlfa', 'privacyOfficer'] as const) {
      for (const url of [
        '/regio',
        '/regio/werkwijze',
        '/regio/werkwijze/wijzigen',
        '/regio/werkwijze/kiezen',
        '/regio/redenen',
        '/regio/redenen/wijzigen?lijst=return',
      ]) {
        expect((await app.as(region.people[person]).get(url)).status).toBe(403)
      }
      expect((await app.as(region.people[person]).post('/regio/werkwijze/wijzigen', form())).status).toBe(403)
    }
  })
})

describe('the way of working', () => {
  test('is told in plain words, proposed, looked at with what it would have done, and agreed', async () => {
    expect((await rita().get('/regio/werkwijze')).text).toContain('Een zorgvraag ‘vandaag’ is binnen 4 uur opgepakt.')
    const proposal = await propose({ 'today-hours': '3', closeAfterDays: '21', 'preferredFirst-hours': '2' })
    expect((await getRegion(region.scope(region.anyone))).wayOfWorking.closeAfterDays).toBe(14)
    const page = await rita().get(proposal)
    expect(page.text).toContain('Een zorgvraag ‘vandaag’ is binnen 3 uur opgepakt.')
    expect(page.text).toContain('Wat dit de afgelopen 30 dagen had uitgemaakt')
    expect((await rita().post(`${proposal}/afspreken`)).location).toBe('/regio/werkwijze?gelukt=afgesproken')
    const { wayOfWorking } = await getRegion(region.scope(region.anyone))
    expect(wayOfWorking).toMatchObject({ closeAfterDays: 21, fallbackDeskId: region.teams.desk })
    expect(wayOfWorking.deadlines.today).toEqual({ kind: 'clock', hours: 3 })
    const events = await region.asOwner<{ event_type: string; user_id: string }>(
      `select event_type, user_id from audit.event where event_type like 'region.%' order by id`,
    )
    expect(events.map(({ event_type }) => event_type)).toEqual(['region.propose-way', 'region.update'])
    expect(events.every(({ user_id }) => user_id === region.people.manager.userId)).toBe(true)
  })

  test('that was agreed in between is not overwritten unseen', async () => {
    const first = await propose({ 'today-hours': '5' })
    const second = await propose({ 'today-hours': '6' })
    await rita().post(`${second}/afspreken`)
    const late = await rita().post(`${first}/afspreken`)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Intussen is een andere werkwijze afgesproken.')
    expect((await getRegion(region.scope(region.anyone))).wayOfWorking.deadlines.today.hours).toBe(6)
  })

  test('for later waits for its day, and can be taken back until then', async () => {
    const later = await propose({ 'today-hours': '9', ...dateFields(tomorrow) })
    await rita().post(`${later}/afspreken`)
    expect((await getRegion(region.scope(region.anyone))).wayOfWorking.deadlines.today.hours).toBe(6)
    await region.asOwner(`update regions.way_of_working_version set effective_on = effective_on - 1 where id = $1`, [
      later.split('/').at(-1),
    ])
    forgetRegion(region.database)
    expect((await getRegion(region.scope(region.anyone))).wayOfWorking.deadlines.today.hours).toBe(9)
    expect((await rita().post(`${later}/intrekken`)).status).toBe(409)
    const other = await propose({ ...dateFields(tomorrow) })
    expect((await rita().post(`${other}/intrekken`)).location).toBe('/regio/werkwijze?gelukt=vervallen')
    expect((await rita().post(`${other}/afspreken`)).status).toBe(409)
  })

  test('is one of seven, whole, with the desk of the region', async () => {
    for (const preset of presets) {
      const { location } = await rita().post('/regio/werkwijze/kiezen', { preset, ...dateFields(today) })
      expect((await rita().get(String(location))).status).toBe(200)
      expect((await rita().post(`${location}/afspreken`)).status).toBe(303)
      expect((await getRegion(region.scope(region.anyone))).wayOfWorking).toEqual(fillIn(preset, region.teams.desk))
      expect((await rita().get('/regio/werkwijze')).text).toContain(presetText[preset].name)
    }
  })

  test('is read, proposed and agreed on by program as well, and by nobody else', async () => {
    const at = '/api/way-of-working'
    const body = { effectiveOn: today, way: { preset: 'answer-rounds' } }
    const proposed = await rita().api('POST', `${at}/proposals`, body)
    const { id } = proposed.json<{ id: string }>()
    expect((await rita().api('POST', `${at}/proposals/${id}/agree`)).json()).toEqual({ id, done: true })
    expect((await rita().api('POST', `${at}/proposals/${id}/cancel`)).json()).toMatchObject({ code: 'has-begun' })
    const read = (await rita().api('GET', at)).json<{ now: WayOfWorking; versions: { id: string }[] }>()
    expect(read.now).toEqual(fillIn('answer-rounds', region.teams.desk))
    expect(read.versions[0]).toMatchObject({ id, agreed: true, cancelled: false })
    const whole = { effectiveOn: today, way: { value: { ...read.now, closeAfterDays: 0 } } }
    expect((await rita().api('POST', `${at}/proposals`, whole)).status).toBe(400)
    for (const person of ['nurseAlfa', 'adminAlfa', 'privacyOfficer'] as const) {
      expect((await app.as(region.people[person]).api('GET', at)).status).toBe(403)
      expect((await app.as(region.people[person]).api('POST', `${at}/proposals`, body)).status).toBe(403)
    }
  })

  test('may let teams be asked day and night', async () => {
    const proposal = await propose({ askAtOnce: 'ja', 'ask-from': '00:00', 'ask-to': '24:00' })
    expect((await rita().get(proposal)).text).toContain('Er wordt dag en nacht gevraagd.')
  })

  test.each([
    [{ askAtOnce: 'ja', 'ask-from': '24:00' }, 'ask-from'],
    [{ to: '24:00' }, 'to'],
    [{ 'today-hours': '0' }, 'today-hours'],
    [{ 'today-hours': '1e9' }, 'today-hours'],
    [{ 'planned-kind': 'moon' }, 'planned-kind'],
    [{ closeAfterDays: '' }, 'closeAfterDays'],
    [{ days: [] }, 'days'],
    [{ from: '25:00' }, 'from'],
    [{ from: '17:00', to: '08:00' }, 'to'],
    [{ from: '08:00', to: '08:00' }, 'to'],
    [{ channels: [] }, 'channels'],
    [{ distribution: 'lottery' }, 'distribution'],
    [{ 'round-1-post': '12:00', 'round-1-answer': '11:00' }, 'round-1-answer'],
    [{ 'round-1-post': '12:00' }, 'round-1-answer'],
    [{ remindAt: '100' }, 'remindAt'],
    [{ 'preferredFirst-hours': '-1' }, 'preferredFirst-hours'],
    [dateFields('2020-01-01'), 'from-day'],
  ])('is not changed by %j', async (other, field) => {
    const answer = await rita().post('/regio/werkwijze/wijzigen', form(other))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
  })

  test('that nobody could have agreed on is not taken from anywhere', () => {
    const way = coordinatingTeams(region.teams.desk)
    for (const wrong of [
      { ...way, distribution: 'lottery' },
      { ...way, region: 'x' },
      { ...way, ladder: { remindAt: 0.75, steps: [] } },
      { ...way, disclosure: { ...way.disclosure, asked: { asked: 'identity' } } },
      { ...way, opening: { ...way.opening, from: '18:00' } },
    ])
      expect(wayOfWorkingSchema.safeParse(wrong).success).toBe(false)
  })
})

describe('a practice region', () => {
  const choose = { preset: 'switch-team', nu: 'ja' }

  test('takes up another way of working at once', async () => {
    const page = await rita().get('/regio/werkwijze/kiezen')
    expect(page.text).toContain('wat uw regio eerder anders afsprak, vervalt')
    expect(page.text).toContain('Zet de oefenregio nu om')
    const answer = await rita().post('/regio/werkwijze/kiezen', choose)
    expect(answer.location).toBe('/regio/werkwijze?gelukt=omgezet')
    const { wayOfWorking } = await getRegion(region.scope(region.anyone))
    expect(wayOfWorking).toEqual(fillIn('switch-team', region.teams.desk))
    expect((await app.as(region.people.nurseAlfa).post('/regio/werkwijze/kiezen', choose)).status).toBe(403)
  })

  test('is what the database was made as: a real one goes by agreement and its day', async () => {
    const real = await createTestApp(region, { practice: false })
    const page = await real.as(region.people.manager).get('/regio/werkwijze/kiezen')
    expect(page.text).not.toContain('Zet de oefenregio nu om')
    expect((await real.as(region.people.manager).post('/regio/werkwijze/kiezen', choose)).status).toBe(422)
    await region.asOwner('update platform.installation set practice = false')
    expect((await rita().post('/regio/werkwijze/kiezen', choose)).status).toBe(404)
    await region.asOwner('update platform.installation set practice = true')
  })
})

describe('reason lists', () => {
  test('get a reason that can be chosen at once, and out of use again', async () => {
    const url = '/regio/redenen/wijzigen?lijst=return'
    const added = await rita().post(url, { label: 'Cliënt verhuist', position: '9', active: 'ja' })
    expect(added.location).toBe('/regio/redenen?bewaard=ja')
    expect(listReasons(await getRegion(region.scope(region.anyone)), 'return')).toContainEqual({
      code: 'client-verhuist',
      label: 'Cliënt verhuist',
      wantsText: false,
    })
    const one = `${url}&reden=client-verhuist`
    const seen = await seenOn(one)
    expect((await rita().post(one, { seen, label: 'Cliënt verhuist', position: '9' })).status).toBe(303)
    expect(
      listReasons(await getRegion(region.scope(region.anyone)), 'return').map((reason) => reason.code),
    ).not.toContain('client-verhuist')
    expect((await rita().post(one, { seen, label: 'Iets anders', position: '9' })).status).toBe(409)
  })

  test('keep at least one reason in use, and no reason twice', async () => {
    const only = '/regio/redenen/wijzigen?lijst=refusal&reden=other'
    const seen = await seenOn(only)
    expect((await rita().post(only, { seen, label: 'Anders', position: '0' })).status).toBe(422)
    const double = { label: 'anders', position: '1', active: 'ja' }
    expect((await rita().post('/regio/redenen/wijzigen?lijst=refusal', double)).status).toBe(422)
  })

  test.each(['', '?lijst=x', '?lijst=return&reden=nope', '?lijst=return&lijst=closing'])(
    'know no place %j',
    async (query) => {
      expect((await rita().get(`/regio/redenen/wijzigen${query}`)).status).toBe(404)
      expect((await rita().post(`/regio/redenen/wijzigen${query}`, { label: 'x', position: '1' })).status).toBe(404)
    },
  )
})
