import type { FastifyInstance } from 'fastify'
import { importViews } from '#design/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import { importRoutes } from '#platform/csv/import-routes.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { planTeams, saveTeams, teamFormat } from '../team-import.ts'
import { listTeamsIn } from '../teams.ts'
import { ownIn } from './own-organization.ts'
import { paths } from './paths.ts'

const own = { import: paths.importTeams, export: paths.exportTeams }
const all = { import: regionPaths.importTeamsOfAll, export: regionPaths.exportTeamsOfAll }

/** Teams as a table: those of one's own organisation, and those of all for the region manager. */
export function teamImportPages(app: FastifyInstance): void {
  importRoutes(app, {
    kind: 'organizations.team',
    who: 'organization.administer',
    paths: { ...own, done: `${paths.teams}?bewaard=ja` },
    fileName: 'teams.csv',
    format: async (scope) => teamFormat(await getRegion(scope), ownIn(scope).name),
    list: (scope) => inTransaction(scope, (tx) => listTeamsIn(tx, ownIn(scope).id)),
    plan: async (tx, file) => planTeams(tx, await getRegion(tx), file, ownIn(tx.scope).id),
    save: saveTeams,
    views: importViews('Teams', own, { href: paths.teams, label: 'Teams en werkgebied' }),
  })
  importRoutes(app, {
    kind: 'organizations.team-of-all',
    who: 'region.manage',
    paths: { ...all, done: `${regionPaths.files}?bewaard=ja` },
    fileName: 'teams.csv',
    format: async (scope) => teamFormat(await getRegion(scope)),
    list: (scope) => inTransaction(scope, (tx) => listTeamsIn(tx, undefined)),
    plan: async (tx, file) => planTeams(tx, await getRegion(tx), file, undefined),
    save: saveTeams,
    views: importViews('Teams van organisaties', all, { href: regionPaths.files, label: 'Bestanden' }),
  })
}
