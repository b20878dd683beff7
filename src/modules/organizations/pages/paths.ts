/** Addresses of the pages for the administrator of an organisation. */
export const paths = {
  organization: '/organisatie',
  teams: '/organisatie/teams',
  newTeam: '/organisatie/teams/nieuw',
  importTeams: '/organisatie/teams/import',
  exportTeams: '/organisatie/teams/export.csv',
  team: (id: string) => `/organisatie/teams/${id}`,
  confirm: '/organisatie/nagekeken',
  /** Of module directory: what anyone sees. */
  publicPage: (slug: string) => `/wijk/organisatie/${slug}`,
  locations: '/organisatie/locaties',
  newLocation: '/organisatie/locaties/nieuw',
  location: (id: string) => `/organisatie/locaties/${id}`,
  importLocations: '/organisatie/locaties/import',
  exportLocations: '/organisatie/locaties/export.csv',
  endpoints: '/organisatie/elektronische-adressen',
  newEndpoint: '/organisatie/elektronische-adressen/nieuw',
  endpoint: (id: string) => `/organisatie/elektronische-adressen/${id}`,
  importEndpoints: '/organisatie/elektronische-adressen/import',
  exportEndpoints: '/organisatie/elektronische-adressen/export.csv',
  contacts: '/organisatie/contactpersonen',
  importContacts: '/organisatie/contactpersonen/import',
  exportContacts: '/organisatie/contactpersonen/export.csv',
  newContact: '/contactpersonen/nieuw',
  contact: (id: string) => `/contactpersonen/${id}`,
  /** Who sees the stoplight; the page is of `capacity`. */
  lights: '/organisatie/stoplicht',
  /** Who changed what; of `people`, which knows who somebody is. */
  changes: '/organisatie/wijzigingen',
  people: '/organisatie/mensen',
  /** The picture of a contact person, by its name. */
  photo: (id: string, photo: string) => `/foto/${id}/${photo}`,
}
