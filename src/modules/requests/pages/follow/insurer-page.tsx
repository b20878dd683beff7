import type { FastifyInstance } from 'fastify'
import {
  Actions,
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  LinkButton,
  Notice,
  PostForm,
  Radios,
  Screen,
  Text,
} from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { getFollowed } from '../../following.ts'
import { givers, letInsurerHelp } from '../../letting-insurer-help.ts'
import { paths } from '../paths.ts'
import type { LinkParts } from './follow-page.tsx'
import { type LinkRequest, whenVerified } from './linked.tsx'

/** What the insurer gets, who says yes, and that no is an answer too. */
const insurerWords = {
  nl: {
    asked: 'Mag de zorgverzekeraar helpen zoeken?',
    askedHelp:
      'Geen organisatie kon de zorg geven. De zorgverzekeraar moet dan helpen zoeken. Daarvoor is uw toestemming nodig.',
    read: 'Lees wat de zorgverzekeraar krijgt',
    lead: 'Wij sturen een brief aan de zorgverzekeraar. Daarin staan naam, geboortedatum, adres en telefoon, en welke zorg nodig is. Verder niets.',
    free: 'U hoeft dit niet te doen. Wij zoeken dan verder zonder de zorgverzekeraar.',
    who: 'Wie bent u?',
    givers: {
      client: 'Ik krijg de zorg zelf',
      representative: 'Ik ben de wettelijk vertegenwoordiger',
      'informal-carer': 'Ik ben mantelzorger, en het mag van wie de zorg krijgt',
    },
    wanted: 'Kies wie u bent',
    go: 'Ja, dat mag',
    no: 'Nu niet',
    back: 'Zorgvraag',
  },
  en: {
    asked: 'May the health insurer help to find care?',
    askedHelp:
      'No organisation could give the care. The health insurer must then help to find it. We need your permission for that.',
    read: 'Read what the insurer is told',
    lead: 'We send a letter to the health insurer. It gives the name, date of birth, address and telephone number, and which care is needed. Nothing else.',
    free: 'You do not have to do this. We then go on looking without the insurer.',
    who: 'Who are you?',
    givers: {
      client: 'The care is for me',
      representative: 'I am the legal representative',
      'informal-carer': 'I am a family carer, and the person who needs the care agrees',
    },
    wanted: 'Choose who you are',
    go: 'Yes, that is fine',
    no: 'Not now',
    back: 'Request',
  },
} satisfies Record<Language, unknown>

/** On the page that follows a request: the question, with the way to answer it. */
export function InsurerNotice({ link: { number, key, language } }: { link: LinkParts }) {
  const { asked, askedHelp, read } = insurerWords[language]
  return (
    <Notice kind="attention" title={asked}>
      <Text>{askedHelp}</Text>
      <LinkButton href={paths.followInsurer(number, key, language)}>{read}</LinkButton>
    </Notice>
  )
}

/** The client's own yes to a letter to the insurer. */
export function insurerRoutes(app: FastifyInstance, house: House, language: Language): void {
  const config = { who: 'everyone' as const, translated: true, noStore: true, limit: { calls: 60, minutes: 10 } }
  const at = paths.followInsurer(':number', ':key', language)
  app.get(at, { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope }) => {
      const { mayLetInsurerHelp } = await getFollowed(scope)
      if (!mayLetInsurerHelp) return reply.seeOther(paths.follow(link.number, link.key, language))
      return reply.page(200, <InsurerPage link={link} />)
    }),
  )
  app.post(at, { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope, requestId }) => {
      const form = new FormReader(request.body, language)
      const givenBy = form.choice('akkoord', givers, { required: insurerWords[language].wanted })
      if (!givenBy) return reply.page(422, <InsurerPage link={link} values={form.values} errors={form.errors} />)
      // What is not asked any more needs no answer: the page tells how it stands now.
      const outcome = await letInsurerHelp(scope, { requestId, givenBy })
      const said = outcome.ok ? '?gelukt=zorgverzekeraar' : ''
      return reply.seeOther(paths.follow(link.number, link.key, language) + said)
    }),
  )
}

type PageProps = { link: LinkParts; values?: FormValues; errors?: FieldErrors }

function InsurerPage({ link, values = {}, errors = {} }: PageProps) {
  const { language } = link
  const words = insurerWords[language]
  const { one, wrong } = fieldsOf(values, errors)
  const back = paths.follow(link.number, link.key, language)
  return (
    <Screen
      title={words.asked}
      width="form"
      error={wrong}
      back={{ href: back, label: `${words.back} ${formatRequestNumber(link.number)}` }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>{words.asked}</Heading>
      <Text kind="lead">{words.lead}</Text>
      <Text>{words.free}</Text>
      <PostForm action={paths.followInsurer(link.number, link.key, language)}>
        <Radios
          legend={words.who}
          options={givers.map((value) => ({ value, label: words.givers[value] }))}
          {...one('akkoord')}
        />
        <Actions>
          <Button>{words.go}</Button>
          <Link href={back}>{words.no}</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}
