import type { FastifyInstance } from 'fastify'
import { importViews } from '#design/index.ts'
import { listCoordinatingTeams } from '#modules/organizations/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { importRoutes } from '#platform/csv/import-routes.ts'
import { listKeptRoutes } from '../routing/keeping-routes.ts'
import { planRoutes, routeFormat, saveRoutes } from '../routing/route-import.ts'

const addresses = { import: paths.importRoutes, export: paths.exportRoutes }

/** Which team gets what, as a table. */
export function routeImportPage(app: FastifyInstance): void {
  importRoutes(app, {
    kind: 'coordination.route',
    who: 'region.manage',
    paths: { ...addresses, done: `${paths.routes}?bewaard=ja` },
    fileName: 'verdeling.csv',
    format: async (scope) => routeFormat(await getRegion(scope), await listCoordinatingTeams(scope)),
    list: listKeptRoutes,
    plan: async (tx, file) => planRoutes(tx, await getRegion(tx), await listCoordinatingTeams(tx.scope), file),
    save: saveRoutes,
    views: importViews('Verdeling', addresses, { href: paths.routes, label: 'Verdeling' }),
  })
}
