import type { FastifyInstance } from 'fastify'
import { importViews } from '#design/index.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import { importRoutes } from '#platform/csv/import-routes.ts'
import { listOtherHelpRows, otherHelpFormat, planOtherHelp, saveOtherHelpRows } from '../other-help-import.ts'

const addresses = { import: regionPaths.importOtherHelp, export: regionPaths.exportOtherHelp }

/** Other help as a table, for the region manager. */
export function otherHelpImportPages(app: FastifyInstance): void {
  importRoutes(app, {
    kind: 'directory.other_help',
    who: 'region.manage',
    paths: { ...addresses, done: `${regionPaths.files}?bewaard=ja` },
    fileName: 'andere-hulp.csv',
    format: async () => otherHelpFormat,
    list: listOtherHelpRows,
    plan: planOtherHelp,
    save: saveOtherHelpRows,
    views: importViews('Andere hulp per gemeente', addresses, { href: regionPaths.files, label: 'Bestanden' }),
  })
}
