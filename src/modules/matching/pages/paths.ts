/** Addresses of the pages of this module. */
export const paths = {
  shortlist: (id: string) => `/zorgvragen/${id}/wie-kan`,
}
