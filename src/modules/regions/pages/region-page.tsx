import type { FastifyInstance } from 'fastify'
import { DataTable, Heading, KeyFigures, LinkButton, PageHeading, Screen, SummaryList } from '#design/index.ts'
import { type Priority, priorities } from '#kernel/priorities.ts'
import { priorityText } from '#kernel/text.nl.ts'
import { getRegion, type RegionFacts } from '../region.ts'
import { deadlineText } from '../text.nl.ts'
import { paths } from './paths.ts'
import { RegionTabs } from './region-tabs.tsx'

export function regionPage(app: FastifyInstance): void {
  app.get(paths.region, { config: { who: 'region.manage' } }, async (request, reply) =>
    reply.page(200, <RegionPage region={await getRegion(request.scope)} />),
  )
}

function RegionPage({ region }: { region: RegionFacts }) {
  const { deadlines, opening, confirmStart, escalation, closeAfterDays } = region.wayOfWorking
  const areas = [...region.areas.values()]
  const municipalities = [...new Set(areas.map((area) => area.municipality))].sort()
  return (
    <Screen title={region.name} width="wide" density="professional" script tabs={<RegionTabs current={paths.region} />}>
      <PageHeading
        actions={
          <>
            <LinkButton kind="secondary" href={paths.areas} icon="map-pin">
              Postcodes
            </LinkButton>
            <LinkButton kind="secondary" href={paths.name} icon="pencil">
              Naam en kleur
            </LinkButton>
          </>
        }
      >
        <Heading level={1}>{region.name}</Heading>
      </PageHeading>
      <KeyFigures
        items={[
          { label: 'Gemeenten', value: municipalities.length },
          { label: 'Postcodes', value: region.areas.size },
        ]}
      />
      <Heading level={2}>Wat is afgesproken</Heading>
      <SummaryList
        rows={[
          ...priorities.map((priority: Priority) => ({
            key: priority,
            label: `Zorgvraag ‘${priorityText[priority]}’`,
            value: `iemand pakt die op binnen ${deadlineText(deadlines[priority], opening)}`,
            change: { href: paths.wayOfWorking, what: `de termijn voor ${priorityText[priority]}` },
          })),
          {
            key: 'escalation',
            label: 'Niet op tijd opgepakt',
            value: `gaat naar het regioloket, dat ${deadlineText(escalation, opening)} heeft`,
            change: { href: paths.wayOfWorking, what: 'de termijn voor het regioloket' },
          },
          {
            key: 'confirm',
            label: 'Start van zorg',
            value: `de organisatie bevestigt die binnen ${deadlineText(confirmStart, opening)}`,
            change: { href: paths.wayOfWorking, what: 'de termijn voor het bevestigen' },
          },
          {
            key: 'close',
            label: 'Afsluiten',
            value: `vanzelf, ${closeAfterDays} dagen na de start van zorg`,
            change: { href: paths.wayOfWorking, what: 'het afsluiten' },
          },
        ]}
      />
      <DataTable
        caption="Gemeenten en postcodes"
        columns={[
          { key: 'municipality', label: 'Gemeente' },
          { key: 'places', label: 'Plaatsen' },
          { key: 'pc4s', label: 'Postcodes' },
        ]}
        rows={municipalities.map((municipality) => {
          const own = areas.filter((area) => area.municipality === municipality)
          const places = [...new Set(own.map((area) => area.place))]
          return {
            key: municipality,
            href: `${paths.municipality}?${new URLSearchParams({ naam: municipality })}`,
            cells: { municipality, places: places.join(', '), pc4s: own.map((area) => area.pc4).join(', ') },
          }
        })}
      />
    </Screen>
  )
}
