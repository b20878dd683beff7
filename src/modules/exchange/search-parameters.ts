import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { isId } from '#kernel/ids.ts'
import { type ResourceType, systems } from './resources.ts'
import { parseFhirDate } from './rules/search-values.ts'

/** Part of the question to the database; `c` is the row of organizations.change. */
type Where = RawBuilder<SqlBool>

export type SearchParameter = {
  name: string
  type: 'token' | 'string' | 'date' | 'reference'
  documentation: string
  /** What one value asks; undefined when it is not written as it should be. `modifier` stands behind the colon. */
  where(value: string, modifier: string | undefined): Where | undefined
}

const nothing = sql<SqlBool>`false`
const ofType = (...types: string[]) => sql<SqlBool>`c.object_type = any (${types})`

/** 'Bètà' is found by 'beta': without accents and capitals, from the beginning of the name. */
const plain = (text: RawBuilder<unknown>) =>
  sql`lower(regexp_replace(normalize(${text}, nfd), '[\\u0300-\\u036f]', '', 'g'))`

function string(name: string, documentation: string, column: RawBuilder<unknown>): SearchParameter {
  return {
    name,
    type: 'string',
    documentation,
    where(value, modifier) {
      if (modifier === 'exact') return sql<SqlBool>`${column} = ${value}`
      const pattern = `${modifier === 'contains' ? '%' : ''}${value.replace(/[\\%_]/g, '\\$&')}%`
      return modifier === undefined || modifier === 'contains'
        ? sql<SqlBool>`${plain(column)} like ${plain(sql`${pattern}::text`)}`
        : undefined
    },
  }
}

type Token = { system: string; matches: (code: string) => Where; whole?: Where }

/** `code`, `system|code`, `system|` (the whole of it) or `|code` (of no system, which nothing here is). */
function token(name: string, documentation: string, tokens: readonly Token[]): SearchParameter {
  return {
    name,
    type: 'token',
    documentation,
    where(value, modifier) {
      if (modifier !== undefined) return undefined
      const [left = '', right] = value.split('|')
      const found = tokens.filter(({ system }) => right === undefined || system === left)
      const code = right ?? left
      if (code === '') return anyOf(found.map(({ whole }) => whole ?? nothing))
      return anyOf(found.map(({ matches }) => matches(code)))
    },
  }
}

function anyOf(all: readonly Where[]): Where {
  return all.length === 0 ? nothing : sql<SqlBool>`(${sql.join([...all], sql` or `)})`
}

/** `Type/id`, an id alone, or the whole address of it here. */
function reference(
  name: string,
  documentation: string,
  target: ResourceType,
  column: RawBuilder<unknown>,
): SearchParameter {
  return {
    name,
    type: 'reference',
    documentation,
    where(value, modifier) {
      if (modifier !== undefined && modifier !== target) return undefined
      const id = new RegExp(`^(?:.*/)?(?:${target}/)?([^/]+)$`).exec(value)?.[1] ?? ''
      return isId(id) && (!value.includes('/') || value.includes(`${target}/`))
        ? sql<SqlBool>`${column} = ${id}`
        : nothing
    },
  }
}

const what = (column: string) => sql`(c.what ->> ${sql.lit(column)})`
const active: SearchParameter = {
  name: 'active',
  type: 'token',
  documentation: 'Whether it is in use',
  where: (value, modifier) =>
    modifier === undefined && ['true', 'false'].includes(value)
      ? sql<SqlBool>`coalesce(c.what ->> 'active', 'true') = ${value}`
      : undefined,
}
const name = (documentation = 'The beginning of the name, without regard to capitals and accents') =>
  string('name', documentation, what('name'))
const organization = reference(
  'organization',
  'The organisation it is of',
  'Organization',
  sql`coalesce(${what('team_id')}, ${what('organization_id')})`,
)
const equals = (column: string) => (code: string) => sql<SqlBool>`${what(column)} = ${code}`
const holds = (column: string) => (code: string) => sql<SqlBool>`(c.what -> ${sql.lit(column)}) ? ${code}`

const placeOfTeam = reference(
  'location',
  'A place of the team, or an office of its organisation',
  'Location',
  sql`l.id::text`,
)

/** Where a team comes is kept with it; where a coordinating team comes, in the division of the region. */
const comesIn = (pc4: string) => sql<SqlBool>`((c.what -> 'pc4s') ? ${pc4}
  or (c.object_type = 'coordinating-team' and exists (select from coordination.route r
    where r.coordinating_team_id = c.object_id and (r.pc4s is null or ${pc4} = any (r.pc4s)))))`

/** What every resource can be searched by. */
export const commonParameters: readonly SearchParameter[] = [
  {
    name: '_id',
    type: 'token',
    documentation: 'The id of the resource',
    where: (value, modifier) =>
      modifier === undefined ? (isId(value) ? sql<SqlBool>`c.object_id = ${value}::uuid` : nothing) : undefined,
  },
  {
    name: '_lastUpdated',
    type: 'date',
    documentation: 'When it last changed',
    where(value, modifier) {
      const date = modifier === undefined ? parseFhirDate(value) : undefined
      if (!date) return undefined
      const { prefix, from, until } = date
      if (prefix === 'eq') return sql<SqlBool>`c.at >= ${from} and c.at < ${until}`
      if (prefix === 'ne') return sql<SqlBool>`(c.at < ${from} or c.at >= ${until})`
      if (prefix === 'gt' || prefix === 'sa') return sql<SqlBool>`c.at >= ${until}`
      if (prefix === 'lt' || prefix === 'eb') return sql<SqlBool>`c.at < ${from}`
      return prefix === 'ge' ? sql<SqlBool>`c.at >= ${from}` : sql<SqlBool>`c.at < ${until}`
    },
  },
]

const careKindToken = (column: string): Token => ({ system: systems.careKind, matches: holds(column) })

export const parametersOf: Record<ResourceType, readonly SearchParameter[]> = {
  Organization: [
    active,
    token('identifier', 'URA or AGB code', [
      { system: systems.ura, matches: equals('ura'), whole: sql<SqlBool>`${what('ura')} is not null` },
      { system: systems.agb, matches: equals('agb_code'), whole: sql<SqlBool>`${what('agb_code')} is not null` },
    ]),
    name(),
    reference(
      'partof',
      'The organisation that a team is part of',
      'Organization',
      sql`(case when c.object_type = 'team' then c.what ->> 'organization_id' end)`,
    ),
    token('type', 'prov for an organisation, team for a team, or the kind of organisation', [
      {
        system: systems.organizationType,
        matches: (code) => (code === 'prov' ? ofType('organization') : code === 'team' ? ofType('team') : nothing),
        whole: sql<SqlBool>`true`,
      },
      { system: systems.organizationKind, matches: equals('kind'), whole: ofType('organization') },
    ]),
  ],
  Location: [
    name(),
    organization,
    string(
      'address',
      'The beginning of street, place or postcode',
      sql`concat_ws(' ', ${what('street')}, ${what('postcode')}, ${what('place')})`,
    ),
    string('address-city', 'The beginning of the place', what('place')),
    string('address-postalcode', 'The beginning of the postcode', what('postcode')),
    token('status', 'active or inactive', [
      {
        system: 'http://hl7.org/fhir/location-status',
        matches: (code) =>
          code === 'active' || code === 'inactive'
            ? sql<SqlBool>`(c.what ->> 'active')::boolean = ${code === 'active'}`
            : nothing,
        whole: sql<SqlBool>`true`,
      },
    ]),
    token('type', 'PROFF, the office of an organisation', [
      {
        system: systems.locationType,
        matches: (code) => (code === 'PROFF' ? sql<SqlBool>`true` : nothing),
        whole: sql<SqlBool>`true`,
      },
    ]),
  ],
  HealthcareService: [
    active,
    name(),
    reference('organization', 'The organisation that gives it', 'Organization', what('organization_id')),
    token('service-type', 'The kinds of care', [careKindToken('care_kinds')]),
    token('specialty', 'The specialisms', [
      {
        system: systems.careKind,
        matches: (code) => sql<SqlBool>`((c.what -> 'expertises') ? ${code} or c.what ->> 'expertise' = ${code})`,
      },
    ]),
    token('service-category', 'The kind of coordinating team: area, specialised or desk', [
      {
        system: systems.coordinatingTeamKind,
        matches: (code) => sql<SqlBool>`(c.object_type = 'coordinating-team' and c.what ->> 'kind' = ${code})`,
        whole: ofType('coordinating-team'),
      },
    ]),
    {
      name: 'coverage-area',
      type: 'reference',
      documentation: 'coverage-area:identifier=urn:wijkpoort:pc4|6811, or the four digits alone',
      where(value, modifier) {
        const [system, code] = value.includes('|') ? value.split('|') : [systems.postcodeArea, value]
        if (modifier !== 'identifier' && modifier !== undefined) return undefined
        return system === systems.postcodeArea ? comesIn(code ?? '') : nothing
      },
    },
    {
      ...placeOfTeam,
      where(value, modifier) {
        const own = placeOfTeam.where(value, modifier)
        return (
          own &&
          sql<SqlBool>`exists (select from organizations.location l
          where c.object_type = 'team' and l.active and ${own} and (l.team_id = c.object_id
            or (l.team_id is null and l.organization_id = (c.what ->> 'organization_id')::uuid)))`
        )
      },
    },
  ],
  PractitionerRole: [
    active,
    organization,
    reference('service', 'The team whose face this is', 'HealthcareService', what('coordinating_team_id')),
  ],
  Endpoint: [
    name(),
    organization,
    token('connection-type', 'How it is reached', [
      { system: systems.connectionType, matches: equals('connection_type') },
    ]),
    token('payload-type', 'What may be sent', [{ system: systems.payloadType, matches: holds('payload_types') }]),
    token('status', 'active or off', [
      {
        system: 'http://hl7.org/fhir/endpoint-status',
        matches: (code) =>
          code === 'active' || code === 'off'
            ? sql<SqlBool>`(c.what ->> 'active')::boolean = ${code === 'active'}`
            : nothing,
      },
    ]),
  ],
}

/** What can be sent along: the resource that a reference points to, or those that point here. */
export const references: readonly { from: ResourceType; name: string; to: ResourceType }[] = [
  { from: 'Organization', name: 'partof', to: 'Organization' },
  { from: 'Location', name: 'organization', to: 'Organization' },
  { from: 'HealthcareService', name: 'organization', to: 'Organization' },
  { from: 'HealthcareService', name: 'location', to: 'Location' },
  { from: 'PractitionerRole', name: 'organization', to: 'Organization' },
  { from: 'PractitionerRole', name: 'service', to: 'HealthcareService' },
  { from: 'Endpoint', name: 'organization', to: 'Organization' },
]
