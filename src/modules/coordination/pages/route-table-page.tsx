import type { FastifyInstance } from 'fastify'
import { DataTable, Details, Heading, Notice, Screen, Stack, Text } from '#design/index.ts'
import { careKindText } from '#kernel/text.nl.ts'
import { type CoordinatingTeam, listCoordinatingTeams, writeAreas } from '#modules/organizations/index.ts'
import { getRegion, RegionTabs } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { type Source, sourceText } from '#modules/requests/index.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { type Coverage, coverageOf } from '../rules/coverage.ts'
import type { Route } from '../rules/routing.ts'
import { listRoutes } from '../store.ts'

/** Which team gets what, for the region manager. */
export function routeTablePage(app: FastifyInstance): void {
  app.get(paths.routes, { config: { who: 'region.manage' } }, async (request, reply) => {
    const region = await getRegion(request.scope.database)
    const routes = await inTransaction(request.scope, (tx) => listRoutes(tx))
    const teams = await listCoordinatingTeams(request.scope)
    const desk = teams.find((team) => team.id === region.wayOfWorking.fallbackDeskId)
    const coverage = coverageOf(routes, [...region.areas.keys()])
    return reply.page(200, <RouteTablePage {...{ routes, teams, coverage, desk }} />)
  })
}

type Props = {
  routes: readonly Route[]
  teams: readonly CoordinatingTeam[]
  coverage: Coverage
  desk: CoordinatingTeam | undefined
}

function RouteTablePage({ routes, teams, coverage, desk }: Props) {
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? 'onbekend team'
  const inOrder = [...routes].sort(
    (a, b) => a.priority - b.priority || nameOf(a.coordinatingTeamId).localeCompare(nameOf(b.coordinatingTeamId)),
  )
  const deskName = desk?.name ?? 'het regioloket'
  return (
    <Screen title="Verdeling" width="wide" density="professional" script>
      <RegionTabs current={paths.routes} />
      <Stack gap="large">
        <Heading level={1}>Welk team krijgt welke zorgvraag?</Heading>
        <Text kind="lead">
          De bovenste regel die past, beslist. Past er geen, dan gaat de zorgvraag naar {deskName}.
        </Text>
        <CoverageNotices coverage={coverage} nameOf={nameOf} deskName={deskName} />
        <DataTable
          caption="Regels, in de volgorde waarin ze gelden"
          columns={[
            { key: 'order', label: 'Volgorde', numeric: true },
            { key: 'team', label: 'Team' },
            { key: 'care', label: 'Soort zorg' },
            { key: 'pc4s', label: 'Postcodes' },
            { key: 'source', label: 'Van wie' },
          ]}
          rows={inOrder.map((route) => ({
            key: route.id,
            cells: {
              order: route.priority,
              team: nameOf(route.coordinatingTeamId),
              care:
                route.careKinds?.map((kind) => careKindText[kind as keyof typeof careKindText] ?? kind).join(', ') ??
                'alle',
              pc4s: route.pc4s === null ? 'alle' : writeAreas(route.pc4s),
              source: route.sources?.map((source) => sourceText[source as Source] ?? source).join(', ') ?? 'iedereen',
            },
          }))}
        />
      </Stack>
    </Screen>
  )
}

type NoticesProps = { coverage: Coverage; nameOf: (id: string) => string; deskName: string }

function CoverageNotices({ coverage: { gaps, overlaps }, nameOf, deskName }: NoticesProps) {
  return (
    <>
      {gaps.length === 0 ? (
        <Notice kind="good" title="Elke postcode heeft een team" />
      ) : (
        <Notice
          kind="attention"
          title={`${gaps.length} ${gaps.length === 1 ? 'postcode heeft' : 'postcodes hebben'} geen team`}
        >
          <Text>
            {writeAreas(gaps)}. Zorgvragen van daar gaan naar {deskName}.
          </Text>
        </Notice>
      )}
      {overlaps.length > 0 && (
        <Details
          summary={`${overlaps.length} ${overlaps.length === 1 ? 'postcode valt' : 'postcodes vallen'} onder twee of meer teams`}
        >
          <Text>De regel met de minste postcodes beslist. Is dat niet de bedoeling, pas dan de regels aan.</Text>
          <DataTable
            caption="Postcodes met meer dan één team"
            columns={[
              { key: 'pc4', label: 'Postcode' },
              { key: 'teams', label: 'Teams' },
            ]}
            rows={overlaps.map(({ pc4, coordinatingTeamIds }) => ({
              key: pc4,
              cells: { pc4, teams: coordinatingTeamIds.map(nameOf).join(', ') },
            }))}
          />
        </Details>
      )}
    </>
  )
}
