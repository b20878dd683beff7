/** A team that advice knows, as far as a meeting shows it. */
export type Advised = { organizationId: string }

/** Of each organisation its best team, in the order of the advice: a meeting gives to organisations. */
export function bestPerOrganization<One extends { party: Advised }>(all: readonly One[]): One[] {
  const seen = new Set<string>()
  return all.filter(({ party }) => {
    if (seen.has(party.organizationId)) return false
    seen.add(party.organizationId)
    return true
  })
}

/** As many as there are digits on a keyboard. */
export const mostByNumber = 9
