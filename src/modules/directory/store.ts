import { type Compilable, sql } from 'kysely'
import { addDays, localDateOf } from '#kernel/dates.ts'
import type { Light } from '#kernel/lights.ts'
import { selectLights } from '#modules/capacity/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { OtherHelpKind } from './rules/care-words.ts'

/** An organisation as the public reads about it. */
export type PublicOrganization = {
  id: string
  slug: string
  name: string
  phone: string | null
  email: string | null
  website: string | null
  qualityUrl: string | null
  description: string
  careKinds: string[]
  expertises: string[]
  languages: string[]
  faiths: string[]
  insurers: string[]
  confirmedAt: Date | null
  /** Its teams that work, each with its postcodes. */
  teams: { id: string; name: string; phone: string | null; pc4s: string[] }[]
}

const organizations = () =>
  build
    .selectFrom('organizations.organization as o')
    .select([
      'o.id',
      'o.slug',
      'o.name',
      'o.phone',
      'o.email',
      'o.website',
      'o.quality_url as qualityUrl',
      'o.description',
      'o.care_kinds as careKinds',
      'o.expertises',
      'o.languages',
      'o.faiths',
      'o.insurers',
      'o.confirmed_at as confirmedAt',
      sql<
        PublicOrganization['teams']
      >`(select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'phone', t.phone,
          'pc4s', array(select a.pc4 from organizations.service_area a where a.team_id = t.id order by a.pc4))
          order by t.name), '[]')
        from organizations.team t where t.organization_id = o.id and t.active)`.as('teams'),
    ])
    .where('o.kind', '=', 'provider')
    .where('o.active', '=', true)

/** Who comes in these neighbourhoods, in the order of the alphabet. */
export function organizationsServing(pc4s: readonly string[]): Compilable<PublicOrganization> {
  return organizations()
    .where('o.id', 'in', (some) =>
      some
        .selectFrom('organizations.service_area as a')
        .innerJoin('organizations.team as t', 't.id', 'a.team_id')
        .select('t.organization_id')
        .where('t.active', '=', true)
        .where(sql<boolean>`a.pc4 = any (${pc4s}::text[])`),
    )
    .orderBy('o.name')
}

export function organizationsNamed(slugs: readonly string[]): Compilable<PublicOrganization> {
  return organizations().where(sql<boolean>`o.slug = any (${slugs}::text[])`).orderBy('o.name')
}

/** What the teams of organisations say about today and tomorrow, to whom may see it: nothing where the public may not. */
export type TeamLight = { organizationId: string; teamId: string; light: Light }

export function lightsServing(scope: Scope, pc4s: readonly string[]): Compilable<TeamLight> {
  return lightsNow(scope).where('l.team_id', 'in', (some) =>
    some
      .selectFrom('organizations.service_area as a')
      .select('a.team_id')
      .where(sql<boolean>`a.pc4 = any (${pc4s}::text[])`),
  ) as Compilable<TeamLight>
}

export function lightsOf(scope: Scope, slugs: readonly string[]): Compilable<TeamLight> {
  return lightsNow(scope).where('l.organization_id', 'in', (some) =>
    some
      .selectFrom('organizations.organization as o')
      .select('o.id')
      .where(sql<boolean>`o.slug = any (${slugs}::text[])`),
  ) as Compilable<TeamLight>
}

function lightsNow(scope: Scope) {
  const today = localDateOf(scope.now())
  return selectLights(scope, today, addDays(today, 1)).where('l.care_kind', '=', '')
}

/** Where an organisation can be visited or written to. */
export type Address = {
  id: string
  name: string
  street: string
  postcode: string
  place: string
  openingHours: string
}

export function addressesOf(slug: string): Compilable<Address> {
  return build
    .selectFrom('organizations.location as l')
    .innerJoin('organizations.organization as o', 'o.id', 'l.organization_id')
    .select(['l.id', 'l.name', 'l.street', 'l.postcode', 'l.place', 'l.opening_hours as openingHours'])
    .where('o.slug', '=', slug)
    .where('l.active', '=', true)
    .orderBy('l.name')
    .orderBy('l.id')
}

export type OtherHelp = {
  kind: OtherHelpKind
  name: string
  phone: string | null
  website: string | null
  hours: string
}

export function otherHelpQuery(municipality: string): Compilable<OtherHelp> {
  return build
    .selectFrom('directory.other_help as h')
    .innerJoin('regions.municipality as m', 'm.id', 'h.municipality_id')
    .select(['h.kind', 'h.name', 'h.phone', 'h.website', 'h.hours'])
    .where('m.name', '=', municipality)
    .orderBy('h.kind') as Compilable<OtherHelp>
}

export type Desk = { name: string; phone: string; phoneHours: string }

/** Who can always be called: the region's fallback desk. */
export function deskQuery(deskId: string): Compilable<Desk> {
  return build
    .selectFrom('organizations.coordinating_team')
    .select(['name', 'phone', 'phone_hours as phoneHours'])
    .where('id', '=', deskId)
}

/** Every organisation that has a page, for the site map. */
export function pagesQuery(): Compilable<{ slug: string; updatedAt: Date }> {
  return build
    .selectFrom('organizations.organization')
    .select(['slug', 'updated_at as updatedAt'])
    .where('kind', '=', 'provider')
    .where('active', '=', true)
    .orderBy('slug')
}
