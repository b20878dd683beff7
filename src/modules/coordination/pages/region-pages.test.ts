import { beforeAll, describe, expect, test } from 'vitest'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

describe('what is stuck', () => {
  test('is shown to the region manager, without identity, with who has to act', async () => {
    expect((await app.as(region.people.manager).get('/regio/opgeschaald')).text).toContain('Er blijft niets liggen')
    const sent = await aSentRequest(region.scope(region.anyone), { identity: { familyName: 'Geheimstra' } })
    await region.asOwner(`update requests.care_request set act_by = now() - interval '1 hour', escalation_level = 1`)
    const page = await app.as(region.people.manager).get('/regio/opgeschaald')
    expect(page.text).toContain(formatRequestNumber(sent.number))
    expect(page.text).toContain('over tijd')
    expect(page.text).toContain('opgeschaald, stap 1')
    expect(page.text).not.toContain('Geheimstra')
    const [event] = await region.asOwner('select event_type from audit.event order by id desc limit 1')
    expect(event?.event_type).toBe('request.list-escalated')
  })
})

describe('who gets which request', () => {
  test('is readable for the region manager, with the postcodes that have no team', async () => {
    const page = await app.as(region.people.manager).get('/regio/verdeling')
    expect(page.text).toContain('1 postcode heeft geen team')
    expect(page.text).toContain('6861')
    expect(page.text).toContain('Wijkteam Noord')
    expect(page.text).toContain('6811, 6812')
    expect(page.text).toContain('wondzorg')
  })
})

test('both are closed to everyone else', async () => {
  for (const person of ['nurseAlfa', 'gp', 'adminAlfa', 'privacyOfficer'] as const) {
    for (const url of ['/regio/opgeschaald', '/regio/verdeling']) {
      expect((await app.as(region.people[person]).get(url)).status).toBe(403)
    }
  }
})
