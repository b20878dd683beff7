import { type bsnCheckedWithText, type Identity, readIdentity, readSealedBsn } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'

export type Bsn = { id: string; number: string; bsn: string; checkedWith: keyof typeof bsnCheckedWithText | null }

/** The BSN, for the nurses of the organisation that took the request. Throws `NotFound` when it is not for this actor. */
export async function getBsn(scope: Scope, requestId: string): Promise<Bsn> {
  const { numbers, sealed } = await read(scope, {
    numbers: build.selectFrom('requests.care_request').select('number').where('id', '=', requestId),
    sealed: readSealedBsn(scope, requestId),
  })
  const [request, found] = [numbers[0], sealed[0]]
  if (!request || !found?.sealed) throw new NotFound()
  const checkedWith = found.checkedWith as Bsn['checkedWith']
  return { id: requestId, number: request.number, bsn: scope.seal.open(found.sealed), checkedWith }
}

/** The identity by itself, BSN included, for a program of the taking organisation. Throws `NotFound` when it is not open. */
export async function getIdentity(scope: Scope, requestId: string): Promise<Identity & { bsn: string | null }> {
  const { identity, sealed } = await read(scope, {
    identity: readIdentity(scope, requestId),
    sealed: readSealedBsn(scope, requestId),
  })
  const found = identity[0] as Identity | undefined
  if (!found) throw new NotFound()
  const bsn = sealed[0]?.sealed
  return { ...found, bsn: bsn ? scope.seal.open(bsn) : null }
}
