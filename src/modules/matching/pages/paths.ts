/** Addresses of the pages of this module. */
export const paths = {
  shortlist: (id: string) => `/zorgvragen/${id}/wie-kan`,
  division: '/zorgvragen/verdeling',
  divisionOf: (teamId: string) => `/zorgvragen/verdeling?team=${teamId}`,
  acceptDivision: '/zorgvragen/verdeling/overnemen',
  /** After accepting: how many were taken and how many assigned. */
  acceptedDivision: (teamId: string, taken: number, assigned: number) =>
    `/zorgvragen/verdeling?team=${teamId}&genomen=${taken}&toegewezen=${assigned}`,
  explainDecision: '/zorgvragen/verdeling/waarom-anders',
  stopDivision: '/zorgvragen/verdeling/stoppen',
}
