/** Addresses of the pages for the privacy officer. */
export const paths = {
  log: '/inzage-log',
  entry: (id: number | string) => `/inzage-log/regel/${id}`,
  export: '/inzage-log/export',
  chain: '/inzage-log/keten',
}
