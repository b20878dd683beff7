import type { Route } from '#modules/coordination/rules/routing.ts'
import type { WayOfWorking } from '#modules/regions/index.ts'
import type { Row } from '../copy.ts'
import type { PracticePostcode } from './postcodes.ts'
import type { Provider } from './providers.ts'
import type { Referrer } from './referrers.ts'

export type CoordinatingTeam = {
  id: string
  slug: string
  name: string
  kind: 'area' | 'specialised' | 'desk'
  email: string
}
export type Person = {
  userId: string
  name: string
  email: string
  role: string
  organizationId: string
  teamIds: readonly string[]
}
export type Organization = { id: string; slug: string; name: string; phone: string; email: string; people: Person[] }
export type ProviderInRegion = Organization & Provider & { pc4s: ReadonlySet<string>; insurers: readonly string[] }
/** A team of a provider, with the nurse who keeps its stoplight. */
export type CareTeam = { id: string; name: string; organizationId: string; atNight: boolean; nurse: Person }
export type ReferrerInRegion = Organization & Referrer & { pc4s: ReadonlySet<string> | undefined }

/** The practice region with the ids it has in the database, for whoever makes its history. */
export type PracticeRegion = {
  id: string
  wayOfWorking: WayOfWorking
  deskId: string
  postcodes: readonly PracticePostcode[]
  teams: readonly CoordinatingTeam[]
  careTeams: readonly CareTeam[]
  routes: readonly Route[]
  providers: readonly ProviderInRegion[]
  referrers: readonly ReferrerInRegion[]
  /** Everyone who works here, by user. */
  people: readonly Person[]
}

/** Rows of a table, in the order in which they are to be written. */
export type TableRows = { table: string; rows: Row[] }
