import { getProposal, type ProposedLine, proposedLines } from '#modules/matching/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { NotAllowed, NotFound } from '#platform/http/faults.ts'
import { assignParty } from '../inquiry/inquiring.ts'
import { takeRequest } from '../taking/taking.ts'
import type { CommandCode } from '../text.nl.ts'

/** What came of one line of a proposal: the nurse's own organisation has it, another was asked to confirm, or why not. */
export type Accepted = ProposedLine & {
  done: 'taken' | 'assigned' | undefined
  refusal: CommandCode | 'not-there' | undefined
}

/**
 * Follows a proposal for all, some or one of its lines, with the ordinary commands and the ordinary rules: what goes to the nurse's
 * own organisation she takes, the rest is assigned to organisations that confirm. One after the other, each by itself: what is
 * refused leaves the others as they are.
 */
export async function acceptProposal(
  scope: Scope,
  { teamId, proposalId, requestIds }: { teamId: string; proposalId: string; requestIds: readonly string[] | 'all' },
): Promise<Accepted[]> {
  const proposal = await getProposal(scope, teamId)
  // Somebody asked again meanwhile: what is accepted has to have been seen.
  if (proposal.newest?.id !== proposalId) return []
  // All of it is all that can be given from here: what moved up to a desk is for that desk, and parts are taken one by one.
  const lines = proposedLines(proposal).filter(({ requestId, toGive }) =>
    requestIds === 'all' ? toGive : requestIds.includes(requestId),
  )
  const accepted: Accepted[] = []
  for (const line of lines) accepted.push(await accept(scope, line))
  return accepted
}

async function accept(scope: Scope, line: ProposedLine): Promise<Accepted> {
  const { requestId, organizationId } = line
  const own = scope.actor.kind === 'user' && scope.actor.organizationId === organizationId
  try {
    const outcome = own
      ? await takeRequest(scope, { requestId })
      : await assignParty(scope, { requestId, organizationId })
    if (!outcome.ok) return { ...line, done: undefined, refusal: outcome.refusal.code }
    return { ...line, done: own ? 'taken' : 'assigned', refusal: undefined }
  } catch (fault) {
    // It was withdrawn, or went to another list, since the proposal was made.
    if (fault instanceof NotFound || fault instanceof NotAllowed)
      return { ...line, done: undefined, refusal: 'not-there' }
    throw fault
  }
}
