import type { FastifyInstance } from 'fastify'
import { Heading, Screen, Text } from '#design/index.ts'
import { getFreshness } from '../../freshness.ts'
import { FreshnessTable } from './freshness-table.tsx'
import { regionPaths } from './paths.ts'

/** What all teams see of one another: how much of what they could tell they do tell. */
export function freshnessPage(app: FastifyInstance): void {
  const who = ['requests.list', 'capacity.set', 'requests.oversee', 'organization.administer'] as const
  app.get(regionPaths.freshness, { config: { who } }, async (request, reply) => {
    const rows = await getFreshness(request.scope)
    return reply.page(
      200,
      <Screen
        title="Hoe actueel is het stoplicht?"
        width="wide"
        density="professional"
        script
        back={{ href: regionPaths.region, label: 'Wie heeft ruimte?' }}
      >
        <Heading level={1}>Hoe actueel is het stoplicht?</Heading>
        <Text>
          Van elk team tellen alle dagdelen van vandaag en de zes dagen erna. Een dagdeel is actueel als het team er
          iets over heeft gezegd dat nog geldt. Iedereen ziet hier hetzelfde van elkaar.
        </Text>
        <FreshnessTable rows={rows} now={request.scope.now()} />
      </Screen>,
    )
  })
}
