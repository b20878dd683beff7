import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import type { Answer } from '#testing/visitor.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

const rita = () => app.as(region.people.manager)
const hidden = ({ text }: Answer, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
const routes = () =>
  region.asOwner<{ id: string; pc4s: string[] | null; priority: number }>(
    `select r.id, r.pc4s, r.priority from coordination.route r join organizations.coordinating_team t
      on t.id = r.coordinating_team_id where t.slug = 'zuid' and r.remark <> 'Tot de zomer' order by r.priority`,
  )
const zuid = (pc4s: string, other: Record<string, string | string[]> = {}) => ({
  coordinatingTeamId: region.teams.zuid,
  priority: '100',
  pc4s,
  ...other,
})

describe('a line of the table', () => {
  test('is looked at on the map before it is kept', async () => {
    const looked = await rita().post('/regio/verdeling/nieuw', zuid('6861', { step: 'look' }))
    expect(looked.status).toBe(200)
    expect(looked.text).toContain('Zo wordt de verdeling')
    expect(looked.text).toContain('6861 Arnhem: Wijkteam Zuid (nu: Regioloket)')
    expect(looked.text).toContain('Elke postcode heeft een team')
    expect(await routes()).toHaveLength(1)

    const saved = await rita().post('/regio/verdeling/nieuw', zuid('6861', { step: 'save', remark: 'Tot de zomer' }))
    expect(saved.location).toBe('/regio/verdeling?bewaard=ja')
    expect((await rita().get('/regio/verdeling')).text).toContain('Tot de zomer')
    const [event] = await region.asOwner(`select * from audit.event where event_type = 'route.add'`)
    expect(event).toMatchObject({ user_id: region.people.manager.userId })
  })

  test('that makes a gap or an overlap is kept only after who keeps it saw it', async () => {
    const [line] = await routes()
    const address = `/regio/verdeling/${line?.id}`
    const seen = hidden(await rita().get(address), 'seen')
    const overlap = await rita().post(address, zuid('6812', { seen, step: 'save' }))
    expect(overlap.status).toBe(409)
    expect(overlap.text).toContain('Hiermee ontstaat een gat of een overlap')
    expect((await routes())[0]?.pc4s).toEqual(['6841'])

    const effect = hidden(overlap, 'effect')
    expect(effect).toBe('6841 / 6812')
    expect((await rita().post(address, zuid('6812', { seen, effect, step: 'save' }))).status).toBe(303)
    expect((await routes())[0]?.pc4s).toEqual(['6812'])
  })

  test('is not overwritten unseen, and what was typed stays', async () => {
    const [line] = await routes()
    const address = `/regio/verdeling/${line?.id}`
    const seen = hidden(await rita().get(address), 'seen')
    expect((await rita().post(address, zuid('6841', { seen, priority: '90' }))).status).toBe(303)
    const stale = await rita().post(address, zuid('6841', { seen, priority: '80', remark: 'Van mij' }))
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('volgorde 90')
    expect(stale.text).toContain('Van mij')
    expect((await routes()).map(({ priority }) => priority)).toContain(90)
    // Removing asks the same.
    expect((await rita().post(address, zuid('6841', { seen, step: 'remove' }))).status).toBe(409)
    const now = hidden(await rita().get(address), 'seen')
    expect((await rita().post(address, { seen: now, step: 'remove' })).status).toBe(303)
    expect((await rita().get(address)).status).toBe(404)
  })

  test('may also be for a kind of care and a sender', async () => {
    const careKinds = ['palliative', 'wound']
    await rita().post('/regio/verdeling/nieuw', zuid('', { priority: '20', careKinds, sources: 'hospital' }))
    const [row] = await region.asOwner('select pc4s, care_kinds, sources from coordination.route where priority = 20')
    expect(row).toEqual({ pc4s: null, care_kinds: careKinds, sources: ['hospital'] })
  })

  test.each([
    [{ coordinatingTeamId: 'x' }, 'coordinatingTeamId'],
    [{ priority: '0' }, 'priority'],
    [{ pc4s: '1012' }, 'pc4s'],
    [{ careKinds: 'x' }, 'careKinds'],
    [{ sources: 'x' }, 'sources'],
  ])('refuses %j', async (wrong, field) => {
    const answer = await rita().post('/regio/verdeling/nieuw', { ...zuid('6811'), remark: 'Dit typte ik', ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
    expect(answer.text).toContain('Dit typte ik')
  })

  test('is closed to everyone else', async () => {
    const [line] = await region.asOwner<{ id: string }>('select id from coordination.route limit 1')
    for (const person of ['nurseAlfa', 'gp', 'adminAlfa', 'privacyOfficer'] as const) {
      const other = app.as(region.people[person])
      for (const url of ['/regio/verdeling/nieuw', `/regio/verdeling/${line?.id}`]) {
        expect((await other.get(url)).status).toBe(403)
        expect((await other.post(url, zuid('6811'))).status).toBe(403)
      }
    }
  })
})
