import type { FastifyReply } from 'fastify'
import { type FieldErrors, Text, TextArea } from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { idIn } from '#platform/http/address.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { useLanguage, wordsOf } from '../languages/index.ts'
import { answerQuestion, type Question, selectQuestion } from '../questions.ts'
import type { LinkParts } from './follow/follow-page.tsx'
import { askByLink } from './follow/linked.tsx'
import { InDutch } from './in-dutch.tsx'
import { OneQuestion } from './one-question.tsx'
import { paths } from './paths.ts'

/** What the team asked, and the answer: for whoever has the private link, and for the referrer. */
export const questionRoutes: Routes = (app, house) => {
  const refers = { config: { who: 'requests.refer' as const } }

  app.get(paths.referralQuestion(':id'), refers, (request, reply) => {
    const id = idIn(request)
    return show(reply, request.scope, id, ofReferral(id))
  })
  app.post(paths.referralQuestion(':id'), refers, (request, reply) => {
    const id = idIn(request)
    return answer(reply, request.scope, id, request.body, ofReferral(id))
  })

  askByLink(app, house, paths.followQuestion, {
    show: (reply, { link, scope, requestId }) => show(reply, scope, requestId, ofLink(link)),
    answer: (reply, { link, scope, requestId }, body) => answer(reply, scope, requestId, body, ofLink(link)),
  })
}

/** `language` is of a page for clients and carers; the referrer's is in Dutch. */
type Place = { action: string; back: string; language?: Language }
const ofReferral = (id: string): Place => ({ action: paths.referralQuestion(id), back: paths.referral(id) })
const ofLink = ({ number, key, language }: LinkParts): Place => ({
  action: paths.followQuestion(number, key, language),
  back: paths.follow(number, key, language),
  language,
})

type Tried = { values: FormValues; errors: FieldErrors }

async function show(reply: FastifyReply, scope: Scope, requestId: string, place: Place, tried?: Tried) {
  const { found } = await read(scope, { found: selectQuestion(requestId) })
  const [question] = found
  if (!question) return reply.seeOther(place.back)
  const page = { question, place, now: scope.now(), values: tried?.values, errors: tried?.errors }
  return reply.page(tried ? 422 : 200, <QuestionPage {...page} />)
}

async function answer(reply: FastifyReply, scope: Scope, requestId: string, body: unknown, place: Place) {
  const form = new FormReader(body, place.language)
  const { noAnswer } = wordsOf(form.language).question
  const text = form.text('antwoord', { required: noAnswer, max: 2000 })
  if (!form.ok || text === undefined) return show(reply, scope, requestId, place, form)
  await answerQuestion(scope, { requestId, text })
  return reply.seeOther(`${place.back}?gelukt=beantwoord`)
}

type Props = { question: Question; place: Place; now: Date; values?: FormValues; errors?: FieldErrors }

function QuestionPage({ question, place, now, values = {}, errors = {} }: Props) {
  const { words, dates } = useLanguage()
  const { question: own, change } = words
  const { one } = fieldsOf(values, errors)
  return (
    <OneQuestion
      title={own.title}
      back={{ href: place.back, label: own.back }}
      lead={
        <>
          <Text kind="lead">
            <InDutch>{question.text}</InDutch>
          </Text>
          <Text>{own.by(dates.moment(question.answerBy, now))}</Text>
        </>
      }
      action={place.action}
      send={own.send}
      leave={own.notNow}
      errors={errors}
    >
      <TextArea {...one('antwoord')} label={own.answer} hint={change.onlyGivers} rows={5} />
    </OneQuestion>
  )
}
