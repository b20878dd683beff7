import { beforeAll, describe, expect, test } from 'vitest'
import { fillIn } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { anyIdentity } from '#modules/requests/testing.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { SmallRegion } from '#testing/small-region.ts'
import { tripsOf } from '#testing/trips.ts'
import { getTable } from './table.ts'
import { meetingOfNoord, monday } from './testing.ts'

const { region: made, workAs, noord, as, anja, bea, sent, post, decide, table } = meetingOfNoord()
let region: SmallRegion

beforeAll(() => {
  region = made()
})

describe('the screen', () => {
  test('shows agenda, card and who can take it, without who it is about, also to who has it', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await decide(anja(), id, { partij: region.organizations.alfa, volg: 'ja' })
    const other = await sent()
    const page = await anja().get(`${noord()}/zorgvraag/${other}`)
    expect(page.text).toContain('Wie neemt dit?')
    expect(page.text).toContain('Wijkteam Noord')
    expect(page.text).toContain(`href="/zorgvragen/verdeling?team=${region.teams.noord}"`)
    const taken = await anja().get(`${noord()}/zorgvraag/${id}`)
    expect(taken.text).toContain('Alfa Thuiszorg heeft deze zorgvraag')
    for (const { text } of [page, taken]) expect(text).not.toMatch(anyIdentity)
  })

  test('is one trip to the database: an item of one’s own, what is shown to all, and the papers beside it', async () => {
    const id = await sent()
    const visitor = anja()
    await post(visitor, '/beginnen')
    await post(visitor, `/zorgvraag/${id}/tonen`)
    const pages = [`/zorgvraag/${id}`, '', '/lijst', '/aanwezig']
    await visitor.get(noord())
    for (const path of pages) {
      expect([path, await tripsOf(() => visitor.get(noord() + path))]).toEqual([path, 1])
      if (!path) expect((await visitor.get(noord())).text).toContain('Wie neemt dit?')
    }
  })

  test('what it showed of whom is in the log, also when only the meeting says which', async () => {
    const id = await sent()
    await post(anja(), '/beginnen')
    await post(anja(), `/zorgvraag/${id}/tonen`)
    await bea().get(noord())
    const told = await region.asOwner<{ event_type: string }>(
      `select event_type from audit.event where care_request_id = $1 and object_id = care_request_id and user_name = 'Bea Beta'
         and action = 'R' order by event_type`,
      [id],
    )
    expect(told.map(({ event_type }) => event_type)).toEqual(['request.card.read', 'request.shortlist'])
  })

  test('of another team is not there, nor is what is on its list', async () => {
    const id = await sent()
    const gijs = as(region.people.nurseGamma)
    for (const path of ['', '/lijst', '/aanwezig', '/verslagen', '/afspraken', `/zorgvraag/${id}`])
      expect((await gijs.get(noord() + path)).status).toBe(404)
    for (const path of ['/beginnen', '/aanwezig', `/zorgvraag/${id}/tonen`, `/zorgvraag/${id}/besluit`])
      expect((await gijs.post(noord() + path)).status).toBe(404)
    const own = await gijs.get(`/overleg/${region.teams.zuid}/zorgvraag/${id}`)
    expect(own.status).toBe(404)
  })

  test('its policy stands before row-level security: opening the table shows no more', async () => {
    const id = await sent()
    await region.asOwner('create policy planted on requests.care_request for select to wijkpoort_app using (true)')
    const seen = await as(region.people.nurseGamma).get(`/overleg/${region.teams.zuid}/zorgvraag/${id}`)
    await region.asOwner('drop policy planted on requests.care_request')
    expect(seen.status).toBe(404)
  })

  test('says clearly that a region does not meet', async () => {
    await workAs('answer-rounds')
    const page = await anja().get('/overleg')
    expect(page.text).toContain('In deze regio is geen dagelijks overleg')
    expect((await anja().get(noord())).text).toContain('In deze regio is geen dagelijks overleg')
  })
})

describe('the joint discussion', () => {
  test('shows what is open after 48 hours to all teams, as cards, and nothing else', async () => {
    const [open, own] = [await sent(), await sent()]
    await region.asOwner(
      `update requests.care_request set escalation_step = 'joint-discussion', escalation_level = 2, shown_to_teams = $2,
         holder_coordinating_team_id = $3 where id = $1`,
      [open, [region.teams.zuid, region.teams.noord], region.teams.desk],
    )
    const gijs = as(region.people.nurseGamma)
    const page = await gijs.get('/overleg/gezamenlijk')
    expect(page.status).toBe(200)
    expect(page.text).toContain(open)
    expect(page.text).not.toContain(own)
    const item = await gijs.get(`/overleg/gezamenlijk/zorgvraag/${open}`)
    expect(item.status).toBe(200)
    expect(item.text).not.toMatch(anyIdentity)
    await gijs.post('/overleg/gezamenlijk/beginnen')
    await gijs.post(`/overleg/gezamenlijk/zorgvraag/${open}/besluit`, { partij: region.organizations.gamma })
    const joint = await getTable(region.scope(region.people.nurseAlfa, monday), {
      teamId: region.teams.desk,
      joint: true,
    })
    expect(joint.decisions.map(({ code }) => code)).toEqual(['taken'])
  })

  test('is not there where a region agreed on none', async () => {
    const way = fillIn('coordinating-teams', region.teams.desk)
    const ladder = { ...way.ladder, steps: way.ladder.steps.filter(({ step }) => step !== 'joint-discussion') }
    await region.asOwner('update regions.region set way_of_working = $1', [JSON.stringify({ ...way, ladder })])
    forgetRegion(region.database)
    expect((await anja().get('/overleg/gezamenlijk')).status).toBe(404)
  })
})

test('reading the agenda and the minutes is in the log', async () => {
  await sent()
  await table()
  const rows = await region.asOwner<{ n: number }>(
    "select count(*)::int as n from audit.event where event_type = 'meeting.agenda' and user_name = 'Anja Alfa'",
  )
  expect(rows[0]?.n).toBeGreaterThan(0)
  await expect(table(region.people.nurseGamma)).rejects.toThrow(NotFound)
})
