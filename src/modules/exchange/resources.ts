import type {
  CodeableConcept,
  ContactPoint,
  Endpoint,
  HealthcareService,
  Identifier,
  Location,
  Organization,
  PractitionerRole,
  Reference,
} from 'fhir/r4'
import type { CareKind } from '#kernel/care-kinds.ts'
import { careKindText } from '#kernel/text.nl.ts'
import type {
  ContactPersonWhat,
  CoordinatingTeamWhat,
  DirectoryRow,
  EndpointWhat,
  LocationWhat,
  OrganizationWhat,
  Remembered,
  TeamWhat,
} from './directory-rows.ts'

export const resourceTypes = ['Organization', 'Location', 'HealthcareService', 'PractitionerRole', 'Endpoint'] as const
export type ResourceType = (typeof resourceTypes)[number]
export type DirectoryResource = Organization | Location | HealthcareService | PractitionerRole | Endpoint

/** Which objects of the directory are shown as which resource; a team is both what it belongs to and what it does. */
export const objectTypesOf: Record<ResourceType, readonly DirectoryRow['objectType'][]> = {
  Organization: ['organization', 'team'],
  Location: ['location'],
  HealthcareService: ['team', 'coordinating-team'],
  PractitionerRole: ['contact-person'],
  Endpoint: ['endpoint'],
}

export const systems = {
  ura: 'http://fhir.nl/fhir/NamingSystem/ura',
  agb: 'http://fhir.nl/fhir/NamingSystem/agb-z',
  organizationType: 'http://terminology.hl7.org/CodeSystem/organization-type',
  connectionType: 'http://terminology.hl7.org/CodeSystem/endpoint-connection-type',
  locationType: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  /** Kinds of care as this product has them; no national code list has the same ones. */
  careKind: 'urn:wijkpoort:care-kind',
  organizationKind: 'urn:wijkpoort:organization-kind',
  coordinatingTeamKind: 'urn:wijkpoort:coordinating-team-kind',
  payloadType: 'urn:wijkpoort:payload-type',
  /** Four digits: where a team comes. */
  postcodeArea: 'urn:wijkpoort:pc4',
  language: 'urn:ietf:bcp:47',
} as const

/** One object at one version, as a resource. The same for what it is now and for what it was. */
export function toResource(type: ResourceType, row: DirectoryRow): DirectoryResource {
  switch (row.objectType) {
    case 'organization':
      return toOrganization(row)
    case 'team':
      return type === 'Organization' ? toTeamOrganization(row) : toTeamService(row)
    case 'coordinating-team':
      return toCoordinatingService(row)
    case 'contact-person':
      return toPractitionerRole(row)
    case 'location':
      return toLocation(row)
    case 'endpoint':
      return toEndpoint(row)
  }
}

function toOrganization(row: Remembered<'organization', OrganizationWhat>): Organization {
  const { what } = row
  return {
    resourceType: 'Organization',
    ...base(row),
    ...listed('identifier', [identifier(systems.ura, what.ura), identifier(systems.agb, what.agb_code)]),
    active: what.active,
    type: [
      { coding: [{ system: systems.organizationType, code: 'prov' }] },
      { coding: [{ system: systems.organizationKind, code: what.kind }] },
    ],
    name: what.name,
    ...listed('telecom', [telecom('phone', what.phone), telecom('email', what.email), telecom('url', what.website)]),
  }
}

function toTeamOrganization(row: Remembered<'team', TeamWhat>): Organization {
  const { what } = row
  return {
    resourceType: 'Organization',
    ...base(row),
    active: what.active,
    type: [{ coding: [{ system: systems.organizationType, code: 'team' }] }],
    name: what.name,
    ...listed('telecom', [telecom('phone', what.phone)]),
    partOf: reference('Organization', what.organization_id),
  }
}

function toTeamService(row: Remembered<'team', TeamWhat>): HealthcareService {
  const { what } = row
  return {
    resourceType: 'HealthcareService',
    ...base(row),
    active: what.active,
    providedBy: reference('Organization', what.organization_id),
    name: what.name,
    ...listed('type', what.care_kinds.map(careKind)),
    ...listed('specialty', what.expertises.map(careKind)),
    ...listed('telecom', [telecom('phone', what.phone)]),
    ...listed(
      'coverageArea',
      what.pc4s.map(
        (pc4): Reference => ({ type: 'Location', identifier: { system: systems.postcodeArea, value: pc4 } }),
      ),
    ),
  }
}

function toCoordinatingService(row: Remembered<'coordinating-team', CoordinatingTeamWhat>): HealthcareService {
  const { what } = row
  return {
    resourceType: 'HealthcareService',
    ...base(row),
    active: what.active,
    category: [{ coding: [{ system: systems.coordinatingTeamKind, code: what.kind }] }],
    name: what.name,
    ...(what.description === '' ? {} : { comment: what.description }),
    ...listed('specialty', what.expertise === null ? [] : [careKind(what.expertise)]),
    ...listed('telecom', [telecom('phone', what.phone), telecom('email', what.email)]),
    availabilityExceptions: what.phone_hours,
  }
}

/** The fixed face of a team: a first name and no more, as on the page of the neighbourhood. */
function toPractitionerRole(row: Remembered<'contact-person', ContactPersonWhat>): PractitionerRole {
  const { what } = row
  return {
    resourceType: 'PractitionerRole',
    ...base(row),
    active: true,
    practitioner: { type: 'Practitioner', display: what.first_name },
    ...(what.organization_id === null ? {} : { organization: reference('Organization', what.organization_id) }),
    code: [{ text: what.job_title }],
    healthcareService: [reference('HealthcareService', what.coordinating_team_id)],
  }
}

function toLocation(row: Remembered<'location', LocationWhat>): Location {
  const { what } = row
  const { latitude, longitude } = what
  return {
    resourceType: 'Location',
    ...base(row),
    status: what.active ? 'active' : 'inactive',
    name: what.name,
    mode: 'instance',
    type: [{ coding: [{ system: systems.locationType, code: 'PROFF', display: "Provider's Office" }] }],
    ...listed('telecom', [telecom('phone', what.phone)]),
    address: { line: [what.street], city: what.place, postalCode: what.postcode, country: 'NL' },
    ...(latitude === null || longitude === null ? {} : { position: { latitude, longitude } }),
    // Of the team when it is the team's own place; the team says of which organisation it is part.
    managingOrganization: reference('Organization', what.team_id ?? what.organization_id),
    ...(what.opening_hours === '' ? {} : { availabilityExceptions: what.opening_hours }),
  }
}

function toEndpoint(row: Remembered<'endpoint', EndpointWhat>): Endpoint {
  const { what } = row
  const payloads = what.payload_types.map((code) => ({ coding: [{ system: systems.payloadType, code }] }))
  return {
    resourceType: 'Endpoint',
    ...base(row),
    status: what.active ? 'active' : 'off',
    connectionType: { system: systems.connectionType, code: what.connection_type },
    name: what.name,
    managingOrganization: reference('Organization', what.organization_id),
    payloadType: payloads.length > 0 ? payloads : [{ text: what.name }],
    address: what.address,
  }
}

function base({ id, version, at }: DirectoryRow) {
  return { id, meta: { versionId: String(version), lastUpdated: at.toISOString() } }
}

function reference(type: ResourceType, id: string): Reference {
  return { reference: `${type}/${id}` }
}

function identifier(system: string, value: string | null): Identifier | undefined {
  return value === null ? undefined : { system, value }
}

function telecom(system: ContactPoint['system'], value: string | null): ContactPoint | undefined {
  return value === null || value === '' ? undefined : { system, value }
}

function careKind(code: string): CodeableConcept {
  return { coding: [{ system: systems.careKind, code, display: careKindText[code as CareKind] ?? code }] }
}

/** FHIR knows no empty lists: a list with nothing in it is left out. */
function listed<Name extends string, Item>(
  name: Name,
  items: readonly (Item | undefined)[],
): { [Key in Name]?: Item[] } {
  const found = items.filter((item) => item !== undefined)
  return (found.length === 0 ? {} : { [name]: found }) as { [Key in Name]?: Item[] }
}
