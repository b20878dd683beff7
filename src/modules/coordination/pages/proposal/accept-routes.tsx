import { isId } from '#kernel/ids.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { acceptProposal } from '../../proposal/accepting.ts'
import { NotAcceptedPage } from './not-accepted-page.tsx'

/** Following a proposal: all of it, what was ticked, or nothing. */
export const acceptRoutes: Routes = (app) => {
  app.post(matchingPaths.acceptDivision, { config: { who: 'requests.take' } }, async ({ scope, body }, reply) => {
    const form = new FormReader(body)
    const [teamId, proposalId] = [form.line('team') ?? '', form.line('voorstel') ?? '']
    if (!isId(teamId) || !isId(proposalId)) throw new NotFound()
    const ticked = [form.values.neem ?? []].flat().filter(isId)
    const requestIds = form.values.alles === 'ja' ? 'all' : ticked
    const accepted = await acceptProposal(scope, { teamId, proposalId, requestIds })
    const refused = accepted.filter(({ done }) => done === undefined)
    if (accepted.length === 0 || refused.length > 0)
      return reply.page(409, <NotAcceptedPage teamId={teamId} accepted={accepted} ticked={requestIds} />)
    const count = (done: 'taken' | 'assigned') => accepted.filter((one) => one.done === done).length
    return reply.seeOther(matchingPaths.acceptedDivision(teamId, count('taken'), count('assigned')))
  })

  // A page that answered a press stays under its address.
  app.get(matchingPaths.acceptDivision, { config: { who: 'requests.take' } }, async (_request, reply) =>
    reply.seeOther(matchingPaths.division),
  )
}
