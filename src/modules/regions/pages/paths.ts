/** Addresses of the pages for the region manager; several modules each have some. */
export const paths = {
  region: '/regio',
  wayOfWorking: '/regio/werkwijze',
  reasons: '/regio/redenen',
  reason: '/regio/redenen/wijzigen',
  teams: '/regio/teams',
  team: (id: string) => `/regio/teams/${id}`,
  routes: '/regio/verdeling',
  organizations: '/regio/organisaties',
  newOrganization: '/regio/organisaties/nieuw',
  escalated: '/regio/opgeschaald',
}
