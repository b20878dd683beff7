/** Addresses of the pages of this module. */
export const paths = {
  shortlist: (id: string) => `/zorgvragen/${id}/wie-kan`,
  division: '/zorgvragen/verdeling',
  divisionOf: (teamId: string) => `/zorgvragen/verdeling?team=${teamId}`,
  stopDivision: '/zorgvragen/verdeling/stoppen',
}
