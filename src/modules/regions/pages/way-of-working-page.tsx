import type { FastifyInstance } from 'fastify'
import { Actions, Card, DataTable, Heading, LinkButton, List, Notice, Screen, StatusTag, Text } from '#design/index.ts'
import { formatDate, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { type Agreed, getAgreed, type Proposal } from '../proposing.ts'
import { presetText, tellWayOfWorking } from '../way-of-working.nl.ts'
import { paths } from './paths.ts'
import { RegionTabs } from './region-tabs.tsx'

export function wayOfWorkingPage(app: FastifyInstance): void {
  app.get(paths.wayOfWorking, { config: { who: 'region.manage' } }, async (request, reply) => {
    const { scope } = request
    const said = (request.query as { gelukt?: unknown }).gelukt
    return reply.page(
      200,
      <WayOfWorkingPage agreed={await getAgreed(scope)} today={localDateOf(scope.now())} said={String(said ?? '')} />,
    )
  })
}

const saidText: Record<string, string> = {
  afgesproken: 'De werkwijze is afgesproken. Zij geldt voor zorgvragen die vanaf die dag binnenkomen.',
  vervallen: 'Het voorstel gaat niet door',
  omgezet: 'De oefenregio werkt vanaf nu zo. Zorgvragen die er al waren, houden hun eigen termijnen.',
}

/** What the region has agreed, in plain words, and what is on its way. */
function WayOfWorkingPage({ agreed, today, said }: { agreed: Agreed; today: LocalDate; said: string }) {
  const { now, versions } = agreed
  return (
    <Screen
      title="Werkwijze"
      width="wide"
      density="professional"
      script
      tabs={<RegionTabs current={paths.wayOfWorking} />}
    >
      {Object.hasOwn(saidText, said) && <Notice kind="good" title={saidText[said]} />}
      <Heading level={1}>Werkwijze</Heading>
      <Text kind="lead">
        Deze regio begon met: {presetText[now.preset].name}. {presetText[now.preset].about}
      </Text>
      <Actions>
        <LinkButton href={paths.changeWayOfWorking}>Wijzig een afspraak</LinkButton>
        <LinkButton kind="secondary" href={paths.replayWays}>
          Speel de laatste maanden na
        </LinkButton>
        <LinkButton kind="secondary" href={paths.chooseWayOfWorking}>
          Kies een andere werkwijze
        </LinkButton>
      </Actions>
      {tellWayOfWorking(now).map(({ title, sentences }) => (
        <Card key={title} title={title}>
          <List items={sentences.map((content) => ({ key: content, content }))} />
        </Card>
      ))}
      {versions.length > 0 && (
        <DataTable
          caption="Voorstellen en eerdere afspraken"
          columns={[
            { key: 'on', label: 'Vanaf', nowrap: true },
            { key: 'what', label: 'Werkwijze' },
            { key: 'state', label: 'Stand' },
          ]}
          rows={versions.map((version) => ({
            key: version.id,
            href: paths.wayOfWorkingProposal(version.id),
            cells: {
              on: formatDate(version.effectiveOn),
              what: presetText[version.value.preset].name,
              state: <StandOf version={version} today={today} />,
            },
          }))}
        />
      )}
    </Screen>
  )
}

function StandOf({ version, today }: { version: Proposal; today: LocalDate }) {
  if (version.cancelledAt) return <StatusTag kind="neutral" label="Gaat niet door" />
  if (!version.agreedAt) return <StatusTag kind="info" label="Voorstel" />
  return version.effectiveOn > today ? (
    <StatusTag kind="info" label="Afgesproken, nog niet begonnen" />
  ) : (
    <StatusTag kind="good" label="Afgesproken" />
  )
}
