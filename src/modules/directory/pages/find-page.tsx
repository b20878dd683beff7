import type { FastifyInstance } from 'fastify'
import { Card, Details, Heading, Hero, Link, LinkList, Notice, Stack, Text } from '#design/index.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { getRegion, type RegionFacts } from '#modules/regions/index.ts'
import { placesIn } from '../known-places.ts'
import { wordsOf } from '../languages/index.ts'
import type { Place } from '../rules/places.ts'
import { type Question, readQuestion } from '../rules/question.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { CareExplained } from './care-explained.tsx'
import { paths } from './paths.ts'
import { PublicPage } from './public-page.tsx'
import { SearchForm } from './search-form.tsx'

/** Where one begins: a postcode or a place, and perhaps which care. What is clear leads straight to its neighbourhood. */
export function findPage(app: FastifyInstance): void {
  for (const language of languageCodes) {
    app.get(paths.find(language), { config: { who: 'everyone', translated: true } }, async (request, reply) => {
      const region = await getRegion(request.scope)
      const places = placesIn(region)
      const asked = askedIn(request.query)
      const question = readQuestion(places, vocabularyOf(language), asked)
      const answer = answerTo(question, region)
      if (answer.spot) return reply.seeOther(addressOf(answer.spot, question.careTyped, language))
      const props = { language, origin: request.scope.publicUrl, asked, question, places, answer }
      return reply.page(200, <FindPage {...props} />)
    })
  }
}

type Asked = { place: string; care: string }

function askedIn(query: unknown): Asked {
  const { plaats, zorg } = query as Record<string, unknown>
  return { place: typeof plaats === 'string' ? plaats : '', care: typeof zorg === 'string' ? zorg : '' }
}

type Answer = { spot?: string; kind: 'nothing' | 'spot' | 'outside' | 'choose' | 'unknown' | 'care' }

function answerTo({ pc4, places, care, careTyped }: Question, region: RegionFacts): Answer {
  if (pc4) return region.areas.has(pc4) ? { kind: 'spot', spot: pc4 } : { kind: 'outside' }
  const [place, another] = places.exact
  if (place && !another && places.close.length === 0) return { kind: 'spot', spot: spotOf(place) }
  if (place || places.close.length > 0) return { kind: 'choose' }
  if (care.kinds.length > 0 || care.otherHelp.length > 0) return { kind: 'care' }
  return { kind: careTyped === '' ? 'nothing' : 'unknown' }
}

/** A place of one postcode is that neighbourhood. */
function spotOf({ slug, pc4s }: Place): string {
  return pc4s.length === 1 ? pc4s[0]! : slug
}

function addressOf(spot: string, care: string, language: Language): string {
  return paths.neighbourhood(spot, language) + (care === '' ? '' : `?zorg=${encodeURIComponent(care)}`)
}

type Props = {
  language: Language
  origin: string
  asked: Asked
  question: Question
  places: readonly Place[]
  answer: Answer
}

function FindPage({ language, origin, asked, question, places, answer }: Props) {
  const { find: words } = wordsOf(language)
  const isAsked = answer.kind !== 'nothing' || asked.place.trim() !== ''
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={words.title}
      description={words.description}
      address={paths.find}
      listed={!isAsked}
      width="wide"
    >
      {isAsked ? (
        // What was asked is answered first: on a phone the form alone fills the screen, as if nothing had happened.
        <>
          <Heading level={1}>{words.title}</Heading>
          <Reply {...{ language, asked, question, answer }} />
          <SearchForm language={language} place={asked.place} care={asked.care} />
        </>
      ) : (
        <Hero>
          <Heading level={1}>{words.title}</Heading>
          <Text kind="lead">{words.lead}</Text>
          <SearchForm language={language} />
        </Hero>
      )}
      <AllPlaces language={language} places={places} isAsked={isAsked} />
      <Card title={words.whatIs}>
        <Stack>
          <Text>{words.whatIsLead}</Text>
          <CareDictionary language={language} />
        </Stack>
      </Card>
      <Text>
        <Link href={paths.widgetCode(language)}>{words.forSites}</Link>
      </Text>
    </PublicPage>
  )
}

function Reply({ language, asked, question, answer }: Pick<Props, 'language' | 'asked' | 'question' | 'answer'>) {
  const { find: words } = wordsOf(language)
  const unknownPlace = answer.kind === 'unknown' || (answer.kind === 'nothing' && asked.place.trim() !== '')
  return (
    <>
      {answer.kind === 'outside' && <Outside language={language} pc4={question.pc4 ?? ''} />}
      {answer.kind === 'choose' && (
        <Card title={words.meant}>
          <LinkList
            items={[...question.places.exact, ...question.places.close].map((place) => ({
              key: place.slug,
              href: addressOf(spotOf(place), question.careTyped, language),
              label: place.name,
              note: place.municipality === place.name ? undefined : `(${place.municipality})`,
            }))}
          />
        </Card>
      )}
      {unknownPlace && (
        <Notice kind="info" title={asked.place.trim() === '' ? words.careUnknown(asked.care) : words.unknownPlace}>
          <Text>{asked.place.trim() === '' ? words.careUnknownHelp : words.unknownPlaceHelp}</Text>
        </Notice>
      )}
      {question.careTyped !== '' && answer.kind !== 'unknown' && (
        <CareExplained language={language} care={question.care} typed={question.careTyped}>
          {answer.kind !== 'choose' && (
            <Text>
              <strong>{words.nowPlace}</strong>
            </Text>
          )}
        </CareExplained>
      )}
    </>
  )
}

/** Sent on with an address, never with a closed door. */
function Outside({ language, pc4 }: { language: Language; pc4: string }) {
  const { find: words } = wordsOf(language)
  return (
    <Notice kind="info" title={words.outside(pc4)}>
      <Text>{words.outsideLead}</Text>
      <ul className="list">
        {words.outsideAdvice.map(({ what, how }) => (
          <li key={what}>
            <strong>{what}</strong> {how}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** From here on an answer does not carry the whole list along. */
const manyPlaces = 100

/** For who would rather choose than type, and for search engines, which do not type. */
function AllPlaces({ language, places, isAsked }: Pick<Props, 'language' | 'places'> & { isAsked: boolean }) {
  const { find: words } = wordsOf(language)
  if (isAsked && places.length > manyPlaces) {
    return (
      <Text>
        <Link href={`${paths.find(language)}#plaatsen`}>{words.allPlaces}</Link>
      </Text>
    )
  }
  return (
    <Card title={words.allPlaces} id="plaatsen">
      <LinkList
        items={places.map((place) => ({
          key: place.slug,
          href: paths.neighbourhood(spotOf(place), language),
          label: place.name,
        }))}
      />
    </Card>
  )
}

function CareDictionary({ language }: { language: Language }) {
  const { care } = wordsOf(language)
  return (
    <Stack gap="small">
      {careKinds.map((kind) => (
        <Details key={kind} summary={care[kind].name}>
          <Text>{care[kind].explanation}</Text>
        </Details>
      ))}
    </Stack>
  )
}
