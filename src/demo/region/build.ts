import { coordinatingTeams as presetOf } from '#modules/regions/index.ts'
import type { Random } from '../random.ts'
import { findBySlug } from '../slug.ts'
import { pc4sOf } from './coordinating-teams.ts'
import { type Drawn, draw } from './draw.ts'
import { postcodes } from './postcodes.ts'
import type { PracticeRegion, TableRows } from './practice-region.ts'
import { contractsOf, providers } from './providers.ts'
import { publicFaceOf } from './public-face.ts'
import { referrers } from './referrers.ts'
import { tablesOf } from './tables.ts'

export const regionName = 'Oefenregio Arnhem e.o.'

/**
 * @param madeAt when the region is said to have begun: at the start of its history
 * @param now when its history ends
 */
export function buildRegion(random: Random, madeAt: Date, now: Date): { region: PracticeRegion; tables: TableRows[] } {
  const drawn = draw(random, madeAt)
  const region = regionOf(drawn)
  const organizations = drawn.organizations.map((one) => ({ ...one, pc4: homeOf(one.slug) }))
  const face = publicFaceOf(random.split('public-face'), { ...drawn, coordinatingTeams: drawn.teams, organizations })
  return { region, tables: tablesOf(region, drawn, { face, name: regionName, now }) }
}

function regionOf({ regionId, teams, organizations, people, careTeams, routes }: Drawn): PracticeRegion {
  const deskId = findBySlug(teams, 'regioloket').id
  return {
    id: regionId,
    // With advice of specialists and beds for a while: there are enough of both here, and their pages would otherwise be empty.
    wayOfWorking: { ...presetOf(deskId), consult: true, beds: true },
    deskId,
    postcodes,
    teams,
    careTeams: careTeams.map(({ id, name, organization, provider, nurse }) => ({
      id,
      name,
      organizationId: organization.id,
      atNight: provider.careKinds.includes('unplanned'),
      nurse,
    })),
    routes,
    providers: providers.map((provider) => ({
      ...findBySlug(organizations, provider.slug),
      ...provider,
      pc4s: new Set(provider.teams.flatMap((team) => pc4sOf(team.areas))),
      insurers: contractsOf(provider),
    })),
    referrers: referrers.map((referrer) => ({
      ...findBySlug(organizations, referrer.slug),
      ...referrer,
      pc4s: referrer.areas && new Set(pc4sOf(referrer.areas)),
    })),
    people,
  }
}

/** The postcode of the office: the first that the organisation serves; what serves the whole region sits in the centre. */
function homeOf(slug: string): string {
  const provider = providers.find((one) => one.slug === slug)
  const served = provider?.teams[0]?.areas ?? referrers.find((one) => one.slug === slug)?.areas
  return (served && pc4sOf(served)[0]) ?? '6811'
}
