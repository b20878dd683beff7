import type { FastifyInstance } from 'fastify'
import { importViews } from '#design/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import { importRoutes } from '#platform/csv/import-routes.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { contactFormat, listContactRows, planContacts, saveContacts } from '../contact-import.ts'
import { coordinatingTeamFormat, planCoordinatingTeams, saveCoordinatingTeams } from '../coordinating-team-import.ts'
import { listCoordinatingTeams } from '../coordinating-teams.ts'
import { organizationFormat, planOrganizations, saveOrganizations } from '../organization-import.ts'
import { listOrganizations } from '../profile.ts'
import { ownIn } from './own-organization.ts'
import { paths } from './paths.ts'

const files = { href: regionPaths.files, label: 'Bestanden' }
const toFiles = `${regionPaths.files}?bewaard=ja`

const ownContacts = { import: paths.importContacts, export: paths.exportContacts }
const allContacts = { import: regionPaths.importContacts, export: regionPaths.exportContacts }
const organizations = { import: regionPaths.importOrganizations, export: regionPaths.exportOrganizations }
const coordinatingTeams = {
  import: regionPaths.importCoordinatingTeams,
  export: regionPaths.exportCoordinatingTeams,
}

/** Organisations, coordinating teams and contact people as tables. */
export function otherImportPages(app: FastifyInstance): void {
  importRoutes(app, {
    kind: 'organizations.organization',
    who: 'region.manage',
    paths: { ...organizations, done: toFiles },
    fileName: 'organisaties.csv',
    format: async () => organizationFormat,
    list: listOrganizations,
    plan: planOrganizations,
    save: saveOrganizations,
    views: importViews('Organisaties', organizations, files),
  })
  importRoutes(app, {
    kind: 'organizations.coordinating_team',
    who: 'region.manage',
    paths: { ...coordinatingTeams, done: toFiles },
    fileName: 'coordinerende-teams.csv',
    format: async () => coordinatingTeamFormat,
    list: listCoordinatingTeams,
    plan: async (tx, file) => planCoordinatingTeams(tx, file, (await getRegion(tx)).wayOfWorking.fallbackDeskId),
    save: saveCoordinatingTeams,
    views: importViews('Coördinerende teams', coordinatingTeams, files),
  })
  importRoutes(app, {
    kind: 'organizations.contact_person',
    who: 'organization.administer',
    paths: { ...ownContacts, done: `${paths.contacts}?bewaard=ja` },
    fileName: 'contactpersonen.csv',
    format: async (scope) => contactFormat(ownIn(scope).name),
    list: (scope) => inTransaction(scope, (tx) => listContactRows(tx, ownIn(scope).id)),
    plan: (tx, file) => planContacts(tx, file, ownIn(tx.scope).id),
    save: saveContacts,
    views: importViews('Contactpersonen', ownContacts, { href: paths.contacts, label: 'Contactpersonen' }),
  })
  importRoutes(app, {
    kind: 'organizations.contact_person-of-all',
    who: 'region.manage',
    paths: { ...allContacts, done: toFiles },
    fileName: 'contactpersonen.csv',
    format: async () => contactFormat(),
    list: (scope) => inTransaction(scope, (tx) => listContactRows(tx, undefined)),
    plan: (tx, file) => planContacts(tx, file, undefined),
    save: saveContacts,
    views: importViews('Contactpersonen', allContacts, files),
  })
}
