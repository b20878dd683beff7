import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Permission } from '#kernel/actor.ts'
import {
  type Audience,
  audiences,
  canSeeLights,
  circleOf,
  type LitOrganization,
  lightsFor,
  lightsTopics,
  ownLightsTopic,
  reachOf,
  topicsOf,
} from './audience.ts'

const someone = (permissions: Permission[], organizationId = 'other', coordinatingTeamIds: string[] = []): Actor => ({
  kind: 'user',
  regionId: 'r',
  userId: 'u',
  name: 'n',
  role: 'x',
  organizationId,
  organizationName: 'o',
  coordinatingTeamIds,
  permissions: new Set(permissions),
})
const anyone: Actor = { kind: 'public', regionId: 'r' }
const nurse = someone(['requests.list'])
const neighbour = someone(['requests.list'], 'other', ['noord'])
const own = someone(['requests.list'], 'alfa')
const referrer = someone(['requests.refer'])
const manager = someone(['region.manage'])
const officer = someone(['audit.read'])
const alfa = (reach: Audience): LitOrganization => ({ id: 'alfa', reach, coordinatingTeamIds: ['noord'] })

describe('who may see a light', () => {
  test.each<[Audience, string[]]>([
    ['team', ['neighbour', 'own', 'manager']],
    ['professionals', ['nurse', 'neighbour', 'own', 'manager']],
    ['referrers', ['nurse', 'neighbour', 'own', 'referrer', 'manager']],
    ['public', ['nurse', 'neighbour', 'own', 'referrer', 'manager', 'officer', 'anyone']],
  ])('that goes as far as %s: %j', (reach, names) => {
    const all = { nurse, neighbour, own, referrer, manager, officer, anyone }
    const seeing = Object.entries(all).filter(([, viewer]) => canSeeLights(viewer, alfa(reach)))
    expect(seeing.map(([name]) => name)).toEqual(names)
  })

  test('the narrower of the region and the organisation wins', () => {
    expect(reachOf('referrers', 'team')).toBe('team')
    expect(reachOf('team', 'public')).toBe('team')
    expect(reachOf('referrers', null)).toBe('referrers')
  })

  const anAudience = fc.constantFrom(...audiences)
  const aViewer = fc.constantFrom(nurse, neighbour, own, referrer, manager, officer, anyone)

  test('nobody sees more when a region or an organisation shows less', () => {
    fc.assert(
      fc.property(anAudience, anAudience, aViewer, (region, organization, viewer) => {
        const seen = (reach: Audience) => canSeeLights(viewer, alfa(reach))
        if (seen(reachOf(region, organization))) expect(seen(region) && seen(organization)).toBe(true)
      }),
    )
  })

  test('one sees the lights of all organisations one may see, and of no other', () => {
    fc.assert(
      fc.property(fc.array(anAudience), aViewer, (reaches, viewer) => {
        const all = reaches.map(alfa)
        expect(lightsFor(viewer, all)).toEqual(all.filter((one) => canSeeLights(viewer, one)))
      }),
    )
  })
})

describe('where a change is told', () => {
  /** What somebody hears who listens to all that is theirs. */
  const hears = (viewer: Actor, organization: LitOrganization) => {
    const circle = circleOf(viewer)
    const topics = [
      ...(circle === 'region' || circle === 'professionals' ? [lightsTopics.professionals] : []),
      ...(circle === 'referrers' ? [lightsTopics.referrers] : []),
      ...(canSeeLights(viewer, organization) ? [ownLightsTopic(organization.id)] : []),
    ]
    return topicsOf(organization.id, organization.reach).filter((topic) => topics.includes(topic)).length
  }

  test('whoever may see a light hears of it once, and nobody else does', () => {
    for (const reach of audiences)
      for (const viewer of [nurse, neighbour, own, referrer, manager])
        expect(hears(viewer, alfa(reach))).toBe(canSeeLights(viewer, alfa(reach)) ? 1 : 0)
  })
})
