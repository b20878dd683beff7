import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  Actions,
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  PostForm,
  Screen,
  Text,
  TextArea,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { isId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { answerQuestion, type Question, selectQuestion } from '../questions.ts'
import { type LinkRequest, whenVerified } from './follow/linked.tsx'
import { paths } from './paths.ts'
import { typed } from './typed.ts'

/** What the team asked, and the answer: for whoever has the private link, and for the referrer. */
export const questionRoutes: Routes = (app, house) => {
  const refers = { config: { who: 'requests.refer' as const } }
  const everyone = { config: { who: 'everyone' as const, noStore: true, limit: { calls: 60, minutes: 10 } } }

  app.get(paths.referralQuestion(':id'), refers, (request, reply) => {
    const id = idOf(request)
    return show(reply, request.scope, id, ofReferral(id))
  })
  app.post(paths.referralQuestion(':id'), refers, (request, reply) => {
    const id = idOf(request)
    return answer(reply, request.scope, id, request.body, ofReferral(id))
  })

  const byLink = paths.followQuestion(':number', ':key')
  app.get(byLink, everyone, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, ({ link, scope, requestId }) => show(reply, scope, requestId, ofLink(link))),
  )
  app.post(byLink, everyone, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, ({ link, scope, requestId }) =>
      answer(reply, scope, requestId, request.body, ofLink(link)),
    ),
  )
}

type Place = { action: string; back: string }
const ofReferral = (id: string): Place => ({ action: paths.referralQuestion(id), back: paths.referral(id) })
const ofLink = ({ number, key }: { number: string; key: string }): Place => ({
  action: paths.followQuestion(number, key),
  back: paths.follow(number, key),
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
  const form = new FormReader(body)
  const text = form.text('antwoord', { required: 'Vul uw antwoord in', max: 2000 })
  if (!form.ok || text === undefined) return show(reply, scope, requestId, place, form)
  await answerQuestion(scope, { requestId, text })
  return reply.seeOther(`${place.back}?gelukt=beantwoord`)
}

type Props = { question: Question; place: Place; now: Date; values?: FormValues; errors?: FieldErrors }

function QuestionPage({ question, place, now, values = {}, errors = {} }: Props) {
  return (
    <Screen
      title="Een vraag van het team"
      width="form"
      error={Object.keys(errors).length > 0}
      back={{ href: place.back, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>Een vraag van het team</Heading>
      <Text kind="lead">{question.text}</Text>
      <Text>
        Antwoord uiterlijk {formatMoment(question.answerBy, now)}. Daarna gaat het team verder met wat het weet.
      </Text>
      <PostForm action={place.action}>
        <TextArea
          name="antwoord"
          label="Uw antwoord"
          hint="Alleen wie de zorg geeft, leest dit."
          rows={5}
          value={typed(values.antwoord)}
          error={errors.antwoord}
        />
        <Actions>
          <Button>Verstuur het antwoord</Button>
          <Link href={place.back}>Nu niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}

function idOf(request: FastifyRequest): string {
  const { id } = request.params as { id: string }
  if (!isId(id)) throw new NotFound()
  return id
}
