/** The letter to the health insurer, on the page and as a file. */
export const mediationPaths = {
  letter: (id: string) => `/zorgvragen/${id}/zorgbemiddeling`,
  pdf: (id: string) => `/zorgvragen/${id}/zorgbemiddeling.pdf`,
}
