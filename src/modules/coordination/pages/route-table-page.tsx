import type { FastifyInstance } from 'fastify'
import { DataTable, Heading, LinkButton, Notice, PageHeading, Screen, Stack, Text } from '#design/index.ts'
import { careKindText } from '#kernel/text.nl.ts'
import { type CoordinatingTeam, coordinatingTeamsQuery, writeAreas } from '#modules/organizations/index.ts'
import { type AreaPlace, areaPlacesQuery, getRegion, RegionTabs } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { type Source, sourceText } from '#modules/requests/index.ts'
import { read } from '#platform/database/transaction.ts'
import { type KeptRoute, routesQuery } from '../routing/keeping-routes.ts'
import { coverageOf } from '../rules/coverage.ts'
import { CoverageMap } from './coverage-map.tsx'
import { CoverageNotices } from './coverage-notices.tsx'

/** Which team gets what, for the region manager. */
export function routeTablePage(app: FastifyInstance): void {
  app.get(paths.routes, { config: { who: 'region.manage' } }, async (request, reply) => {
    const region = await getRegion(request.scope)
    const found = await read(request.scope, {
      routes: routesQuery(),
      teams: coordinatingTeamsQuery(),
      places: areaPlacesQuery(),
    })
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    const deskName = found.teams.find(({ id }) => id === region.wayOfWorking.fallbackDeskId)?.name ?? 'het regioloket'
    return reply.page(200, <RouteTablePage {...found} deskName={deskName} saved={saved} />)
  })
}

type Props = {
  routes: readonly KeptRoute[]
  teams: readonly CoordinatingTeam[]
  places: readonly AreaPlace[]
  deskName: string
  saved: boolean
}

function RouteTablePage({ routes, teams, places, deskName, saved }: Props) {
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? 'onbekend team'
  const closed = new Set(teams.filter(({ active }) => !active).map(({ id }) => id))
  const working = routes.filter((route) => !closed.has(route.coordinatingTeamId))
  const inOrder = [...routes].sort(
    (a, b) => a.priority - b.priority || nameOf(a.coordinatingTeamId).localeCompare(nameOf(b.coordinatingTeamId)),
  )
  const coverage = coverageOf(
    working,
    places.map(({ pc4 }) => pc4),
  )
  return (
    <Screen title="Verdeling" width="wide" density="professional" script tabs={<RegionTabs current={paths.routes} />}>
      {saved && (
        <Notice kind="good" title="De verdeling is bewaard. Zij geldt voor zorgvragen die vanaf nu binnenkomen." />
      )}
      <Stack gap="large">
        <PageHeading
          actions={
            <>
              <LinkButton href={paths.newRoute} icon="plus">
                Regel toevoegen
              </LinkButton>
              <LinkButton kind="secondary" href={paths.importRoutes} icon="upload">
                Veel tegelijk
              </LinkButton>
            </>
          }
        >
          <Heading level={1}>Welk team krijgt welke zorgvraag?</Heading>
        </PageHeading>
        <Text kind="lead">
          De bovenste regel die past, beslist. Past er geen, dan gaat de zorgvraag naar {deskName}.
        </Text>
        <CoverageNotices coverage={coverage} nameOf={nameOf} deskName={deskName} />
        <DataTable
          caption="Regels, in de volgorde waarin ze gelden"
          columns={[
            { key: 'team', label: 'Team' },
            { key: 'order', label: 'Volgorde', numeric: true },
            { key: 'care', label: 'Soort zorg' },
            { key: 'pc4s', label: 'Postcodes' },
            { key: 'source', label: 'Van wie' },
            { key: 'remark', label: 'Opmerking' },
          ]}
          rows={inOrder.map((route) => ({
            key: route.id,
            href: paths.route(route.id),
            cells: {
              order: route.priority,
              team: closed.has(route.coordinatingTeamId)
                ? `${nameOf(route.coordinatingTeamId)} (gestopt: telt niet mee)`
                : nameOf(route.coordinatingTeamId),
              care:
                route.careKinds?.map((kind) => careKindText[kind as keyof typeof careKindText] ?? kind).join(', ') ??
                'alle',
              pc4s: route.pc4s === null ? 'alle' : writeAreas(route.pc4s),
              source: route.sources?.map((source) => sourceText[source as Source] ?? source).join(', ') ?? 'iedereen',
              remark: route.remark || undefined,
            },
          }))}
        />
        <section>
          <Heading level={2}>Op de kaart</Heading>
          <CoverageMap places={places} routes={working} nameOf={nameOf} deskName={deskName} />
        </section>
      </Stack>
    </Screen>
  )
}
