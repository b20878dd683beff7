import type { FastifyInstance } from 'fastify'
import { DataTable, Heading, Link, Notice, Screen, Text } from '#design/index.ts'
import { paths } from './paths.ts'
import { RegionTabs } from './region-tabs.tsx'

/** What the region manager can fetch and send as a table, whichever module keeps it. */
const tables = [
  { label: 'Postcodes en gemeenten', import: paths.importAreas, export: paths.exportAreas },
  { label: 'Coördinerende teams', import: paths.importCoordinatingTeams, export: paths.exportCoordinatingTeams },
  { label: 'Verdeling over teams', import: paths.importRoutes, export: paths.exportRoutes },
  { label: 'Contactpersonen', import: paths.importContacts, export: paths.exportContacts },
  { label: 'Organisaties', import: paths.importOrganizations, export: paths.exportOrganizations },
  { label: 'Teams van organisaties, met werkgebied', import: paths.importTeamsOfAll, export: paths.exportTeamsOfAll },
  { label: 'Locaties', import: paths.importLocations, export: paths.exportLocations },
  { label: 'Andere hulp per gemeente', import: paths.importOtherHelp, export: paths.exportOtherHelp },
  { label: 'Elektronische adressen', import: paths.importEndpoints, export: paths.exportEndpoints },
] as const

export function filesPage(app: FastifyInstance): void {
  app.get(paths.files, { config: { who: 'region.manage' } }, async (request, reply) => {
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <FilesPage saved={saved} />)
  })
}

function FilesPage({ saved }: { saved: boolean }) {
  return (
    <Screen title="Bestanden" width="wide" density="professional" script tabs={<RegionTabs current={paths.files} />}>
      {saved && <Notice kind="good" title="De gegevens uit uw bestand zijn bewaard" />}
      <Heading level={1}>Bestanden</Heading>
      <Text kind="lead">
        Haal de gegevens op als tabel, werk ze bij in uw rekenprogramma en stuur ze terug. U ziet eerst wat er
        verandert.
      </Text>
      <DataTable
        caption="Tabellen"
        captionHidden
        columns={[
          { key: 'label', label: 'Wat' },
          { key: 'export', label: 'Ophalen' },
          { key: 'import', label: 'Sturen' },
        ]}
        rows={tables.map((table) => ({
          key: table.import,
          cells: {
            label: table.label,
            export: (
              <Link href={table.export} download what={table.label}>
                Haal op als CSV
              </Link>
            ),
            import: (
              <Link href={table.import} what={table.label}>
                Stuur een bestand
              </Link>
            ),
          },
        }))}
      />
    </Screen>
  )
}
