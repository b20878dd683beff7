import { fillIn } from '#modules/regions/index.ts'
import type { OpenNow } from '../history/today.ts'
import type { Random } from '../random.ts'
import type { PracticeRegion, TableRows } from '../region/practice-region.ts'
import { findBySlug } from '../slug.ts'
import { type Drawn, draw, pc4sOf } from './draw.ts'
import { contracts, providers, referrers } from './organizations.ts'
import { postcodes } from './places.ts'
import { tablesOf } from './tables.ts'

export const secondSlug = 'zoetermeer'
export const secondName = 'Oefenregio Zoetermeer'
/** How many requests the second practice region has lived through. */
export const secondSize = 150

/** What lies with its transfer point now. */
export const openInSecond: readonly OpenNow[] = [
  { team: 'transferpunt', shape: 'new', source: 'hospital' },
  { team: 'transferpunt', shape: 'new', source: 'hospital' },
  { team: 'transferpunt', shape: 'new', source: 'gp' },
  { team: 'transferpunt', shape: 'supplemented', source: 'hospital' },
]

/**
 * The second practice region: small, with another way of working and other postcodes, in the same database. What one does in
 * it cannot be seen in the first.
 */
export function buildSecondRegion(random: Random, madeAt: Date): { region: PracticeRegion; tables: TableRows[] } {
  const drawn = draw(random, madeAt)
  const region = regionOf(drawn)
  return { region, tables: tablesOf(region, drawn, { slug: secondSlug, name: secondName }) }
}

function regionOf({ regionId, deskId, teams, organizations, careTeams }: Drawn): PracticeRegion {
  return {
    id: regionId,
    wayOfWorking: fillIn('transfer-point', deskId),
    deskId,
    postcodes,
    teams,
    careTeams: careTeams.map(({ id, name, organization, nurse }) => ({
      id,
      name,
      organizationId: organization.id,
      atNight: false,
      nurse,
    })),
    // All requests come in at the transfer point; the lines to the teams are there for another way of working.
    routes: [],
    providers: providers.map((provider) => ({
      ...findBySlug(organizations, provider.slug),
      ...provider,
      pc4s: new Set(provider.teams.flatMap((team) => pc4sOf(team.areas))),
      insurers: contracts,
    })),
    referrers: referrers.map((referrer) => ({
      ...findBySlug(organizations, referrer.slug),
      ...referrer,
      pc4s: undefined,
    })),
    people: organizations.flatMap(({ people }) => people),
  }
}
