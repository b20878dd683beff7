export { takeOrganizationsToAsk } from './confirming.ts'
export { type CoordinatingTeam, coordinatingTeamsQuery, listCoordinatingTeams } from './coordinating-teams.ts'
export {
  type DeskFacts,
  type Duty,
  type DutyRefusal,
  desksQuery,
  findAnswering,
  hoursNow,
  listTurns,
  phoneNow,
  planDuty,
  removeDuty,
  rosterQuery,
  saveDesk,
  setBusy,
} from './desks.ts'
export { OrganizationTabs } from './pages/organization-tabs.tsx'
export { ownOrganization } from './pages/own-organization.ts'
export {
  addOrganization,
  getOrganization,
  listOrganizations,
  type NewOrganization,
  type Organization,
} from './profile.ts'
export { type Provider, providersQuery } from './providers.ts'
export { readAreasOf } from './read-areas.ts'
export { type DeskState, deskStateAt } from './rules/desk-hours.ts'
export { languages, type OrganizationKind, organizationKinds } from './rules/kinds.ts'
export { writeAreas } from './rules/lists.ts'
export { parseWebAddress } from './rules/web-address.ts'
export { carerGenderText, languageText, organizationKindText } from './text.nl.ts'
