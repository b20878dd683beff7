import type { FastifyInstance } from 'fastify'
import {
  Actions,
  Heading,
  Light,
  Link,
  LinkButton,
  LinkList,
  List,
  Notice,
  Stack,
  SummaryList,
  Text,
} from '#design/index.ts'
import { formatDate, localDateOf } from '#kernel/dates.ts'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { formatPostcode } from '#kernel/postcode.ts'
import { getRegion } from '#modules/regions/index.ts'
import { findOrganization, type ListedOrganization, type OrganizationPageFacts } from '../finding.ts'
import { placesIn } from '../known-places.ts'
import { wordsOf } from '../languages/index.ts'
import { careNames, faithNames, insurerNames, languageNames, pc4sOf } from '../naming.ts'
import type { Place } from '../rules/places.ts'
import { breadcrumbs, organizationData } from '../structured-data.ts'
import { NoSuchOrganization } from './no-such-page.tsx'
import { InDutch, PhoneLink, Share, Urgent } from './parts.tsx'
import { paths } from './paths.ts'
import { PublicPage } from './public-page.tsx'

/** Everything an organisation tells the public about itself, and the way to ask it for care. */
export function organizationPage(app: FastifyInstance): void {
  for (const language of languageCodes) {
    const config = { who: 'everyone', translated: true } as const
    app.get<{ Params: { slug: string } }>(paths.organization(':slug', language), { config }, async (request, reply) => {
      const shared = { language, origin: request.scope.publicUrl }
      const found = await findOrganization(request.scope, request.params.slug)
      if (!found) return reply.page(404, <NoSuchOrganization {...shared} />)
      const region = await getRegion(request.scope)
      const places = placesIn(region)
      return reply.page(200, <OrganizationPage {...shared} {...found} places={places} />)
    })
  }
}

type Props = OrganizationPageFacts & { language: Language; origin: string; places: readonly Place[] }

function OrganizationPage({ language, origin, organization, addresses, places }: Props) {
  const words = wordsOf(language)
  const { organization: own } = words
  const { name, slug } = organization
  const address = (code: Language) => paths.organization(slug, code)
  const care = careNames(organization.careKinds, language)
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={name}
      description={own.description(name, care.join(', '))}
      address={address}
      structured={[
        organizationData(organization, language, origin),
        breadcrumbs(
          [
            { name: words.navigation.find, address: paths.find(language) },
            { name, address: address(language) },
          ],
          origin,
        ),
      ]}
      back={{ href: paths.find(language), label: own.back }}
    >
      <Stack>
        <Heading level={1}>{name}</Heading>
        {organization.light && <Light value={organization.light} label={words.light[organization.light]} />}
        {organization.description && (
          <Text kind="lead">
            <InDutch language={language}>{organization.description}</InDutch>
          </Text>
        )}
        <Actions>
          <LinkButton href={`${paths.ask(language)}?voorkeur=${slug}`}>{own.ask(name)}</LinkButton>
          <Link href={`${paths.comparison(language)}?met=${slug}`}>{own.compare}</Link>
        </Actions>
        <Text kind="soft">{own.askHelp}</Text>
      </Stack>
      <Heading level={2}>{own.gives}</Heading>
      {care.length > 0 ? (
        <List items={care.map((content) => ({ key: content, content }))} />
      ) : (
        <Text>{own.notSaid}</Text>
      )}
      <Facts organization={organization} language={language} />
      <Heading level={2}>{own.areas}</Heading>
      <Areas organization={organization} language={language} places={places} />
      <Heading level={2}>{own.contact}</Heading>
      <Contact organization={organization} addresses={addresses} language={language} />
      {organization.confirmedAt && (
        <Text kind="small">{own.confirmed(dateIn(organization.confirmedAt, language))}</Text>
      )}
      <Urgent language={language} />
      <Share language={language} title={name} url={origin + address(language)} />
    </PublicPage>
  )
}

type Of = { organization: ListedOrganization; language: Language }

function Facts({ organization, language }: Of) {
  const { organization: own } = wordsOf(language)
  const { expertises, languages, faiths, insurers } = organization
  return (
    <SummaryList
      rows={[
        ...(expertises.length > 0
          ? [{ key: 'expertises', label: own.specialisms, value: careNames(expertises, language).join(', ') }]
          : []),
        { key: 'languages', label: own.languages, value: languageNames(languages, language) || own.notSaid },
        ...(faiths.length > 0 ? [{ key: 'faiths', label: own.faiths, value: faithNames(faiths, language) }] : []),
        {
          key: 'insurers',
          label: own.insurers,
          value: (
            <>
              {insurerNames(insurers) || own.notSaid}
              <Text kind="small">{own.insurersHelp}</Text>
            </>
          ),
        },
      ]}
    />
  )
}

/** Places as links, with the postcodes where it does not come in the whole place. */
function Areas({ organization, language, places }: Of & { places: readonly Place[] }) {
  const { organization: own } = wordsOf(language)
  const served = new Set(pc4sOf(organization))
  if (served.size === 0) {
    return (
      <Notice kind="info" title={own.noAreas} level={3}>
        <Text>{own.noAreasHelp}</Text>
      </Notice>
    )
  }
  const here = places
    .map((place) => ({ place, pc4s: place.pc4s.filter((pc4) => served.has(pc4)) }))
    .filter(({ pc4s }) => pc4s.length > 0)
  return (
    <LinkList
      items={here.map(({ place, pc4s }) => ({
        key: place.slug,
        href: paths.neighbourhood(place.slug, language),
        label: place.name,
        note: pc4s.length < place.pc4s.length ? `(${pc4s.join(', ')})` : undefined,
      }))}
    />
  )
}

function Contact({ organization, addresses, language }: Of & Pick<OrganizationPageFacts, 'addresses'>) {
  const { organization: own } = wordsOf(language)
  const { phone, email, website, qualityUrl } = organization
  return (
    <SummaryList
      rows={[
        ...(phone ? [{ key: 'phone', label: own.phone, value: <PhoneLink phone={phone} /> }] : []),
        ...(email ? [{ key: 'email', label: own.email, value: <Link href={`mailto:${email}`}>{email}</Link> }] : []),
        ...(website
          ? [
              {
                key: 'website',
                label: own.website,
                value: (
                  <Link href={website} external>
                    {new URL(website).host.replace(/^www\./, '')}
                  </Link>
                ),
              },
            ]
          : []),
        ...(qualityUrl
          ? [
              {
                key: 'quality',
                label: own.quality,
                value: (
                  <Link href={qualityUrl} external>
                    {own.qualityLink}
                  </Link>
                ),
              },
            ]
          : []),
        ...addresses.map(({ id, name, street, postcode, place, openingHours }) => ({
          key: id,
          label: <InDutch language={language}>{name}</InDutch>,
          value: (
            <>
              {`${street}, ${formatPostcode(postcode)} ${place}`}
              {openingHours && (
                <Text kind="small">
                  <InDutch language={language}>{openingHours}</InDutch>
                </Text>
              )}
            </>
          ),
        })),
      ]}
    />
  )
}

function dateIn(moment: Date, language: Language): string {
  const date = localDateOf(moment)
  if (language === 'nl') return formatDate(date)
  return new Intl.DateTimeFormat(wordsOf(language).frame.lang, {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  }).format(moment)
}
