/** Addresses of the pages about the people of an organisation. */
export const paths = {
  changes: '/organisatie/wijzigingen',
  people: '/organisatie/mensen',
  newPerson: '/organisatie/mensen/nieuw',
  importPeople: '/organisatie/mensen/import',
  exportPeople: '/organisatie/mensen/export.csv',
  person: (id: string) => `/organisatie/mensen/${id}`,
  personAccess: (id: string) => `/organisatie/mensen/${id}/toegang`,
  personInvite: (id: string) => `/organisatie/mensen/${id}/uitnodigen`,
}
