import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ReactNode } from 'react'
import { localDateOf } from '#kernel/dates.ts'
import { type Language, languageCodes, languageOf } from '#kernel/languages.ts'
import { done, refused } from '#kernel/outcome.ts'
import { parsePostcode } from '#kernel/postcode.ts'
import { type Provider, providersQuery } from '#modules/organizations/index.ts'
import { type Door, findOtherDoor, getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { type FieldErrors, FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { getConfirmation } from '../../confirmation.ts'
import { deskQuery } from '../../desk.ts'
import { findDraft, type OpenDraft, saveAnswers, sendDraft, startDraft } from '../../drafts.ts'
import { wordsOf } from '../../languages/index.ts'
import { paths } from '../paths.ts'
import { type Facts, readAnswers, readPage } from './answers.ts'
import { CheckPage } from './check-page.tsx'
import type { FormPageProps } from './form-frame.tsx'
import { type FormPage, formPages, pageAfter, pageBefore, type QuestionPageName, questionPages } from './form-pages.ts'
import { keepForLater } from './keep-page.tsx'
import { config, type Keyed, openDraft } from './open-draft.tsx'
import { PrintPage } from './print-page.tsx'
import { SentPage } from './sent-page.tsx'
import { DraftGonePage, StartPage } from './start-page.tsx'
import { ContactPage, ForWhomPage, PersonPage, PlacePage } from './step-1.tsx'
import { CarePage, CoverPage, QuestionPage, UrgentPage, WhenPage, WishesPage } from './step-2.tsx'
import { toNewRequest } from './to-request.ts'

const views = {
  'stap-1': ForWhomPage,
  'stap-1/wie': PersonPage,
  'stap-1/waar': PlacePage,
  'stap-1/contact': ContactPage,
  'stap-2': UrgentPage,
  'stap-2/zorg': CarePage,
  'stap-2/verhaal': QuestionPage,
  'stap-2/wanneer': WhenPage,
  'stap-2/wensen': WishesPage,
  'stap-2/gegevens': CoverPage,
} as const satisfies Record<QuestionPageName, (props: FormPageProps) => ReactNode>

const translated = { who: 'everyone', translated: true } as const

/** Asking for care: public, without account, without script, in each language. */
export const askRoutes: Routes = (app) => {
  for (const language of languageCodes) askIn(app, language)
}

function askIn(app: FastifyInstance, language: Language): void {
  begin(app, language)
  askQuestions(app, language)
  checkAndSend(app, language)
  keepForLater(app, language)
}

/** The first page, the same on paper, and a draft to begin with. */
function begin(app: FastifyInstance, language: Language): void {
  app.get(paths.ask(language), { config: translated }, async (request, reply) => {
    const { wayOfWorking } = await getRegion(request.scope)
    const { desks, providers } = await read(request.scope, {
      desks: deskQuery(wayOfWorking.fallbackDeskId),
      providers: providersQuery(),
    })
    const wanted = (request.query as Record<string, unknown>).voorkeur
    const isClosed = !wayOfWorking.channels.includes('website')
    return reply.page(200, <StartPage desk={desks[0]} isClosed={isClosed} {...preferenceIn(wanted, providers)} />)
  })

  app.get(paths.askPrint(language), { config: translated }, async (request, reply) => {
    const { wayOfWorking } = await getRegion(request.scope)
    const { desks } = await read(request.scope, { desks: deskQuery(wayOfWorking.fallbackDeskId) })
    return reply.page(200, <PrintPage desk={desks[0]} publicUrl={request.scope.publicUrl} />)
  })

  const starting = { ...translated, limit: { calls: 60, minutes: 10 } }
  app.post(paths.ask(language), { config: starting }, async (request, reply) => {
    const { wayOfWorking } = await getRegion(request.scope)
    if (!wayOfWorking.channels.includes('website')) return reply.seeOther(paths.ask(language))
    const { preferred } = await readPreference(request)
    const key = await startDraft(request.scope, preferred && { preferredOrganizationId: preferred.id })
    return reply.seeOther(paths.askPage(key, 'stap-1', language))
  })
}

function askQuestions(app: FastifyInstance, language: Language): void {
  for (const page of questionPages) {
    app.get<Keyed>(paths.askPage(':key', page, language), { config }, async (request, reply) => {
      const open = await openDraft(request, reply)
      if (!open) return reply
      return showQuestions(request, reply, page, open, open.draft.values, {}, 200)
    })
    app.post<Keyed>(paths.askPage(':key', page, language), { config }, async (request, reply) => {
      const open = await openDraft(request, reply)
      if (!open) return reply
      return keepQuestions(request, reply, page, open)
    })
  }
}

function checkAndSend(app: FastifyInstance, language: Language): void {
  app.get<Keyed>(paths.askPage(':key', 'stap-3', language), { config }, async (request, reply) => {
    const open = await openDraft(request, reply)
    if (!open) return reply
    return showCheck(request, reply, open, {}, 200)
  })

  app.post<Keyed>(paths.askPage(':key', 'stap-3', language), { config }, async (request, reply) => {
    const open = await openDraft(request, reply)
    if (!open) return reply
    const { key } = request.params
    const form = new FormReader(request.body, language)
    if (form.values.ga === 'terug')
      return reply.seeOther(paths.askPage(key, pageBefore('stap-3') ?? 'stap-1', language))
    if (!form.checked('consent')) {
      form.refuse('consent', wordsOf(language).wrong.consent)
      return showCheck(request, reply, open, form.errors, 422)
    }
    const facts = await factsOf(request.scope, open)
    const outcome = await sendDraft(request.scope, key, (draft) => {
      const answers = readAnswers(draft.values, facts)
      return 'asksOn' in answers ? refused(answers) : done(toNewRequest(answers, draft.sentKey, facts.today, language))
    })
    if (outcome.ok) return reply.seeOther(paths.askSent(key, language))
    // Between reading and sending something changed, such as the region's area: its page says what.
    const { refusal } = outcome
    // Begun when the form was still open: the first page says whom to call.
    if ('code' in refusal && refusal.code === 'channel-closed') return reply.seeOther(paths.ask(language))
    const page = 'asksOn' in refusal ? refusal.asksOn : refusedOn[refusal.code]
    return reply.seeOther(`${paths.askPage(key, page, language)}?naar=controleren`)
  })

  app.get<Keyed>(paths.askSent(':key', language), { config }, async (request, reply) => {
    const open = await findDraft(request.scope, request.params.key)
    if (!open) return reply.page(404, <DraftGonePage />)
    const { sent } = open.draft
    if (!sent) return reply.seeOther(paths.askPage(request.params.key, 'stap-3', language))
    const confirmation = await getConfirmation(request.scope, sent.id)
    const now = request.scope.now()
    return reply.page(
      200,
      <SentPage sent={sent} confirmation={confirmation} publicUrl={request.scope.publicUrl} now={now} />,
    )
  })
}

/**
 * The organisation that somebody chose in the directory, by the name it has in addresses. One that we do not know (any more) is said, not
 * guessed; the form itself asks for a preference again.
 */
function preferenceIn(wanted: unknown, providers: readonly Provider[]) {
  if (typeof wanted !== 'string' || wanted === '') return {}
  const preferred = providers.find(({ slug }) => slug === wanted)
  return preferred ? { preferred } : { isUnknown: true }
}

/** The same of a posted form, which says it in a hidden field. */
async function readPreference(request: FastifyRequest): Promise<{ preferred?: Provider }> {
  const wanted = new FormReader(request.body).values.voorkeur
  if (wanted === undefined) return {}
  const { providers } = await read(request.scope, { providers: providersQuery() })
  return preferenceIn(wanted, providers)
}

const refusedOn = {
  'outside-region': 'stap-1/waar',
  'birth-date-ahead': 'stap-1/wie',
  'provider-unknown': 'stap-2/wensen',
  'wishes-contradict': 'stap-2/wensen',
} as const

function showQuestions(
  request: FastifyRequest<Keyed>,
  reply: FastifyReply,
  page: QuestionPageName,
  open: OpenDraft,
  values: FormValues,
  errors: FieldErrors,
  status: number,
  otherDoor?: Door,
) {
  const View = views[page]
  return reply.page(
    status,
    <View {...propsOf(request, page, open)} values={values} errors={errors} otherDoor={otherDoor} />,
  )
}

/** What was typed is kept before it is judged: whichever way the visitor goes, no answer is lost. */
async function keepQuestions(
  request: FastifyRequest<Keyed>,
  reply: FastifyReply,
  page: QuestionPageName,
  open: OpenDraft,
) {
  const { key } = request.params
  const language = languageOf(request.url)
  const form = new FormReader(request.body, language)
  const before = pageBefore(page)
  await saveAnswers(request.scope, key, formPages[page].fields, keepable(form.values))
  if (form.values.ga === 'terug')
    return reply.seeOther(before ? paths.askPage(key, before, language) : paths.ask(language))
  const forWhom = open.draft.values.forWhom === 'self' ? 'self' : 'other'
  const answer = readPage(page, form, await factsOf(request.scope, open), forWhom)
  if (!form.ok) {
    const pc4 =
      form.errors.postcode === wordsOf(language).wrong.outsideRegion && parsePostcode(String(form.values.postcode))?.pc4
    const otherDoor = pc4 ? await findOtherDoor(request.scope, pc4) : undefined
    return showQuestions(request, reply, page, open, form.values, form.errors, 422, otherDoor)
  }
  if (page === 'stap-2' && answer === 'yes') return reply.seeOther(paths.askPage(key, page, language))
  const isOneChange = request.query.naar === 'controleren'
  return reply.seeOther(paths.askPage(key, isOneChange ? 'stap-3' : pageAfter(page), language))
}

/** A text that no field would take is shown again once, but not kept for two weeks. */
function keepable(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => JSON.stringify(value).length < 20_000))
}

async function showCheck(
  request: FastifyRequest<Keyed>,
  reply: FastifyReply,
  open: OpenDraft,
  errors: FieldErrors,
  status: number,
) {
  const answers = readAnswers(open.draft.values, await factsOf(request.scope, open))
  if ('asksOn' in answers)
    return reply.seeOther(paths.askPage(request.params.key, answers.asksOn, languageOf(request.url)))
  const props = { ...propsOf(request, 'stap-3', open), values: {}, errors }
  return reply.page(status, <CheckPage props={props} answers={answers} />)
}

function propsOf(request: FastifyRequest<Keyed>, page: FormPage, open: OpenDraft) {
  return {
    draftKey: request.params.key,
    page,
    isSelf: open.draft.values.forWhom === 'self',
    desk: open.desk,
    providers: open.providers,
    fromCheck: request.query.naar === 'controleren',
  }
}

async function factsOf(scope: Scope, open: OpenDraft): Promise<Facts> {
  const region = await getRegion(scope)
  return {
    today: localDateOf(scope.now()),
    servesArea: (pc4) => region.areas.has(pc4),
    providerIds: open.providers.map(({ id }) => id),
  }
}
