/** What nurses said about a division: this team and no other, or not these teams; by id of the request. */
export type Wishes = {
  pinned: Readonly<Record<string, string>>
  forbidden: Readonly<Record<string, readonly string[]>>
}

/** One answer in the form of a proposal. `free` takes back whatever was said before. */
export type Wish = { requestId: string } & ({ act: 'pin' | 'forbid'; teamId: string } | { act: 'free' })

export const noWishes: Wishes = { pinned: {}, forbidden: {} }

/** The wishes so far with these on top; a later word about a request counts, and a team is never both pinned and forbidden. */
export function withWishes(so: Wishes, wishes: readonly Wish[]): Wishes {
  const pinned = { ...so.pinned }
  const forbidden = { ...so.forbidden }
  for (const wish of wishes) {
    const { requestId } = wish
    if (wish.act === 'free') {
      delete pinned[requestId]
      delete forbidden[requestId]
    } else if (wish.act === 'pin') {
      pinned[requestId] = wish.teamId
      forbidden[requestId] = (forbidden[requestId] ?? []).filter((teamId) => teamId !== wish.teamId)
    } else {
      if (pinned[requestId] === wish.teamId) delete pinned[requestId]
      forbidden[requestId] = [...new Set([...(forbidden[requestId] ?? []), wish.teamId])].sort()
    }
    if (forbidden[requestId]?.length === 0) delete forbidden[requestId]
  }
  return { pinned, forbidden }
}

/** A wish as a form sends it: what, and which team. */
export function toWish(requestId: string, value: string): Wish | undefined {
  if (value === 'vrij') return { requestId, act: 'free' }
  const [, act, teamId] = /^(vast|niet):([0-9a-f-]{36})$/.exec(value) ?? []
  if (!teamId) return undefined
  return { requestId, act: act === 'vast' ? 'pin' : 'forbid', teamId }
}
