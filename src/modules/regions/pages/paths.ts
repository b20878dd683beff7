/** Addresses of the pages for the region manager; several modules each have some. */
export const paths = {
  region: '/regio',
  wayOfWorking: '/regio/werkwijze',
  changeWayOfWorking: '/regio/werkwijze/wijzigen',
  chooseWayOfWorking: '/regio/werkwijze/kiezen',
  wayOfWorkingProposal: (id: string) => `/regio/werkwijze/voorstel/${id}`,
  agreeOnWayOfWorking: (id: string) => `/regio/werkwijze/voorstel/${id}/afspreken`,
  cancelWayOfWorking: (id: string) => `/regio/werkwijze/voorstel/${id}/intrekken`,
  reasons: '/regio/redenen',
  reason: '/regio/redenen/wijzigen',
  teams: '/regio/teams',
  team: (id: string) => `/regio/teams/${id}`,
  routes: '/regio/verdeling',
  organizations: '/regio/organisaties',
  newOrganization: '/regio/organisaties/nieuw',
  escalated: '/regio/opgeschaald',
  /** All that can be fetched and sent as a table. */
  files: '/regio/bestanden',
  importTeamsOfAll: '/regio/bestanden/teams/import',
  exportTeamsOfAll: '/regio/bestanden/teams/export.csv',
}
