/** Addresses of the pages for the administrator of an organisation. */
export const paths = {
  organization: '/organisatie',
  teams: '/organisatie/teams',
  newTeam: '/organisatie/teams/nieuw',
  team: (id: string) => `/organisatie/teams/${id}`,
  people: '/organisatie/mensen',
}
