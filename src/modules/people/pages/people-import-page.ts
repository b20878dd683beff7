import type { FastifyInstance } from 'fastify'
import { importViews } from '#design/index.ts'
import { getOrganization, listCoordinatingTeams } from '#modules/organizations/index.ts'
import { importRoutes } from '#platform/csv/import-routes.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { NotSignedIn } from '#platform/http/faults.ts'
import { listPeopleRows, peopleFormat, planPeople, savePeople } from '../people-import.ts'
import { rolesOfKind } from '../rules/roles.ts'
import { paths } from './paths.ts'

const addresses = { import: paths.importPeople, export: paths.exportPeople }

/** The people of one's own organisation as a table; who is new is invited. */
export function peopleImportPage(app: FastifyInstance): void {
  importRoutes(app, {
    kind: 'people.practitioner_role',
    who: 'organization.administer',
    paths: { ...addresses, done: `${paths.people}?bewaard=bestand` },
    fileName: 'mensen.csv',
    format: formatOf,
    list: (scope) => inTransaction(scope, (tx) => listPeopleRows(tx, ownOf(scope))),
    plan: async (tx, file) => planPeople(tx, await formatOf(tx.scope), file, ownOf(tx.scope)),
    save: (tx, steps) => savePeople(tx, steps, ownOf(tx.scope)),
    views: importViews('Mensen', addresses, { href: paths.people, label: 'Mensen' }),
  })
}

async function formatOf(scope: Scope) {
  const { kind } = await getOrganization(scope, ownOf(scope))
  return peopleFormat(await listCoordinatingTeams(scope), rolesOfKind(kind))
}

function ownOf({ actor }: Scope): string {
  if (actor.kind !== 'user') throw new NotSignedIn()
  return actor.organizationId
}
