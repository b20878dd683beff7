import { createHash } from 'node:crypto'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canKeepContact } from './policy.ts'
import type { Photo } from './rules/photo.ts'
import { type TeamContact, teamContactsQuery } from './team-contacts.ts'

/** What is written down about a fixed contact person of a team. */
export type ContactFacts = Pick<
  TeamContact,
  'coordinatingTeamId' | 'organizationId' | 'firstName' | 'jobTitle' | 'position'
>

/** One that this actor may change; another's is not there. */
export async function getKeptContact(scope: Scope, id: string): Promise<TeamContact> {
  const { found } = await read(scope, { found: teamContactsQuery({ id }) })
  if (!found[0] || !canKeepContact(scope.actor, found[0].organizationId)) throw new NotFound()
  return found[0]
}

export type SaveContact = {
  /** Left out for a new one. */
  id?: string
  version: number
  facts: ContactFacts
  /** A new picture, or `remove`; left out it stays as it is. */
  photo?: Photo | 'remove'
}
export type ContactChanged = { code: 'changed-meanwhile'; now: TeamContact }

export const saveContact = command((tx, _actor, input: SaveContact) => saveContactIn(tx, input))

/** Adds somebody or changes them, unless somebody else did in between. */
export async function saveContactIn(tx: Tx, input: SaveContact): Promise<Outcome<string, ContactChanged>> {
  const { actor } = tx.scope
  const { facts } = input
  permit(canKeepContact(actor, facts.organizationId))
  const id = input.id ?? newId()
  const row = {
    coordinating_team_id: facts.coordinatingTeamId,
    organization_id: facts.organizationId,
    first_name: facts.firstName,
    job_title: facts.jobTitle,
    position: facts.position,
  }
  if (input.id === undefined) {
    await tx.db
      .insertInto('organizations.contact_person')
      .values({ id, region_id: actor.regionId, ...row })
      .execute()
  } else {
    const known = await lock(tx, actor, id)
    if (known.version !== input.version) return refused({ code: 'changed-meanwhile', now: known })
    await tx.db.updateTable('organizations.contact_person').set(row).where('id', '=', id).execute()
  }
  if (input.photo !== undefined) await savePhoto(tx, id, input.photo)
  await auditContact(tx, input.id === undefined ? 'contact-person.add' : 'contact-person.update', id)
  return done(id)
}

export const removeContact = command(
  async (tx, actor, { id, version }: { id: string; version: number }): Promise<Outcome<void, ContactChanged>> => {
    const known = await lock(tx, actor, id)
    if (known.version !== version) return refused({ code: 'changed-meanwhile', now: known })
    await tx.db.deleteFrom('organizations.contact_person').where('id', '=', id).execute()
    await auditContact(tx, 'contact-person.remove', id)
    return done(undefined)
  },
)

async function lock(tx: Tx, actor: Actor, id: string): Promise<TeamContact> {
  await tx.db.selectFrom('organizations.contact_person').select('id').where('id', '=', id).forUpdate().execute()
  const { rows } = await tx.db.executeQuery(teamContactsQuery({ id }).compile())
  const known = rows[0] as TeamContact | undefined
  if (!known || !canKeepContact(actor, known.organizationId)) throw new NotFound()
  return known
}

/** The name of a picture follows from its content: its address changes with it, and may be kept by a browser for good. */
async function savePhoto(tx: Tx, id: string, photo: Photo | 'remove'): Promise<void> {
  await tx.db.deleteFrom('organizations.contact_photo').where('contact_person_id', '=', id).execute()
  if (photo !== 'remove') {
    const { contentType, content, width, height } = photo
    await tx.db
      .insertInto('organizations.contact_photo')
      .values({
        contact_person_id: id,
        region_id: tx.scope.actor.regionId,
        content_type: contentType,
        content: Buffer.from(content),
        width,
        height,
      })
      .execute()
  }
  const name = photo === 'remove' ? null : createHash('sha256').update(photo.content).digest('base64url').slice(0, 22)
  await tx.db.updateTable('organizations.contact_person').set({ photo: name }).where('id', '=', id).execute()
}

const deeds = { 'contact-person.add': 'C', 'contact-person.update': 'U', 'contact-person.remove': 'D' } as const

function auditContact(tx: Tx, event: keyof typeof deeds, id: string): Promise<void> {
  return audit(tx, {
    event,
    action: deeds[event],
    objectType: 'contact-person',
    objectId: id,
    fields: ['team', 'organization', 'firstName', 'jobTitle', 'photo', 'position'],
    legalBasis: 'administration',
    rule: 'canKeepContact',
  })
}
