import { isId } from '#kernel/ids.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { explainDecisions } from '../deciding.ts'
import { getProposal } from '../proposal.ts'
import { longestMilliseconds, type Proposer } from '../proposing.ts'
import { toWish, type Wish, withWishes } from '../rules/wishes.ts'
import { DivisionView } from './division-view.tsx'
import { paths } from './paths.ts'

/** All open requests of a team's list over all teams at once: asked for, shown, changed and asked again. */
export function divisionPage(app: Parameters<Routes>[0], proposer: Proposer): void {
  app.get(paths.division, { config: { who: 'requests.list', noStore: true } }, async ({ scope, query }, reply) => {
    const { team, ...said } = query as Record<string, unknown>
    const proposal = await getProposal(scope, team === undefined || team === '' ? undefined : idIn(team))
    const region = await getRegion(scope)
    const reasons = [...listReasons(region, 'refusal'), ...listReasons(region, 'return')]
    const reasonText = (code: string) => reasons.find((reason) => reason.code === code)?.label ?? code
    const why = listReasons(region, 'otherwise')
    const lost = isLost(scope, proposal.newest?.askedAt)
    return reply.page(
      200,
      <DivisionView proposal={proposal} lost={lost} reasonText={reasonText} why={why} accepted={acceptedIn(said)} />,
    )
  })

  app.post(paths.division, { config: { who: 'requests.list' } }, async ({ scope, body }, reply) => {
    const read = new FormReader(body)
    const teamId = idIn(read.line('team'))
    const wishes = wishesIn(read)
    await proposer.ask(scope, teamId, (earlier) => withWishes(earlier, wishes))
    return reply.seeOther(paths.divisionOf(teamId))
  })

  app.post(paths.explainDecision, { config: { who: 'requests.list' } }, async ({ scope, body }, reply) => {
    const read = new FormReader(body)
    const teamId = idIn(read.line('team'))
    const reasons = Object.entries(read.values).flatMap(([name, value]) => {
      const id = name.startsWith('waarom-') ? name.slice('waarom-'.length) : ''
      return isId(id) && typeof value === 'string' && value !== '' ? [{ id, reason: value }] : []
    })
    await explainDecisions(scope, { teamId, reasons })
    return reply.seeOther(`${paths.divisionOf(teamId)}#anders`)
  })

  app.post(paths.stopDivision, { config: { who: 'requests.list' } }, async ({ scope, body }, reply) => {
    const teamId = idIn(new FormReader(body).line('team'))
    await proposer.stop(scope, teamId)
    return reply.seeOther(paths.divisionOf(teamId))
  })
}

/** What was accepted just now, said once above the proposal. */
function acceptedIn({ genomen, toegewezen }: Record<string, unknown>): { taken: number; assigned: number } | undefined {
  const count = (value: unknown) => (typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0)
  const accepted = { taken: count(genomen), assigned: count(toegewezen) }
  return accepted.taken + accepted.assigned > 0 ? accepted : undefined
}

function wishesIn({ values }: FormReader): Wish[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const requestId = name.startsWith('wens-') ? name.slice('wens-'.length) : ''
    return (isId(requestId) && typeof value === 'string' && toWish(requestId, value)) || []
  })
}

function idIn(value: unknown): string {
  if (typeof value !== 'string' || !isId(value)) throw new NotFound()
  return value
}

/** Of a process that is gone nothing comes any more. */
function isLost(scope: Scope, askedAt: Date | undefined): boolean {
  return askedAt !== undefined && scope.now().getTime() - askedAt.getTime() > longestMilliseconds
}
