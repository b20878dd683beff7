import type { Compilable } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canAddOrganizations, canKeepOrganization } from './policy.ts'
import type { OrganizationKind } from './rules/kinds.ts'
import { slugOf } from './rules/slug.ts'

/** What an organisation tells about itself. */
export type Profile = {
  name: string
  /** Eight digits, of the national register of care organisations. */
  ura: string | null
  /** Eight digits, under which insurers know it. */
  agbCode: string | null
  phone: string | null
  email: string | null
  website: string | null
  qualityUrl: string | null
  description: string
  careKinds: string[]
  expertises: string[]
  languages: string[]
  faiths: string[]
  insurers: string[]
}

export type Organization = Profile & {
  id: string
  kind: string
  active: boolean
  /** Goes up at every change; who saves says which one they looked at. */
  version: number
}

const fields = [
  'id',
  'kind',
  'active',
  'version',
  'name',
  'ura',
  'agb_code as agbCode',
  'phone',
  'email',
  'website',
  'quality_url as qualityUrl',
  'description',
  'care_kinds as careKinds',
  'expertises',
  'languages',
  'faiths',
  'insurers',
] as const

/** Goes along with the query of a page. */
export function organizationQuery(id: string): Compilable<Organization> {
  return build.selectFrom('organizations.organization').select(fields).where('id', '=', id)
}

export async function getOrganization(scope: Scope, id: string): Promise<Organization> {
  const { found } = await read(scope, { found: organizationQuery(id) })
  if (!found[0]) throw new NotFound()
  return found[0]
}

/** Goes along with the query of a page: all of them, by name. */
export function organizationsQuery(): Compilable<Organization> {
  return build.selectFrom('organizations.organization').select(fields).orderBy('name').limit(2000)
}

export async function listOrganizations(scope: Scope): Promise<Organization[]> {
  return (await read(scope, { found: organizationsQuery() })).found
}

export type SaveProfile = { id: string; version: number; profile: Profile }
export type ChangedMeanwhile = { code: 'changed-meanwhile'; now: Organization }

/** Saves what was typed, unless somebody else saved in between: then their change is shown, not overwritten. */
export const saveProfile = command((tx, _actor, input: SaveProfile) => saveProfileIn(tx, input))

/** The same inside a transaction that saves more. */
export async function saveProfileIn(
  tx: Tx,
  { id, version, profile }: SaveProfile,
): Promise<Outcome<void, ChangedMeanwhile>> {
  const { actor } = tx.scope
  permit(canKeepOrganization(actor, id))
  const known = await tx.db
    .selectFrom('organizations.organization')
    .select(fields)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!known) throw new NotFound()
  if (known.version !== version) return refused({ code: 'changed-meanwhile', now: known })
  const changed = changedFields(known, profile)
  if (changed.length === 0) return done(undefined)
  await tx.db
    .updateTable('organizations.organization')
    .set({
      name: profile.name,
      ura: profile.ura,
      agb_code: profile.agbCode,
      phone: profile.phone,
      email: profile.email,
      website: profile.website,
      quality_url: profile.qualityUrl,
      description: profile.description,
      care_kinds: profile.careKinds,
      expertises: profile.expertises,
      languages: profile.languages,
      faiths: profile.faiths,
      insurers: profile.insurers,
      version: version + 1,
      updated_at: tx.scope.now(),
    })
    .where('id', '=', id)
    .execute()
  await auditChange(tx, 'organization.update', id, changed)
  return done(undefined)
}

export type NewOrganization = { name: string; kind: OrganizationKind; phone: string | null; email: string | null }

/** Adds an organisation to the region; its own administrator fills in the rest. */
export async function addOrganization(tx: Tx, organization: NewOrganization): Promise<Outcome<string, 'name-taken'>> {
  const { actor } = tx.scope
  permit(canAddOrganizations(actor))
  const slug = slugOf(organization.name) || newId()
  const taken = await tx.db
    .selectFrom('organizations.organization')
    .select('id')
    .where((eb) => eb.or([eb('slug', '=', slug), eb('name', '=', organization.name)]))
    .executeTakeFirst()
  if (taken) return refused('name-taken')
  const id = newId()
  await tx.db
    .insertInto('organizations.organization')
    .values({ id, region_id: actor.regionId, slug, ...organization })
    .execute()
  await auditChange(tx, 'organization.add', id, ['name', 'kind', 'phone', 'email'])
  return done(id)
}

/** Which fields differ, by name, in the order of the page. */
export function changedFields(known: Profile, wanted: Profile): (keyof Profile)[] {
  return (Object.keys(wanted) as (keyof Profile)[]).filter(
    (field) => JSON.stringify(known[field]) !== JSON.stringify(wanted[field]),
  )
}

function auditChange(tx: Tx, event: string, objectId: string, changed: readonly string[]): Promise<void> {
  return audit(tx, {
    event,
    action: event.endsWith('.add') ? 'C' : 'U',
    objectType: 'organization',
    objectId,
    fields: changed,
    legalBasis: 'administration',
    rule: 'canKeepOrganization',
  })
}
