import type { FastifyRequest } from 'fastify'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { getGathering, jointly } from '../../meeting/table.ts'
import type { Gathering } from '../../rules/meeting/gathering.ts'
import { jointWord } from './paths.ts'

/** Which meeting an address names; what this actor does not sit in does not exist for them. */
export async function gatheringOf(request: FastifyRequest): Promise<Gathering> {
  const { gathering: word } = request.params as { gathering: string }
  // Pages and programs each have a word of their own for it; neither knows the other's.
  return getGathering(request.scope, word === jointWord ? jointly : word === jointly ? '' : word)
}

/** Whether teams of this region divide in a meeting. */
export async function meetsIn(scope: Scope): Promise<boolean> {
  return (await getRegion(scope)).wayOfWorking.distribution === 'meeting'
}
