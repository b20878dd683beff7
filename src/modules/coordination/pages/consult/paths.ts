/** Addresses of asking and giving advice. */
export const consultPaths = {
  list: '/consulten',
  consult: (id: string) => `/consulten/${id}`,
  withdraw: (id: string) => `/consulten/${id}/intrekken`,
  /** Asking, about one request. */
  ask: (requestId: string) => `/zorgvragen/${requestId}/advies`,
  live: '/live/consulten',
}
