import type { FastifyRequest } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { NotFound } from '#platform/http/faults.ts'
import { getJoint } from '../../meeting/table.ts'
import { canAttend, type Gathering } from '../../rules/meeting/gathering.ts'
import { jointWord } from './paths.ts'

/** Which meeting an address names; what this actor does not sit in does not exist for them. */
export async function gatheringOf(request: FastifyRequest): Promise<Gathering> {
  const { gathering: word } = request.params as { gathering: string }
  const gathering = word === jointWord ? await getJoint(request.scope) : { teamId: word, joint: false }
  if (!isId(gathering.teamId) || !canAttend(request.scope.actor, gathering)) throw new NotFound()
  return gathering
}

/** Whether teams of this region divide in a meeting. */
export async function meetsIn(scope: Scope): Promise<boolean> {
  return (await getRegion(scope)).wayOfWorking.distribution === 'meeting'
}
