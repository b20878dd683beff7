import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  Actions,
  Button,
  EmptyState,
  ErrorSummary,
  Heading,
  Link,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  Text,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { inSentence } from '#kernel/sentence.ts'
import { fillIn, getRegion, listReasons, presets, presetText } from '#modules/regions/index.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { answerInquiry, askParties } from '../../inquiry/inquiring.ts'
import { type AskedRow, getRound, type RoundPage } from '../../meeting/answering.ts'
import { isPosting } from '../../rules/meeting/round.ts'
import { commandText } from '../../text.nl.ts'
import { fieldOf, namesOf, readAnswer } from '../answer-fields.tsx'
import { placesOf } from '../list-routes.tsx'
import { paths } from '../paths.ts'
import { AskedCard, type AskedProps } from './asked-card.tsx'
import { meetingPaths } from './paths.ts'
import { PostedCard } from './posted-card.tsx'

/** All that one's organisation was asked, answered on one page; and what one's own teams post in this round. */
export function roundPage(app: FastifyInstance, { practice }: House): void {
  app.get(meetingPaths.round, { config: { who: 'requests.list' } }, async (request, reply) => {
    const found = await getRound(request.scope)
    const kept = (request.query as { bewaard?: unknown }).bewaard !== undefined
    return reply.page(200, <AnswerRoundPage {...(await propsOf(request, found, practice))} kept={kept} />)
  })

  app.post(meetingPaths.round, { config: { who: 'requests.take' } }, async (request, reply) => {
    const { scope } = request
    const found = await getRound(scope)
    const form = new FormReader(request.body)
    // One by one, each in its own transaction: what cannot any more does not hold up the rest.
    for (const row of found.asked) {
      const { answer, ...given } = readAnswer(form, { of: row.id })
      if (!answer || hasError(form, row.id) || isSaid(row, { answer, ...given })) continue
      const outcome = await answerInquiry(scope, { requestId: row.id, answer, ...given })
      if (!outcome.ok) form.refuse(fieldOf(outcome.refusal.code, row.id), commandText(outcome.refusal.code))
    }
    if (form.ok) return reply.seeOther(`${meetingPaths.round}?bewaard`)
    const left = await getRound(scope)
    return reply.page(
      422,
      <AnswerRoundPage {...(await propsOf(request, left, practice))} values={form.values} errors={form.errors} />,
    )
  })

  app.post(meetingPaths.post, { config: { who: 'requests.take' } }, async (request, reply) => {
    const { scope } = request
    const chosen = new Set([(request.body as { plaats?: string | string[] } | undefined)?.plaats ?? []].flat())
    const { posted } = await getRound(scope)
    for (const { id, state } of posted)
      if (chosen.has(id) && state === 'listed') await askParties(scope, { requestId: id, organizationIds: 'all' })
    return reply.seeOther(meetingPaths.round)
  })
  app.get(meetingPaths.post, { config: { who: 'requests.list' } }, async (_request, reply) =>
    reply.seeOther(meetingPaths.round),
  )
}

function hasError({ errors }: FormReader, id: string): boolean {
  return Object.values(namesOf(id)).some((name) => errors[name] !== undefined)
}

/** Nothing was changed since it was answered. */
function isSaid(row: AskedRow, given: ReturnType<typeof readAnswer>): boolean {
  return (
    row.answer === given.answer &&
    row.answeredStartOn === (given.startOn ?? null) &&
    row.answeredDayparts.join() === given.dayparts.join() &&
    row.reason === (given.reason ?? null) &&
    row.remark === (given.remark ?? null)
  )
}

async function propsOf(request: FastifyRequest, found: RoundPage, practice: boolean) {
  const { scope } = request
  return {
    found,
    practice,
    reasons: listReasons(await getRegion(scope), 'refusal'),
    placeOf: await placesOf(scope),
    now: scope.now(),
  }
}

type Props = AskedProps & { found: RoundPage; practice: boolean; kept?: boolean }

function AnswerRoundPage(props: Props) {
  const { found, now, errors = {}, kept, practice } = props
  const { round, asked, posted } = found
  return (
    <Screen
      title="Antwoordronde"
      width="wide"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: paths.asked, label: 'Aan ons gevraagd' }}
    >
      <ErrorSummary errors={errors} />
      <PageHeading>
        <Heading level={1}>Antwoordronde</Heading>
        <Text kind="soft">{roundWords(round, now)}</Text>
      </PageHeading>
      {kept && (
        <Notice kind="good" title="Uw antwoorden zijn bewaard">
          <Text>{round ? 'Tot de ronde sluit' : 'Tot de tijd om is'} kunt u ze nog wijzigen.</Text>
        </Notice>
      )}
      {!round && practice && <WhereRoundsAre />}
      {asked.length === 0 ? (
        <EmptyState title="Aan uw organisatie is niets gevraagd" icon="list-check">
          <Text>
            Wat {round ? 'in deze ronde wordt geplaatst' : 'uw organisatie wordt gevraagd'}, staat hier vanzelf.
          </Text>
        </EmptyState>
      ) : (
        <PostForm action={meetingPaths.round}>
          {asked.map((row) => (
            <AskedCard key={row.id} row={row} {...props} />
          ))}
          <Actions>
            <Button icon="send">Geef deze antwoorden</Button>
          </Actions>
        </PostForm>
      )}
      {posted.length > 0 && <PostedCard posted={posted} round={round} now={now} placeOf={props.placeOf} />}
    </Screen>
  )
}

const withRounds = presets
  .filter((preset) => fillIn(preset, '').rounds.length > 0)
  .map((preset) => presetText[preset].name)

/** In a practice region one can look at what another way of working is like. */
function WhereRoundsAre() {
  return (
    <Notice kind="info" title="Deze regio werkt niet met rondes">
      <Text>
        Met rondes plaatsen de teams hun zorgvragen tot een vast moment, en antwoordt iedereen vóór een ander vast
        moment. Wilt u dat zien? <Link href="/oefenen">Kies bij Oefenen</Link> de regiomanager, open Werkwijze en zet de
        oefenregio om naar ‘{inSentence(withRounds)}’. Wat hieronder openstaat, blijft staan.
      </Text>
    </Notice>
  )
}

function roundWords(round: RoundPage['round'], now: Date): string {
  if (!round) return 'In deze regio zijn geen vaste rondes. Elke vraag heeft haar eigen tijd om te antwoorden.'
  const answer = `antwoorden kan tot ${formatMoment(round.answerAt, now)}`
  return isPosting(round, now)
    ? `Plaatsen kan tot ${formatMoment(round.postUntil, now)}; ${answer}. Daarna sluit de ronde vanzelf.`
    : `Er wordt niets meer geplaatst; ${answer}. Daarna sluit de ronde vanzelf.`
}
