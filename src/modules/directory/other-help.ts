import { createHash } from 'node:crypto'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canKeepOtherHelp } from './policy.ts'
import { type OtherHelpKind, otherHelpKinds } from './rules/care-words.ts'
import type { OtherHelp } from './store.ts'

export type Municipality = { id: string; name: string }
export type MunicipalityHelp = Municipality & { help: OtherHelp[] }

/** All municipalities of the region with the help that is known there. */
export async function listOtherHelp(scope: Scope): Promise<MunicipalityHelp[]> {
  const { municipalities, help } = await read(scope, statements(scope))
  return together(municipalities, help)
}

/** The same inside a transaction. */
export async function readOtherHelp(tx: Tx): Promise<MunicipalityHelp[]> {
  const { municipalities, help } = statements(tx.scope)
  const { rows } = await tx.db.executeQuery(municipalities.compile())
  return together(rows, (await tx.db.executeQuery(help.compile())).rows)
}

function statements({ actor }: Scope) {
  return {
    municipalities: build
      .selectFrom('regions.municipality')
      .select(['id', 'name'])
      .where('region_id', '=', actor.regionId)
      .orderBy('name'),
    help: build
      .selectFrom('directory.other_help')
      .select(['municipality_id as municipalityId', 'kind', 'name', 'phone', 'website', 'hours'])
      .orderBy('kind'),
  }
}

type HelpRow = Omit<OtherHelp, 'kind'> & { kind: string; municipalityId: string }

function together(municipalities: readonly Municipality[], help: readonly HelpRow[]): MunicipalityHelp[] {
  return municipalities.map((municipality) => ({
    ...municipality,
    help: help.filter(({ municipalityId }) => municipalityId === municipality.id).map(toHelp),
  }))
}

export async function getMunicipalityHelp(scope: Scope, id: string): Promise<MunicipalityHelp> {
  const found = (await listOtherHelp(scope)).find((one) => one.id === id)
  if (!found) throw new NotFound()
  return found
}

/** Stands for what somebody looked at: another text when anything was changed. */
export function seenOf(help: readonly OtherHelp[]): string {
  const facts = otherHelpKinds.map((kind) => {
    const one = help.find((known) => known.kind === kind)
    return one && [one.name, one.phone, one.website, one.hours]
  })
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22)
}

export type SaveOtherHelp = { municipalityId: string; seen: string; help: readonly OtherHelp[] }
export type OtherHelpChanged = { code: 'changed-meanwhile'; now: MunicipalityHelp }

/** Saves the help of one municipality as a whole; a kind that is not among it is taken away. */
export const saveOtherHelp = command((tx, _actor, input: SaveOtherHelp) => saveOtherHelpIn(tx, input))

/** The same inside a transaction that saves more. */
export async function saveOtherHelpIn(
  tx: Tx,
  { municipalityId, seen, help }: SaveOtherHelp,
): Promise<Outcome<void, OtherHelpChanged>> {
  const { actor } = tx.scope
  permit(canKeepOtherHelp(actor))
  const known = await lock(tx, municipalityId)
  if (seenOf(known.help) !== seen) return refused({ code: 'changed-meanwhile', now: known })
  await tx.db.deleteFrom('directory.other_help').where('municipality_id', '=', municipalityId).execute()
  if (help.length > 0) {
    const rows = help.map((one) => ({
      ...one,
      municipality_id: municipalityId,
      region_id: actor.regionId,
      updated_at: tx.scope.now(),
    }))
    await tx.db.insertInto('directory.other_help').values(rows).execute()
  }
  await audit(tx, {
    event: 'other-help.update',
    action: 'U',
    objectType: 'municipality',
    objectId: municipalityId,
    fields: changedKinds(known.help, help),
    legalBasis: 'administration',
    rule: 'canKeepOtherHelp',
  })
  return done(undefined)
}

async function lock(tx: Tx, id: string): Promise<MunicipalityHelp> {
  const municipality = await tx.db
    .selectFrom('regions.municipality')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('region_id', '=', tx.scope.actor.regionId)
    .forUpdate()
    .executeTakeFirst()
  if (!municipality) throw new NotFound()
  const help = await tx.db
    .selectFrom('directory.other_help')
    .select(['kind', 'name', 'phone', 'website', 'hours'])
    .where('municipality_id', '=', id)
    .execute()
  return { ...municipality, help: help.map(toHelp) }
}

function changedKinds(before: readonly OtherHelp[], after: readonly OtherHelp[]): OtherHelpKind[] {
  const textOf = (help: readonly OtherHelp[], kind: OtherHelpKind) => seenOf(help.filter((one) => one.kind === kind))
  return otherHelpKinds.filter((kind) => textOf(before, kind) !== textOf(after, kind))
}

function toHelp({ kind, name, phone, website, hours }: Omit<OtherHelp, 'kind'> & { kind: string }): OtherHelp {
  return { kind: kind as OtherHelpKind, name, phone, website, hours }
}
