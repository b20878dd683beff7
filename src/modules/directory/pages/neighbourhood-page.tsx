import type { FastifyInstance } from 'fastify'
import {
  Actions,
  Card,
  Columns,
  Heading,
  LinkButton,
  Notice,
  PageHeading,
  Stack,
  SummaryList,
  Text,
} from '#design/index.ts'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { formatPhone } from '#kernel/phone.ts'
import {
  findNeighbourhood,
  type Neighbourhood,
  type NeighbourhoodTeam,
  type ServedBy,
  type ServingTeamsQuery,
} from '../finding.ts'
import { wordsOf } from '../languages/index.ts'
import { spotName } from '../naming.ts'
import { type CareFound, findCare } from '../rules/care-words.ts'
import { breadcrumbs, neighbourhoodData } from '../structured-data.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { CareExplained } from './care-explained.tsx'
import { NoSuchSpot } from './no-such-page.tsx'
import { OrganizationsHere, readWishes, type Wishes } from './organizations-here.tsx'
import { Asking, InDutch, OtherHelpList, PhoneLink, Share, TeamFace, Urgent } from './parts.tsx'
import { paths } from './paths.ts'
import { PublicPage } from './public-page.tsx'
import { SearchForm } from './search-form.tsx'

/** A neighbourhood: its people first, then the organisations that come there, how to ask, and who else helps. */
export function neighbourhoodPage(app: FastifyInstance, serving: ServingTeamsQuery): void {
  for (const language of languageCodes) {
    const config = { who: 'everyone', translated: true } as const
    app.get<{ Params: { spot: string } }>(
      paths.neighbourhood(':spot', language),
      { config },
      async (request, reply) => {
        const { spot } = request.params
        const found = await findNeighbourhood(request.scope, serving, spot)
        const shared = { language, origin: request.scope.publicUrl }
        if (!found) return reply.page(404, <NoSuchSpot {...shared} typed={spot} />)
        const wishes = readWishes(request.query)
        const care = findCare(vocabularyOf(language), wishes.care)
        return reply.page(200, <NeighbourhoodPage {...shared} found={found} wishes={wishes} care={care} />)
      },
    )
  }
}

type Props = { language: Language; origin: string; found: Neighbourhood; wishes: Wishes; care: CareFound }

function NeighbourhoodPage({ language, origin, found, wishes, care }: Props) {
  const words = wordsOf(language)
  const { spot, teams, desk } = found
  const here = spotName(spot)
  const title = words.neighbourhood.title(here)
  const address = (code: Language) => paths.neighbourhood(spot.slug, code)
  const isPlain = Object.values(wishes).every((wish) => wish === '')
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={title}
      description={words.neighbourhood.description(
        here,
        teams.map(({ name }) => name).join(', ') || (desk?.name ?? ''),
      )}
      address={address}
      listed={isPlain}
      structured={[
        neighbourhoodData(spot, teams, language, origin),
        breadcrumbs(
          [
            { name: words.navigation.find, address: paths.find(language) },
            { name: here, address: address(language) },
          ],
          origin,
        ),
      ]}
      width="wide"
      back={{ href: paths.find(language), label: words.neighbourhood.otherSearch }}
    >
      <PageHeading actions={<LinkButton href={paths.ask(language)}>{words.asking.ask}</LinkButton>}>
        <Heading level={1} caption={words.find.municipality(spot.municipality)}>
          {title}
        </Heading>
        <Text kind="lead">{words.neighbourhood.lead}</Text>
      </PageHeading>
      {wishes.care !== '' && <CareExplained language={language} care={care} typed={wishes.care} />}
      <Teams language={language} found={found} />
      {found.specialised.length > 0 && <Specialised language={language} teams={found.specialised} />}
      <OrganizationsHere language={language} found={found} wishes={wishes} care={care} />
      <Columns>
        <Asking language={language} desk={desk} />
      </Columns>
      <Urgent language={language} />
      <Card title={words.neighbourhood.otherHelp(spot.municipality)}>
        <Stack>
          <Text>
            {found.otherHelp.length > 0 ? words.neighbourhood.otherHelpLead : words.neighbourhood.noOtherHelp}
          </Text>
          {found.otherHelp.length > 0 && <OtherHelpList help={found.otherHelp} language={language} />}
        </Stack>
      </Card>
      <Card title={words.neighbourhood.otherSearch}>
        <SearchForm language={language} short />
      </Card>
      <Share language={language} title={title} url={origin + address(language)} />
    </PublicPage>
  )
}

function Teams({ language, found }: { language: Language; found: Neighbourhood }) {
  const { neighbourhood: words } = wordsOf(language)
  const { spot, teams, without, desk } = found
  const isBorder = spot.pc4 !== undefined && teams.length > 1
  return (
    <section>
      <Stack>
        <Heading level={2}>{spot.pc4 ? words.yourTeam : words.teamsOf(spot.name)}</Heading>
        {!spot.pc4 && teams.length > 1 && <Text>{words.manyTeams}</Text>}
        {isBorder && (
          <Notice kind="info" title={words.border} level={3}>
            <Text>{words.borderHelp(teams[0]!.name)}</Text>
          </Notice>
        )}
        {without.length > 0 && desk && (
          <Notice kind="info" title={words.noTeam} level={3}>
            <Text>{words.noTeamHelp(desk.name)}</Text>
            <Actions>
              <LinkButton href={`tel:${desk.phone}`} icon="phone" kind="secondary">
                {words.call(formatPhone(desk.phone))}
              </LinkButton>
            </Actions>
          </Notice>
        )}
        <Columns>
          {teams.map((team) => (
            <Card key={team.id} title={team.name} level={3} aside={servesWhat(team, found, language)}>
              <TeamFace team={team} language={language} />
            </Card>
          ))}
        </Columns>
      </Stack>
    </section>
  )
}

/** Whom the neighbourhood does not have to call: told, so that nobody wonders who comes. */
function Specialised({ language, teams }: { language: Language; teams: readonly NeighbourhoodTeam[] }) {
  const { neighbourhood: words } = wordsOf(language)
  return (
    <section>
      <Stack>
        <Heading level={2}>{words.specialised}</Heading>
        <Text>{words.specialisedLead}</Text>
        <Card>
          <SummaryList
            rows={teams.map(({ id, name, description, phone, phoneHours }) => ({
              key: id,
              label: name,
              value: (
                <>
                  <Text>
                    <InDutch language={language}>{description}</InDutch>
                  </Text>
                  <Text kind="soft">
                    <PhoneLink phone={phone} /> <InDutch language={language}>{`(${phoneHours})`}</InDutch>
                  </Text>
                </>
              ),
            }))}
          />
        </Card>
      </Stack>
    </section>
  )
}

/** In a place with several teams: which of its postcodes each one has. */
function servesWhat({ firstFor, alsoFor }: ServedBy, { spot, teams }: Neighbourhood, language: Language) {
  const { neighbourhood: words } = wordsOf(language)
  if (spot.pc4 || teams.length === 1) return undefined
  return firstFor.length > 0 ? words.firstFor(firstFor.join(', ')) : words.alsoFor(alsoFor.join(', '))
}
