import { expect, test } from 'vitest'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp } from '#testing/app.ts'
import { createSmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'

test('the pages of the operating guide give a neighbourhood its team, and a request from there comes to it', async () => {
  const region = await createSmallRegion()
  reactions(region.events)
  const rita = (await createTestApp(region)).as(region.people.manager)
  const place = { place: 'Westervoort', municipality: 'Westervoort', latitude: '51,956', longitude: '5,972' }
  expect((await rita.post('/regio/postcodes/nieuw', { pc4: '6931', ...place })).status).toBe(303)
  const team = {
    name: 'Wijkteam Westervoort',
    kind: 'area',
    phone: '026 000 00 01',
    phoneHours: 'maandag tot en met vrijdag, 8.00 tot 17.00 uur',
    email: 'westervoort@example.nl',
    active: 'ja',
  }
  expect((await rita.post('/regio/teams/nieuw', team)).status).toBe(303)
  const [added] = await region.asOwner<{ id: string }>(
    `select id from organizations.coordinating_team where name = 'Wijkteam Westervoort'`,
  )
  const route = { coordinatingTeamId: added?.id ?? '', priority: '100', pc4s: '6931', step: 'save' }
  expect((await rita.post('/regio/verdeling/nieuw', route)).status).toBe(303)

  await aSentRequest(region.scope(region.anyone), { identity: { postcode: '6931AB' } })
  const [request] = await region.asOwner('select holder_coordinating_team_id as holder from requests.care_request')
  expect(request).toEqual({ holder: added?.id })
})
