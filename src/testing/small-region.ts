import type { Permission, UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { coordinatingTeams } from '#modules/regions/index.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing.ts'

const permissionsOf: Record<string, readonly Permission[]> = {
  referrer: ['requests.refer'],
  nurse: ['requests.list', 'requests.take', 'capacity.set', 'consult.answer'],
  'desk-worker': ['requests.list', 'requests.take', 'desk.work'],
  specialist: ['consult.answer'],
  'organization-administrator': ['organization.administer'],
  'region-manager': ['region.manage', 'requests.oversee'],
  'privacy-officer': ['audit.read'],
}

/**
 * The smallest region in which everything can happen: two area teams (Noord 6811 and 6812, Zuid 6841), a wound team, a
 * fallback desk, three providers, a hospital and a GP practice, and a person in every role.
 */
export type SmallRegion = TestDatabase & {
  regionId: string
  /** The name at which its door is; any other name is the first region's. */
  hostname: string
  teams: Record<'noord' | 'zuid' | 'wound' | 'desk', string>
  organizations: Record<'alfa' | 'beta' | 'gamma' | 'hospital' | 'practice' | 'office', string>
  people: Record<
    | 'nurseAlfa'
    | 'nurseAlfa2'
    | 'nurseBeta'
    | 'nurseGamma'
    | 'nurseDesk'
    | 'specialist'
    | 'transferNurse'
    | 'gp'
    | 'adminAlfa'
    | 'adminBeta'
    | 'manager'
    | 'privacyOfficer',
    UserActor
  >
  anyone: { kind: 'public'; regionId: string }
  system: { kind: 'system'; regionId: string; job: string }
}

export async function createSmallRegion(): Promise<SmallRegion> {
  return addSmallRegion(await createTestDatabase())
}

/** A second one beside it, with the same postcodes. Its names begin with a word too long to stand in a random key by chance. */
export function addSecondRegion(test: TestDatabase): Promise<SmallRegion> {
  return addSmallRegion(test, { slug: 'elders', mark: 'Qzelders' })
}

async function addSmallRegion(
  test: TestDatabase,
  { slug: ofRegion = 'testwijk', mark = '' } = {},
): Promise<SmallRegion> {
  const regionId = newId()
  const teams = { noord: newId(), zuid: newId(), wound: newId(), desk: newId() }
  const organizations = {
    alfa: newId(),
    beta: newId(),
    gamma: newId(),
    hospital: newId(),
    practice: newId(),
    office: newId(),
  }
  const { asOwner } = test

  await asOwner('insert into platform.installation (practice) values (true) on conflict do nothing')
  await asOwner('insert into regions.region (id, slug, name, way_of_working) values ($1, $2, $3, $4)', [
    regionId,
    ofRegion,
    `${mark}Regio Testwijk`,
    JSON.stringify(coordinatingTeams(teams.desk)),
  ])
  const municipality = newId()
  await asOwner('insert into regions.municipality (id, region_id, name) values ($1, $2, $3)', [
    municipality,
    regionId,
    'Arnhem',
  ])
  for (const pc4 of ['6811', '6812', '6841', '6861']) {
    await asOwner('insert into regions.postcode_area values ($1, $2, $3, $4, 51.98, 5.91)', [
      regionId,
      pc4,
      'Arnhem',
      municipality,
    ])
  }
  for (const [list, codes] of Object.entries(reasons)) {
    for (const [position, [code, label]] of codes.entries()) {
      await asOwner('insert into regions.reason values ($1, $2, $3, $4, $5, $6)', [
        regionId,
        list,
        code,
        label,
        code === 'other',
        position,
      ])
    }
  }
  for (const [slug, kind, name] of [
    ['noord', 'area', 'Wijkteam Noord'],
    ['zuid', 'area', 'Wijkteam Zuid'],
    ['wound', 'specialised', 'Wondteam'],
    ['desk', 'desk', 'Regioloket'],
  ] as const) {
    await asOwner(
      `insert into organizations.coordinating_team (id, region_id, slug, name, kind, expertise, phone, phone_hours, email)
       values ($1, $2, $3, $4, $5, $6, '+31260000001', 'maandag tot en met vrijdag 8.00 tot 17.00 uur', $7)`,
      [teams[slug], regionId, slug, mark + name, kind, slug === 'wound' ? 'wound' : null, `${slug}@testwijk.example`],
    )
  }
  for (const [slug, kind, name] of [
    ['alfa', 'provider', 'Alfa Thuiszorg'],
    ['beta', 'provider', 'Bèta Zorg'],
    ['gamma', 'provider', 'Gamma aan Huis'],
    ['hospital', 'hospital', 'Ziekenhuis Testwijk'],
    ['practice', 'gp-practice', 'Huisartsen De Linde'],
    ['office', 'region-office', 'Regiobureau'],
  ] as const) {
    await asOwner(
      `insert into organizations.organization (id, region_id, slug, name, kind, phone, email) values ($1, $2, $3, $4, $5, '+31260000002', $6)`,
      [organizations[slug], regionId, slug, mark + name, kind, `${slug}@example.nl`],
    )
  }
  const routes: [number, string, string[] | null, string[] | null][] = [
    [10, teams.wound, null, ['wound']],
    [100, teams.noord, ['6811', '6812'], null],
    [100, teams.zuid, ['6841'], null],
  ]
  for (const [priority, team, pc4s, careKinds] of routes) {
    await asOwner(
      'insert into coordination.route (id, region_id, priority, coordinating_team_id, pc4s, care_kinds) values ($1, $2, $3, $4, $5, $6)',
      [newId(), regionId, priority, team, pc4s, careKinds],
    )
  }

  const person = async (
    unmarked: string,
    role: string,
    organization: keyof typeof organizations,
    inTeams: string[] = [],
  ): Promise<UserActor> => {
    const name = mark + unmarked
    const [practitioner, practitionerRole, account] = [newId(), newId(), newId()]
    await asOwner('insert into people.practitioner (id, region_id, name) values ($1, $2, $3)', [
      practitioner,
      regionId,
      name,
    ])
    await asOwner(
      'insert into people.practitioner_role (id, region_id, practitioner_id, organization_id, role, job_title) values ($1, $2, $3, $4, $5, $5)',
      [practitionerRole, regionId, practitioner, organizations[organization], role],
    )
    await asOwner('insert into people.user_account (id, region_id, practitioner_id, email) values ($1, $2, $3, $4)', [
      account,
      regionId,
      practitioner,
      `${account}@example.nl`,
    ])
    for (const team of inTeams) {
      await asOwner(
        'insert into people.coordinating_team_member (coordinating_team_id, practitioner_role_id) values ($1, $2)',
        [team, practitionerRole],
      )
    }
    const [{ name: organizationName } = { name: '' }] = await asOwner<{ name: string }>(
      'select name from organizations.organization where id = $1',
      [organizations[organization]],
    )
    return {
      kind: 'user',
      regionId,
      userId: account,
      name,
      role,
      organizationId: organizations[organization],
      organizationName,
      coordinatingTeamIds: inTeams,
      permissions: new Set(permissionsOf[role]),
    }
  }

  return {
    ...test,
    regionId,
    hostname: mark ? `${ofRegion}.localhost` : '127.0.0.1',
    teams,
    organizations,
    people: {
      nurseAlfa: await person('Anja Alfa', 'nurse', 'alfa', [teams.noord]),
      nurseAlfa2: await person('Amir Alfa', 'nurse', 'alfa', [teams.noord]),
      nurseBeta: await person('Bea Beta', 'nurse', 'beta', [teams.noord]),
      nurseGamma: await person('Gijs Gamma', 'nurse', 'gamma', [teams.zuid]),
      nurseDesk: await person('Dina Desk', 'desk-worker', 'office', [teams.desk]),
      specialist: await person('Saar Specialist', 'specialist', 'gamma', [teams.wound]),
      transferNurse: await person('Tess Transfer', 'referrer', 'hospital'),
      gp: await person('Hans Huisarts', 'referrer', 'practice'),
      adminAlfa: await person('Ada Alfa', 'organization-administrator', 'alfa'),
      adminBeta: await person('Bob Beta', 'organization-administrator', 'beta'),
      manager: await person('Rita Regio', 'region-manager', 'office'),
      privacyOfficer: await person('Paul Privacy', 'privacy-officer', 'office'),
    },
    anyone: { kind: 'public', regionId },
    system: { kind: 'system', regionId, job: 'test' },
  }
}

const reasons: Record<string, [string, string][]> = {
  return: [
    ['no-room', 'Toch geen plek'],
    ['expertise', 'Deskundigheid ontbreekt'],
    ['other', 'Anders'],
  ],
  withdrawal: [
    ['arranged', 'Zelf geregeld'],
    ['admitted', 'Opgenomen'],
    ['deceased', 'Overleden'],
    ['other', 'Anders'],
  ],
  closing: [
    ['done', 'Zorg loopt'],
    ['other', 'Anders'],
  ],
  redirection: [
    ['wmo', 'Gemeente (Wmo)'],
    ['short-stay', 'Tijdelijk verblijf'],
  ],
  light: [
    ['full-routes', 'De routes zijn vol'],
    ['staff-ill', 'Zieke collega’s'],
    ['other', 'Anders'],
  ],
  refusal: [['other', 'Anders']],
  'wish-not-met': [['other', 'Anders']],
  otherwise: [
    ['knows-client', 'Een team kent de cliënt of de naasten'],
    ['agreed-together', 'Zo afgesproken in het overleg'],
  ],
}
