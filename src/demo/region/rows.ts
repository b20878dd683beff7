import type { Route } from '#modules/coordination/rules/routing.ts'
import type { WayOfWorking } from '#modules/regions/index.ts'
import { Json, type Row } from '../copy.ts'
import type { FoundedTeam } from './founding.ts'
import type { PracticePostcode } from './postcodes.ts'

/** The rows that look alike in every practice region. */

type Named = { id: string; slug: string; name: string; colour: string; wayOfWorking: WayOfWorking; createdAt: Date }

export function regionRow({ wayOfWorking, createdAt, ...named }: Named): Row {
  return { ...named, way_of_working: new Json(wayOfWorking), created_at: createdAt }
}

export function municipalityRows(regionId: string, ids: ReadonlyMap<string, string>): Row[] {
  return [...ids].map(([name, id]) => ({ id, region_id: regionId, name }))
}

export function postcodeRows(
  regionId: string,
  postcodes: readonly PracticePostcode[],
  municipalityIds: ReadonlyMap<string, string>,
): Row[] {
  return postcodes.map(({ pc4, place, municipality, latitude, longitude }) => ({
    region_id: regionId,
    pc4,
    place,
    municipality_id: municipalityIds.get(municipality) ?? '',
    latitude,
    longitude,
  }))
}

export function teamRow(regionId: string, { id, name, provider, organization }: FoundedTeam, updatedAt: Date): Row {
  return {
    id,
    region_id: regionId,
    organization_id: organization.id,
    name,
    phone: organization.phone,
    care_kinds: provider.careKinds,
    expertises: provider.expertises,
    updated_at: updatedAt,
  }
}

export function serviceAreaRows(teams: readonly FoundedTeam[]): Row[] {
  return teams.flatMap(({ id, pc4s }) => pc4s.map((pc4) => ({ team_id: id, pc4 })))
}

export function routeRow(regionId: string, { id, priority, coordinatingTeamId, pc4s }: Route): Row {
  return { id, region_id: regionId, priority, coordinating_team_id: coordinatingTeamId, pc4s }
}
