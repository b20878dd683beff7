import { AreaLegend, AreaMap, type AreaState, plotAreas } from '#design/index.ts'
import type { AreaPlace } from '#modules/regions/index.ts'
import { type Ownership, ownersOf } from '../rules/owners.ts'
import type { Route } from '../rules/routing.ts'

type Props = {
  places: readonly AreaPlace[]
  routes: readonly Route[]
  /** How it is now, when `routes` is how it would be. */
  before?: readonly Route[]
  /** The team that the page is about. */
  teamId?: string
  nameOf: (teamId: string) => string
  deskName: string
}

/** Which team gets what from where, as a map: thick lines between teams, signs where none or more than one is named. */
export function CoverageMap({ places, routes, before, teamId, nameOf, deskName }: Props) {
  const pc4s = places.map(({ pc4 }) => pc4)
  const owners = ownersOf(routes, pc4s)
  const old = before && ownersOf(before, pc4s)
  const areas = places.map(({ pc4, place }) => {
    const owner = owners.get(pc4) ?? nobody
    const was = old?.get(pc4)
    const changes = was !== undefined && was.teamId !== owner.teamId
    const name = owner.teamId ? nameOf(owner.teamId) : `geen team, gaat naar ${deskName}`
    const also = owner.alsoTeamIds.length > 0 ? `; ook genoemd: ${owner.alsoTeamIds.map(nameOf).join(', ')}` : ''
    const then = changes ? ` (nu: ${was.teamId ? nameOf(was.teamId) : deskName})` : ''
    return { key: pc4, state: stateOf(owner, teamId), words: `${pc4} ${place}: ${name}${also}${then}`, changes, owner }
  })
  const plot = plotAreas(
    places.map((place) => ({ ...place, key: place.pc4, group: owners.get(place.pc4)?.teamId ?? deskName })),
  )
  const anyChange = areas.some(({ changes }) => changes)
  const own: { state: AreaState; label: string }[] = teamId ? [{ state: 'own', label: nameOf(teamId) }] : []
  return (
    <>
      <AreaMap
        id="verdeling"
        title={before ? 'De verdeling zoals die wordt' : 'De verdeling zoals die is'}
        description="Elk vlak is een postcode. Een dikke lijn scheidt teams."
        plot={plot}
        areas={new Map(areas.map((area) => [area.key, area]))}
      />
      <AreaLegend
        items={[
          ...own,
          { state: 'other', label: teamId ? 'een ander team' : 'één team' },
          { state: 'double', label: 'twee of meer teams' },
          { state: 'missing', label: 'geen team' },
        ]}
        changes={anyChange ? 'verandert' : undefined}
      />
    </>
  )
}

const nobody: Ownership = { teamId: undefined, alsoTeamIds: [] }

function stateOf({ teamId, alsoTeamIds }: Ownership, own: string | undefined): AreaState {
  if (teamId === undefined) return 'missing'
  if (alsoTeamIds.length > 0) return 'double'
  return teamId === own ? 'own' : 'other'
}
