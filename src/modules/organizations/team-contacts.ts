import type { Compilable } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'

/** Whom a neighbourhood knows of a coordinating team. Public: a first name, never more of a name. */
export type TeamContact = {
  id: string
  coordinatingTeamId: string
  organizationId: string | null
  organizationName: string | null
  firstName: string
  jobTitle: string
  /** Names the picture in its address (`paths.photo`), different for every picture; null without one. */
  photo: string | null
  position: number
  version: number
}

/** Goes along with the query of a page: of one team, of one organisation, or all; in the order of the page. */
export function teamContactsQuery(
  of: { id?: string; coordinatingTeamId?: string; organizationId?: string } = {},
): Compilable<TeamContact> {
  return build
    .selectFrom('organizations.contact_person as p')
    .leftJoin('organizations.organization as o', 'o.id', 'p.organization_id')
    .select([
      'p.id',
      'p.coordinating_team_id as coordinatingTeamId',
      'p.organization_id as organizationId',
      'o.name as organizationName',
      'p.first_name as firstName',
      'p.job_title as jobTitle',
      'p.photo',
      'p.position',
      'p.version',
    ])
    .$if(of.id !== undefined, (query) => query.where('p.id', '=', of.id ?? ''))
    .$if(of.coordinatingTeamId !== undefined, (query) =>
      query.where('p.coordinating_team_id', '=', of.coordinatingTeamId ?? ''),
    )
    .$if(of.organizationId !== undefined, (query) => query.where('p.organization_id', '=', of.organizationId ?? ''))
    .orderBy('p.coordinating_team_id')
    .orderBy('p.position')
    .orderBy('p.first_name')
    .orderBy('p.id')
}

export type ContactPhoto = { contentType: string; content: Buffer; width: number; height: number }

/** The picture with this name, when it is still the one of this person. */
export async function findContactPhoto(scope: Scope, id: string, photo: string): Promise<ContactPhoto | undefined> {
  const { found } = await read(scope, {
    found: build
      .selectFrom('organizations.contact_photo as f')
      .innerJoin('organizations.contact_person as p', 'p.id', 'f.contact_person_id')
      .select(['f.content_type as contentType', 'f.content', 'f.width', 'f.height'])
      .where('p.id', '=', id)
      .where('p.photo', '=', photo),
  })
  return found[0]
}
