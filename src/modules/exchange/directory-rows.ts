/**
 * How an object of the directory looked at one version, as the database remembers it (`organizations.change`). The names are
 * those of the columns. All of it is public.
 */
export type Remembered<Type extends string, What> = {
  objectType: Type
  id: string
  version: number
  at: Date
  what: What
}

export type OrganizationWhat = {
  name: string
  kind: string
  phone: string | null
  email: string | null
  website: string | null
  agb_code: string | null
  ura: string | null
  description: string
  care_kinds: string[]
  languages: string[]
  active: boolean
}
export type TeamWhat = {
  organization_id: string
  name: string
  phone: string | null
  care_kinds: string[]
  expertises: string[]
  pc4s: string[]
  active: boolean
}
export type CoordinatingTeamWhat = {
  name: string
  kind: string
  expertise: string | null
  phone: string
  phone_hours: string
  email: string
  description: string
  active: boolean
}
export type ContactPersonWhat = {
  coordinating_team_id: string
  organization_id: string | null
  first_name: string
  job_title: string
}
export type LocationWhat = {
  organization_id: string
  team_id: string | null
  name: string
  street: string
  postcode: string
  place: string
  phone: string | null
  opening_hours: string
  latitude: number | null
  longitude: number | null
  active: boolean
}
export type EndpointWhat = {
  organization_id: string
  name: string
  connection_type: string
  payload_types: string[]
  address: string
  active: boolean
}

export type DirectoryRow =
  | Remembered<'organization', OrganizationWhat>
  | Remembered<'team', TeamWhat>
  | Remembered<'coordinating-team', CoordinatingTeamWhat>
  | Remembered<'contact-person', ContactPersonWhat>
  | Remembered<'location', LocationWhat>
  | Remembered<'endpoint', EndpointWhat>
