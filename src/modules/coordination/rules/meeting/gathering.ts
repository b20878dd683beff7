import { type Actor, may } from '#kernel/actor.ts'

/** The meeting of one team; or the joint one of all teams, which belongs to the desk of the region. */
export type Gathering = { teamId: string; joint: boolean }

/** Looks at the agenda, and at what was decided. */
export function canAttend(actor: Actor, { teamId, joint }: Gathering): boolean {
  if (actor.kind !== 'user' || !may(actor, 'requests.list')) return false
  return joint || actor.coordinatingTeamIds.includes(teamId)
}

/** Opens, leads and closes it, says who is there, puts items first or off. */
export function canTakePart(actor: Actor, gathering: Gathering): boolean {
  return canAttend(actor, gathering) && may(actor, 'requests.take')
}

/** Reads minutes: who may attend, and who oversees the region. */
export function canReadMinutes(actor: Actor, gathering: Gathering): boolean {
  return canAttend(actor, gathering) || may(actor, 'requests.oversee')
}

/** What a region agreed on that a joint discussion looks at. */
type Ladder = { steps: readonly { step: string }[] }

/** From which steps of the ladder on a request is discussed by all teams together; none where a region has no such step. */
export function jointSteps({ steps }: Ladder): string[] {
  const from = steps.findIndex(({ step }) => step === 'joint-discussion')
  return from < 0 ? [] : steps.slice(from).map(({ step }) => step)
}
