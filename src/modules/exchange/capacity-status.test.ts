import type { HealthcareService } from 'fhir/r4'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { instantOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { setLights } from '#modules/capacity/index.ts'
import { aTeam, aWish } from '#modules/capacity/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { toExtensions } from './capacity-status.ts'

const monday = '2026-11-23'
let region: SmallRegion
let app: TestApp
let team: string
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
  team = await aTeam(region)
  const set = await setLights(region.scope(region.people.nurseAlfa, instantOf(monday, '07:30')), {
    key: newId(),
    channel: 'page',
    cells: [aWish(team, monday, { light: 'red', reason: 'full-routes' }), aWish(team, monday, { daypart: 'evening' })],
  })
  if (!set.ok) throw new Error(JSON.stringify(set.refusal))
})

async function extensionsFor(actor: Actor | undefined, time: string) {
  app.setClock(instantOf(monday, time))
  const answer = await app.as(actor).get(`/fhir/r4/HealthcareService/${team}`)
  return (JSON.parse(answer.text) as HealthcareService).extension
}

describe('the light of a team on its service', () => {
  test('says what counts from now on, and when it was said', async () => {
    const [status, setAt] = (await extensionsFor(region.people.nurseBeta, '09:00')) ?? []
    expect(status?.url).toContain('SDOHCC-ExtensionHealthcareServiceCapacityStatus')
    expect(status?.extension).toMatchObject([
      { url: 'capacityStatus', valueCodeableConcept: { coding: [{ code: 'capacity' }], text: 'groen' } },
      {
        url: 'capacityNotes',
        valueString: expect.stringMatching(/ochtend: rood.*avond: groen|avond: groen.*ochtend: rood/),
      },
    ])
    expect(setAt?.valueDateTime).toBe('2026-11-23T06:30:00.000Z')
    // The morning is over.
    const [later] = (await extensionsFor(region.people.nurseBeta, '19:00')) ?? []
    expect(later?.extension?.[1]?.valueString).toBe('avond: groen')
  })

  test('is not there for whom the region does not show it, nor when nobody said anything', async () => {
    expect(await extensionsFor(undefined, '09:00')).toBeUndefined()
    const search = await app.as().get('/fhir/r4/HealthcareService?name=Team')
    expect(search.text).not.toContain('CapacityStatus')
    team = await aTeam(region, 'beta', { name: 'Team Stil' })
    expect(await extensionsFor(region.people.nurseAlfa, '09:00')).toBeUndefined()
  })

  test('has a word of its own for what the value set does not know', () => {
    const [status] = toExtensions([{ daypart: 'morning', light: 'amber', setAt: new Date(0) }])
    expect(status?.extension?.[0]?.valueCodeableConcept?.coding).toEqual([
      { system: 'urn:wijkpoort:light', code: 'amber' },
    ])
  })
})
