export const mostCompared = 4

/**
 * The organisations somebody chose to compare, from an address: each once, four at most, in the order of choosing. What has not the
 * form of an address of an organisation is left out.
 */
export function readChosen(given: unknown): { slugs: string[]; tooMany: boolean } {
  const all = [given].flat().filter((one): one is string => typeof one === 'string' && /^[a-z0-9-]{1,120}$/.test(one))
  const slugs = [...new Set(all)]
  return { slugs: slugs.slice(0, mostCompared), tooMany: slugs.length > mostCompared }
}
