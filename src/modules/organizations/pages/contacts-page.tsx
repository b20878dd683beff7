import type { FastifyInstance } from 'fastify'
import { DataTable, EmptyState, Heading, LinkButton, Notice, PageHeading, Screen, Text } from '#design/index.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import { read } from '#platform/database/transaction.ts'
import { idIn } from '#platform/http/address.ts'
import { type CoordinatingTeam, coordinatingTeamsQuery, getCoordinatingTeam } from '../coordinating-teams.ts'
import { type TeamContact, teamContactsQuery } from '../team-contacts.ts'
import { OrganizationTabs } from './organization-tabs.tsx'
import { ownOrganization } from './own-organization.ts'
import { paths } from './paths.ts'

/** The fixed contact people: those of one's own organisation, and those of a team for the region manager. */
export function contactsPage(app: FastifyInstance): void {
  app.get(paths.contacts, { config: { who: 'organization.administer' } }, async (request, reply) => {
    const { contacts, teams } = await read(request.scope, {
      contacts: teamContactsQuery({ organizationId: ownOrganization(request) }),
      teams: coordinatingTeamsQuery(),
    })
    return reply.page(200, <OwnContactsPage {...{ contacts, teams }} saved={savedIn(request.query)} />)
  })

  app.get(regionPaths.teamContacts(':id'), { config: { who: 'region.manage' } }, async (request, reply) => {
    const id = idIn(request)
    const team = await getCoordinatingTeam(request.scope, id)
    const { contacts } = await read(request.scope, { contacts: teamContactsQuery({ coordinatingTeamId: id }) })
    return reply.page(200, <TeamContactsPage {...{ team, contacts }} saved={savedIn(request.query)} />)
  })
}

function savedIn(query: unknown): boolean {
  return (query as { bewaard?: unknown }).bewaard === 'ja'
}

const explanation = 'Dit ziet iedereen op de pagina van de wijk: een voornaam, de functie en de organisatie.'

function OwnContactsPage(props: { contacts: TeamContact[]; teams: CoordinatingTeam[]; saved: boolean }) {
  return (
    <Screen
      title="Contactpersonen"
      width="wide"
      density="professional"
      script
      tabs={<OrganizationTabs current={paths.contacts} />}
    >
      {props.saved && <Notice kind="good" title="De contactpersonen zijn bewaard" />}
      <PageHeading
        actions={
          <>
            <LinkButton href={paths.newContact} icon="plus">
              Contactpersoon toevoegen
            </LinkButton>
            <LinkButton kind="secondary" href={paths.importContacts} icon="upload">
              Veel tegelijk
            </LinkButton>
          </>
        }
      >
        <Heading level={1}>Wie van u kent de wijk?</Heading>
      </PageHeading>
      <Text kind="lead">{explanation}</Text>
      <ContactTable contacts={props.contacts} teams={props.teams} />
    </Screen>
  )
}

function TeamContactsPage({
  team,
  contacts,
  saved,
}: {
  team: CoordinatingTeam
  contacts: TeamContact[]
  saved: boolean
}) {
  return (
    <Screen
      title={`Contactpersonen van ${team.name}`}
      width="wide"
      density="professional"
      script
      back={{ href: regionPaths.team(team.id), label: team.name }}
    >
      {saved && <Notice kind="good" title="De contactpersonen zijn bewaard" />}
      <PageHeading
        actions={
          <LinkButton href={`${paths.newContact}?team=${team.id}`} icon="plus">
            Contactpersoon toevoegen
          </LinkButton>
        }
      >
        <Heading level={1} caption={team.name}>
          Vaste contactpersonen
        </Heading>
      </PageHeading>
      <Text kind="lead">{explanation}</Text>
      <ContactTable contacts={contacts} />
    </Screen>
  )
}

function ContactTable({ contacts, teams }: { contacts: readonly TeamContact[]; teams?: readonly CoordinatingTeam[] }) {
  return (
    <DataTable
      caption="Contactpersonen"
      captionHidden
      columns={[
        { key: 'name', label: 'Voornaam' },
        { key: 'job', label: 'Functie' },
        teams ? { key: 'team', label: 'Team' } : { key: 'organization', label: 'Organisatie' },
        { key: 'photo', label: 'Foto' },
      ]}
      rows={contacts.map((contact) => ({
        key: contact.id,
        href: paths.contact(contact.id),
        cells: {
          name: contact.firstName,
          job: contact.jobTitle,
          team: teams?.find(({ id }) => id === contact.coordinatingTeamId)?.name,
          organization: contact.organizationName ?? undefined,
          photo: contact.photo ? (
            <img
              className="portrait__door"
              src={paths.photo(contact.id, contact.photo)}
              alt={`Foto van ${contact.firstName}`}
              width={48}
              height={48}
              loading="lazy"
            />
          ) : undefined,
        },
      }))}
      empty={
        <EmptyState title="Nog geen contactpersonen" icon="users">
          Voeg toe wie de mensen in de wijk kennen.
        </EmptyState>
      }
    />
  )
}
