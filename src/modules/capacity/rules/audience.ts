import { type Actor, may } from '#kernel/actor.ts'

/** Who may see lights, from few to many: the nurses of the same coordinating teams, all professionals, also who refers, everyone. */
export const audiences = ['team', 'professionals', 'referrers', 'public'] as const
export type Audience = (typeof audiences)[number]

/** What holds for a region that agreed nothing else; `capacity.visible_organizations` has the same. */
export const firstAudience: Audience = 'referrers'

export function isAudience(text: string): text is Audience {
  return (audiences as readonly string[]).includes(text)
}

/** How far the lights of an organisation go: as far as the region agreed, or nearer when the organisation wants that. */
export function reachOf(region: Audience, organization?: Audience | null): Audience {
  const place = Math.min(audiences.indexOf(region), audiences.indexOf(organization ?? 'public'))
  return audiences[place] ?? 'team'
}

/** The circle somebody stands in; `region` sees all lights: it answers for their honesty. */
export type Circle = 'region' | 'professionals' | 'referrers' | 'public'

export function circleOf(actor: Actor): Circle {
  if (actor.kind === 'system' || may(actor, 'region.manage') || may(actor, 'requests.oversee')) return 'region'
  if (may(actor, 'requests.list') || may(actor, 'capacity.set') || may(actor, 'organization.administer'))
    return 'professionals'
  if (may(actor, 'requests.refer')) return 'referrers'
  return 'public'
}

/** An organisation as this rule looks at it: how far its lights go, and the coordinating teams its people sit in. */
export type LitOrganization = { id: string; reach: Audience; coordinatingTeamIds: readonly string[] }

/**
 * Whether this viewer may see the lights of an organisation. The one policy for page, API, stream, widget and export; the SQL
 * function `capacity.visible_organizations`, on which row-level security rests, is the same rule, and a test holds them together.
 */
export function canSeeLights(viewer: Actor, organization: LitOrganization): boolean {
  const circle = circleOf(viewer)
  if (circle === 'region') return true
  if (viewer.kind === 'user' && viewer.organizationId === organization.id) return true
  if (audiences.indexOf(circle) <= audiences.indexOf(organization.reach)) return true
  if (circle !== 'professionals' || viewer.kind !== 'user') return false
  return viewer.coordinatingTeamIds.some((id) => organization.coordinatingTeamIds.includes(id))
}

/** The lights that this viewer sees, of all there are. */
export function lightsFor<Organization extends LitOrganization>(
  viewer: Actor,
  all: readonly Organization[],
): Organization[] {
  return all.filter((organization) => canSeeLights(viewer, organization))
}

/** Where a change of light is told: nobody hears a topic of a circle that the lights do not reach. */
export function topicsOf(organizationId: string, reach: Audience): string[] {
  if (reach === 'team') return [ownLightsTopic(organizationId)]
  return reach === 'professionals' ? [lightsTopics.professionals] : [lightsTopics.professionals, lightsTopics.referrers]
}

export const lightsTopics = { professionals: 'lights:professionals', referrers: 'lights:referrers' } as const
export const ownLightsTopic = (organizationId: string) => `lights-of:${organizationId}`
