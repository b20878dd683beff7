/** By what an organisation is known in any region. A name is none of it: two practices may be called alike. */
type KnownBy = { agbCode: string | null; ura: string | null }

/** An organisation over there that refers, with the accounts that can open its list. */
export type ReferrerThere = KnownBy & {
  id: string
  kind: string
  accounts: readonly { userId: string; email: string }[]
}

/** Who sent the request here. */
export type ReferrerHere = KnownBy & { kind: string; email: string | null }

export type FoundReferrer = { organizationId: string; userId?: string }

/**
 * Whose list a request comes on in another region. By a number of the register that both have, as long as no other number says
 * otherwise; where no number can be compared, by the address with which the same person signs in there, at an organisation of the
 * same kind. Where it could be two, and where nobody has an account to open it with, it is nobody's.
 */
export function findSameReferrer(here: ReferrerHere, there: readonly ReferrerThere[]): FoundReferrer | undefined {
  const reachable = there.filter(({ accounts }) => accounts.length > 0)
  const byNumber = reachable.filter((one) => compare(here, one) === 'same')
  const byAddress = reachable.filter(
    (one) => compare(here, one) === 'unknown' && one.kind === here.kind && accountOf(here, one) !== undefined,
  )
  const [found, ...more] = byNumber.length > 0 ? byNumber : byAddress
  if (!found || more.length > 0) return undefined
  const userId = accountOf(here, found)
  return { organizationId: found.id, ...(userId ? { userId } : {}) }
}

function compare(here: KnownBy, there: KnownBy): 'same' | 'other' | 'unknown' {
  const pairs = [
    [here.agbCode, there.agbCode],
    [here.ura, there.ura],
  ].filter(([one, other]) => one && other)
  if (pairs.length === 0) return 'unknown'
  return pairs.every(([one, other]) => one === other) ? 'same' : 'other'
}

function accountOf({ email }: ReferrerHere, { accounts }: ReferrerThere): string | undefined {
  return email === null
    ? undefined
    : accounts.find((account) => account.email.toLowerCase() === email.toLowerCase())?.userId
}
