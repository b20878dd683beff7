import type { FastifyInstance } from 'fastify'
import type { ReactNode } from 'react'
import { DataTable, EmptyState, Heading, Light, Link, LinkButton, Notice, Stack, Text } from '#design/index.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { formatPhone } from '#kernel/phone.ts'
import { getRegion } from '#modules/regions/index.ts'
import { type ListedOrganization, listOrganizationsNamed } from '../finding.ts'
import { placesIn } from '../known-places.ts'
import { wordsOf } from '../languages/index.ts'
import { careNames, faithNames, insurerNames, languageNames, pc4sOf } from '../naming.ts'
import { readChosen } from '../rules/comparison.ts'
import { paths } from './paths.ts'
import { PublicPage } from './public-page.tsx'

/** Two to four organisations side by side. Which ones stands in the address, so that the choice can be kept and passed on. */
export function comparisonPage(app: FastifyInstance): void {
  for (const language of languageCodes) {
    const config = { who: 'everyone', translated: true } as const
    app.get(paths.comparison(language), { config }, async (request, reply) => {
      const { slugs, tooMany } = readChosen((request.query as Record<string, unknown>).met)
      const organizations = await listOrganizationsNamed(request.scope, slugs)
      const { areas } = await getRegion(request.scope)
      const placesServed = (organization: ListedOrganization) => {
        const served = new Set(pc4sOf(organization))
        return placesIn({ areas })
          .filter(({ pc4s }) => pc4s.some((pc4) => served.has(pc4)))
          .map(({ name }) => name)
      }
      const isGone = organizations.length < slugs.length
      const props = { language, origin: request.scope.publicUrl, organizations, placesServed, tooMany, isGone }
      return reply.page(200, <ComparisonPage {...props} />)
    })
  }
}

type Props = {
  language: Language
  origin: string
  organizations: readonly ListedOrganization[]
  placesServed: (organization: ListedOrganization) => string[]
  tooMany: boolean
  isGone: boolean
}

function ComparisonPage({ language, origin, organizations, placesServed, tooMany, isGone }: Props) {
  const { comparison: words, neighbourhood } = wordsOf(language)
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={words.title}
      address={paths.comparison}
      query={questionOf(organizations)}
      listed={false}
      width="wide"
      back={{ href: paths.find(language), label: neighbourhood.otherSearch }}
    >
      <Stack>
        <Heading level={1}>{words.title}</Heading>
        <Text kind="lead">{words.lead}</Text>
      </Stack>
      {tooMany && <Notice kind="info" title={words.tooMany} />}
      {isGone && <Notice kind="info" title={words.unknown} />}
      {organizations.length === 1 && <Notice kind="info" title={words.one} />}
      {organizations.length === 0 ? (
        <EmptyState
          title={words.none}
          icon="list-check"
          action={<LinkButton href={paths.find(language)}>{neighbourhood.otherSearch}</LinkButton>}
        >
          {words.noneHelp}
        </EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          captionHidden
          columns={[
            { key: 'what', label: words.what },
            ...organizations.map(({ slug, name }) => ({ key: slug, label: name })),
          ]}
          rows={rowsOf(organizations, placesServed, language)}
        />
      )}
    </PublicPage>
  )
}

type Read = (organization: ListedOrganization) => ReactNode

function rowsOf(
  organizations: readonly ListedOrganization[],
  placesServed: (organization: ListedOrganization) => string[],
  language: Language,
) {
  const words = wordsOf(language)
  const { organization: own, comparison } = words
  const row = (key: string, what: string, read: Read) => ({
    key,
    cells: { what, ...Object.fromEntries(organizations.map((one) => [one.slug, read(one)])) },
  })
  const kinds = careKinds.filter((kind) => organizations.some((one) => one.careKinds.includes(kind)))
  return [
    row('name', comparison.name, ({ slug, name }) => (
      <Link href={paths.organization(slug, language)}>{words.neighbourhood.more(name)}</Link>
    )),
    ...(organizations.some(({ light }) => light)
      ? [row('light', words.light.what, ({ light }) => light && <Light value={light} label={words.light[light]} />)]
      : []),
    ...kinds.map((kind) => row(kind, words.care[kind].name, (one) => yesOrNo(one.careKinds.includes(kind), language))),
    row('expertises', own.specialisms, (one) => careNames(one.expertises, language).join(', ') || '–'),
    row('languages', own.languages, (one) => languageNames(one.languages, language) || own.notSaid),
    row('faiths', own.faiths, (one) => faithNames(one.faiths, language) || '–'),
    row('insurers', own.insurers, (one) => insurerNames(one.insurers) || own.notSaid),
    row('areas', own.areas, (one) => placesServed(one).join(', ') || own.notSaid),
    row('phone', own.phone, ({ phone }) => phone && <Link href={`tel:${phone}`}>{formatPhone(phone)}</Link>),
    row('quality', own.quality, ({ qualityUrl }) =>
      qualityUrl ? (
        <Link href={qualityUrl} external>
          {own.qualityLink}
        </Link>
      ) : (
        own.notSaid
      ),
    ),
    row('ask', words.asking.ask, ({ slug, name }) => (
      <LinkButton href={`${paths.ask(language)}?voorkeur=${slug}`} small what={name}>
        {comparison.ask}
      </LinkButton>
    )),
    ...(organizations.length > 1
      ? [
          row('less', comparison.less, ({ slug, name }) => (
            <Link
              href={paths.comparison(language) + questionOf(organizations.filter((one) => one.slug !== slug))}
              kind="quiet"
            >
              {comparison.withoutOrganization(name)}
            </Link>
          )),
        ]
      : []),
  ]
}

function yesOrNo(holds: boolean, language: Language): string {
  return wordsOf(language).yesOrNo[holds ? 'yes' : 'no']
}

function questionOf(organizations: readonly ListedOrganization[]): string {
  return organizations.length === 0 ? '' : `?${organizations.map(({ slug }) => `met=${slug}`).join('&')}`
}
