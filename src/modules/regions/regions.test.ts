import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { getRegion, listReasons } from './index.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})
const rita = () => app.as(region.people.manager)
const seenOn = async (url: string) => /name="seen" value="([^"]*)"/.exec((await rita().get(url)).text)?.[1] ?? ''

const terms = {
  'today-hours': '4',
  'within-24-hours-hours': '24',
  'within-48-hours-hours': '48',
  'this-week-hours': '27',
  'planned-hours': '45',
  'confirmStart-hours': '9',
  'escalation-hours': '9',
}
const form = (other: Record<string, string | string[]> = {}) => ({
  ...terms,
  ...Object.fromEntries(Object.keys(terms).map((name) => [name.replace('-hours', '-kind'), 'clock'])),
  // 'within-24-hours-hours' has the word twice.
  'within-24-hours-kind': 'clock',
  'within-48-hours-kind': 'clock',
  closeAfterDays: '14',
  days: ['1', '2', '3', '4', '5'],
  from: '08:00',
  to: '17:00',
  ...other,
})

describe('the region', () => {
  test('is shown to its manager in plain words', async () => {
    const page = await rita().get('/regio')
    expect(page.text).toContain('iemand pakt die op binnen 4 uur')
    expect(page.text).toContain('27 werkuren (3 werkdagen)')
    expect(page.text).toContain('6811, 6812, 6841, 6861')
  })

  test('is closed to everyone else', async () => {
    for (const person of ['nurseAlfa', 'gp', 'adminAlfa', 'privacyOfficer'] as const) {
      for (const url of ['/regio', '/regio/werkwijze', '/regio/redenen', '/regio/redenen/wijzigen?lijst=return']) {
        expect((await app.as(region.people[person]).get(url)).status).toBe(403)
      }
      expect((await app.as(region.people[person]).post('/regio/werkwijze', form())).status).toBe(403)
    }
  })
})

describe('the way of working', () => {
  test('is changed by the manager, counts at once, and is not overwritten unseen', async () => {
    const seen = await seenOn('/regio/werkwijze')
    const answer = await rita().post('/regio/werkwijze', form({ seen, 'today-hours': '3', closeAfterDays: '21' }))
    expect(answer.location).toBe('/regio/werkwijze?bewaard=ja')
    const { wayOfWorking } = await getRegion(region.database)
    expect(wayOfWorking.deadlines.today).toEqual({ kind: 'clock', hours: 3 })
    expect(wayOfWorking.closeAfterDays).toBe(21)
    expect(wayOfWorking.fallbackDeskId).toBe(region.teams.desk)
    const stale = await rita().post('/regio/werkwijze', form({ seen, 'today-hours': '8' }))
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('vandaag: 3 uur')
    const [event] = await region.asOwner(`select * from audit.event where event_type = 'region.update'`)
    expect(event).toMatchObject({ user_id: region.people.manager.userId })
  })

  test.each([
    [{ 'today-hours': '0' }, 'today-hours'],
    [{ 'today-hours': '1e9' }, 'today-hours'],
    [{ 'planned-kind': 'moon' }, 'planned-kind'],
    [{ closeAfterDays: '' }, 'closeAfterDays'],
    [{ days: [] }, 'days'],
    [{ from: '25:00' }, 'from'],
    [{ from: '17:00', to: '08:00' }, 'to'],
    [{ from: '08:00', to: '08:00' }, 'to'],
  ])('is not changed by %j', async (other, field) => {
    const seen = await seenOn('/regio/werkwijze')
    const answer = await rita().post('/regio/werkwijze', form({ seen, ...other }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
  })
})

describe('reason lists', () => {
  test('get a reason that can be chosen at once, and out of use again', async () => {
    const url = '/regio/redenen/wijzigen?lijst=return'
    const added = await rita().post(url, { label: 'Cliënt verhuist', position: '9', active: 'ja' })
    expect(added.location).toBe('/regio/redenen?bewaard=ja')
    expect(listReasons(await getRegion(region.database), 'return')).toContainEqual({
      code: 'client-verhuist',
      label: 'Cliënt verhuist',
      wantsText: false,
    })
    const one = `${url}&reden=client-verhuist`
    const seen = await seenOn(one)
    expect((await rita().post(one, { seen, label: 'Cliënt verhuist', position: '9' })).status).toBe(303)
    expect(listReasons(await getRegion(region.database), 'return').map((reason) => reason.code)).not.toContain(
      'client-verhuist',
    )
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
