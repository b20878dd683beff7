import type { FastifyInstance } from 'fastify'
import { importViews } from '#design/index.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import { importRoutes } from '#platform/csv/import-routes.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { endpointFormat, planEndpoints, saveEndpoints } from '../endpoint-import.ts'
import { listEndpointsIn } from '../keeping-endpoints.ts'
import { listLocationRows, locationFormat, planLocations, saveLocations } from '../location-import.ts'
import { ownIn } from './own-organization.ts'
import { paths } from './paths.ts'

const files = { href: regionPaths.files, label: 'Bestanden' }
const toFiles = `${regionPaths.files}?bewaard=ja`

const ownLocations = { import: paths.importLocations, export: paths.exportLocations }
const allLocations = { import: regionPaths.importLocations, export: regionPaths.exportLocations }
const ownEndpoints = { import: paths.importEndpoints, export: paths.exportEndpoints }
const allEndpoints = { import: regionPaths.importEndpoints, export: regionPaths.exportEndpoints }

/** Locations and electronic addresses as tables: those of one's own organisation, and those of all for the region manager. */
export function locationImportPages(app: FastifyInstance): void {
  importRoutes(app, {
    kind: 'organizations.location',
    who: 'organization.administer',
    paths: { ...ownLocations, done: `${paths.locations}?bewaard=ja` },
    fileName: 'locaties.csv',
    format: async (scope) => locationFormat(ownIn(scope).name),
    list: (scope) => inTransaction(scope, (tx) => listLocationRows(tx, ownIn(scope).id)),
    plan: (tx, file) => planLocations(tx, file, ownIn(tx.scope).id),
    save: saveLocations,
    views: importViews('Locaties', ownLocations, { href: paths.locations, label: 'Locaties' }),
  })
  importRoutes(app, {
    kind: 'organizations.location-of-all',
    who: 'region.manage',
    paths: { ...allLocations, done: toFiles },
    fileName: 'locaties.csv',
    format: async () => locationFormat(),
    list: (scope) => inTransaction(scope, (tx) => listLocationRows(tx, undefined)),
    plan: (tx, file) => planLocations(tx, file, undefined),
    save: saveLocations,
    views: importViews('Locaties', allLocations, files),
  })
  importRoutes(app, {
    kind: 'organizations.endpoint',
    who: 'organization.administer',
    paths: { ...ownEndpoints, done: `${paths.endpoints}?bewaard=ja` },
    fileName: 'elektronische-adressen.csv',
    format: async (scope) => endpointFormat(ownIn(scope).name),
    list: (scope) => inTransaction(scope, (tx) => listEndpointsIn(tx, ownIn(scope).id)),
    plan: (tx, file) => planEndpoints(tx, file, ownIn(tx.scope).id),
    save: saveEndpoints,
    views: importViews('Elektronische adressen', ownEndpoints, {
      href: paths.endpoints,
      label: 'Elektronische adressen',
    }),
  })
  importRoutes(app, {
    kind: 'organizations.endpoint-of-all',
    who: 'region.manage',
    paths: { ...allEndpoints, done: toFiles },
    fileName: 'elektronische-adressen.csv',
    format: async () => endpointFormat(),
    list: (scope) => inTransaction(scope, (tx) => listEndpointsIn(tx, undefined)),
    plan: (tx, file) => planEndpoints(tx, file, undefined),
    save: saveEndpoints,
    views: importViews('Elektronische adressen', allEndpoints, files),
  })
}
