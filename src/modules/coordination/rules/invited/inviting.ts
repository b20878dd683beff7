import { addDays, type LocalDate } from '#kernel/dates.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'

/** What an invitation may let its holder see; each is named, and nothing comes along by itself. */
export const invitedScopes = ['care', 'progress', 'takers', 'client'] as const
export type InvitedScope = (typeof invitedScopes)[number]

/** As long as helping in the neighbourhood with one request takes; longer is asked for anew. */
export const longestDays = 90

export type Invitation = { kind: string; scope: readonly InvitedScope[]; untilOn: LocalDate; clientAgrees: boolean }
export type InvitationRefusal =
  | 'kind-not-agreed'
  | 'scope-wanted'
  | 'until-wrong'
  | 'consent-wanted'
  | 'identity-not-yours'

/**
 * Whether this may be invited so.
 *
 * @param known.kinds which kinds of others the region agreed to invite
 * @param known.seesIdentity whether whoever invites may see who it is about: nobody shows what is not theirs to see
 */
export function mayInvite(
  { kind, scope, untilOn, clientAgrees }: Invitation,
  known: { kinds: readonly string[]; seesIdentity: boolean; today: LocalDate },
): Outcome<void, InvitationRefusal> {
  if (!known.kinds.includes(kind)) return refused('kind-not-agreed')
  if (scope.length === 0) return refused('scope-wanted')
  if (untilOn < known.today || untilOn > addDays(known.today, longestDays)) return refused('until-wrong')
  if (!scope.includes('client')) return done(undefined)
  if (!known.seesIdentity) return refused('identity-not-yours')
  return clientAgrees ? done(undefined) : refused('consent-wanted')
}
