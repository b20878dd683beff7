import type { ReactNode } from 'react'
import {
  Button,
  Card,
  Columns,
  Heading,
  Link,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  Stack,
  type StatusKind,
  StatusTag,
  SummaryList,
  Text,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import { priorityText } from '#kernel/text.nl.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import {
  askedNow,
  CardView,
  IdentityView,
  isWaiting,
  nameOf,
  personWords,
  type RequestState,
  stateText,
} from '#modules/requests/index.ts'
import { paths as requestsPaths } from '#modules/requests/pages/paths.ts'
import { mayNow, type Sheet } from '../list/sheet.ts'
import { isDue } from '../mediation/letter.ts'
import { type Act, type ActRefusal, acts, decide } from '../rules/acts.ts'
import { type Command, decideCommand } from '../rules/commands.ts'
import { waysToDivide } from '../rules/parts/dividing.ts'
import type { WhyRouted } from '../rules/routing.ts'
import { actByText, commandLabel, escalationLevelText, escalationText, refusalText, routeText } from '../text.nl.ts'
import { ConsultCard } from './consult/consult-pages.tsx'
import { consultPaths } from './consult/paths.ts'
import { CallsCard } from './desk/calls-card.tsx'
import { History } from './history.tsx'
import { InquiryCard } from './inquiry-card.tsx'
import { InvitedCard } from './invited/invited-card.tsx'
import { invitedPaths } from './invited/paths.ts'
import { mediationPaths } from './mediation/paths.ts'
import { Discussed } from './meeting/discussed.tsx'
import { PartsCard } from './parts/parts-card.tsx'
import { paths } from './paths.ts'
import { RefusalsCard } from './refusals-card.tsx'
import { SwapCard } from './swap/swap-card.tsx'

export type RequestPageProps = {
  sheet: Sheet
  now: Date
  placeOf: (pc4: string) => string
  back: { href: string; label: string; query: string }
  reasonText: (code: string) => string
  /** The region agreed on beds for a while. */
  beds: boolean
  /** Other regions run here, to which it could go. */
  otherRegions: boolean
  /** What was just tried and could not be done. */
  refused?: string
}

/** One request: what it asks, who answers for it until when, what has happened, and what this nurse can do now. */
export function RequestPage(props: RequestPageProps) {
  const { sheet, now, placeOf, back, refused } = props
  const { card, identity } = sheet
  const place = placeOf(card.pc4)
  return (
    <Screen
      title={`Zorgvraag ${formatRequestNumber(card.number)}`}
      width="wide"
      density="professional"
      script
      back={back}
      error={refused !== undefined}
    >
      <turbo-stream-source src={paths.liveRequest(card.id)} />
      {refused && (
        <Notice kind="attention" title="Dit kon niet meer">
          <Text>{refused}</Text>
        </Notice>
      )}
      <PageHeading actions={<ActButtons {...props} />}>
        <Heading level={1} caption={formatRequestNumber(card.number)}>
          {identity ? nameOf(identity) : `${personWords(card)}, ${card.pc4} ${place}`}
        </Heading>
        <StatusTag kind={stateKind[card.state]} label={capital(stateText[card.state])} />
      </PageHeading>
      {!refused && <WhyNot sheet={sheet} />}
      <Columns kind="main-aside">
        <Stack>
          {identity && (
            <Card title={identityTitle(sheet)}>
              <IdentityView
                requestId={card.id}
                identity={identity}
                attachments={sheet.attachments}
                supplements={sheet.supplements}
                now={now}
                bsnHref={paths.bsn(card.id) + back.query}
              />
            </Card>
          )}
          <Card title="De zorgvraag">
            <CardView card={card} place={place} identityOpen={identity !== undefined} unwanted={sheet.unwanted} />
            {sheet.unwanted.length > 0 && isWaiting(card.state) && sheet.roles.includes('holder') && (
              <Text kind="small">
                Hoort u van de cliënt dat het toch mag?{' '}
                <Link href={requestsPaths.requestUnwanted(card.id)}>Neem de wens terug</Link>
              </Text>
            )}
          </Card>
        </Stack>
        <Stack>
          <SwapCard sheet={sheet} now={now} query={back.query} />
          <PartsCard sheet={sheet} now={now} query={back.query} />
          <InquiryCard sheet={sheet} now={now} query={back.query} reasonText={props.reasonText} />
          <Holder sheet={sheet} now={now} />
          <RefusalsCard refusals={sheet.refusals} now={now} reasonText={props.reasonText} />
          <WhyHere sheet={sheet} reasonText={props.reasonText} now={now} />
          {isDue({ escalationStep: sheet.card.escalationStep, roles: sheet.roles }) && (
            <Card title="Zorgbemiddeling">
              <Text>Geen organisatie kon de zorg geven. Vraag nu de zorgverzekeraar om te bemiddelen.</Text>
              <LinkButton href={mediationPaths.letter(sheet.card.id) + back.query}>Maak de brief</LinkButton>
            </Card>
          )}
          <InvitedCard sheet={sheet} query={back.query} />
          <MoreActs {...props} />
          {sheet.question && (
            <Card title="Vraag aan de aanvrager">
              <Text>‘{sheet.question.text}’</Text>
              <Text kind="soft">De klok rust tot {formatMoment(sheet.question.answerBy, now)}.</Text>
            </Card>
          )}
          <ConsultCard
            consults={sheet.consults}
            mayAsk={sheet.mayConsult}
            href={consultPaths.ask(card.id) + back.query}
            now={now}
          />
          <CallsCard calls={sheet.calls} now={now} />
          <Card title="Wat er gebeurde">
            <History lines={sheet.history} now={now} reasonText={props.reasonText} />
            <Discussed lines={sheet.discussed} />
          </Card>
        </Stack>
      </Columns>
    </Screen>
  )
}

const stateKind: Record<RequestState, StatusKind> = {
  submitted: 'neutral',
  triage: 'neutral',
  listed: 'info',
  offered: 'info',
  proposed: 'info',
  assigned: 'good',
  started: 'good',
  closed: 'neutral',
  redirected: 'neutral',
  withdrawn: 'neutral',
}

/** What a nurse mostly comes for stands first. */
const likelyFirst: readonly Act[] = ['take', 'confirm-start', 'close', 'return']

function ActButtons({ sheet, back }: RequestPageProps) {
  const { card, relation, claims, dateToConfirm } = sheet
  const open = likelyFirst.filter((act) => {
    const answer = decide(act, card.state, relation, claims, card.splitBy !== null)
    return answer.ok && answer.value === 'do'
  })
  const may = (command: Command) => mayNow(command, sheet)
  const hrefOf = { ask: paths.ask, assign: paths.assign } as const
  return (
    <>
      {open.map((act) => (
        <ActButton key={act} act={act} id={card.id} query={back.query} only={open.length === 1} />
      ))}
      {may('confirm-date') && dateToConfirm && (
        <PostForm action={paths.confirmDate(card.id) + back.query} inline>
          <Button>{commandLabel['confirm-date']}</Button>
        </PostForm>
      )}
      {(['ask', 'assign'] as const).filter(may).map((command) => (
        <LinkButton key={command} kind="secondary" href={hrefOf[command](card.id) + back.query}>
          {commandLabel[command]}
        </LinkButton>
      ))}
      {isWaiting(card.state) && (
        <LinkButton kind="quiet" icon="users" href={matchingPaths.shortlist(card.id)}>
          Wie kan dit?
        </LinkButton>
      )}
    </>
  )
}

/** What is done less often stands below what happened: asking, sending elsewhere, ending, opening again. */
function MoreActs({ sheet, back, beds, otherRegions }: RequestPageProps) {
  const { card } = sheet
  const may = (command: Command) => mayNow(command, sheet)
  const hrefOf = {
    split: paths.split,
    'propose-swap': paths.swap,
    invite: invitedPaths.invite,
    'ask-requester': paths.askRequester,
    'send-on': paths.sendOn,
    redirect: paths.redirect,
    'pass-to-region': paths.passToRegion,
    lapse: paths.lapse,
  } as const
  const offered: readonly (keyof typeof hrefOf)[] = [
    'split',
    'propose-swap',
    'invite',
    'ask-requester',
    'send-on',
    'redirect',
    'pass-to-region',
    'lapse',
  ]
  const hasDoor = (command: Command) => command !== 'pass-to-region' || otherRegions
  const links = offered.filter((command) => may(command) && hasDoor(command) && fits(command, sheet))
  if (links.length === 0 && (!may('reopen') || isElsewhere(sheet)) && !may('join')) return null
  return (
    <Card title="Wat u verder kunt doen">
      <Stack gap="small">
        {links.map((command) => (
          <Text key={command}>
            <Link href={hrefOf[command](card.id) + back.query}>{commandLabel[command]}</Link>
          </Text>
        ))}
        {may('redirect') && beds && (
          <Text>
            <Link href={paths.toBed(card.id) + back.query}>Naar tijdelijk verblijf</Link>
          </Text>
        )}
        {may('join') && (
          <PostForm action={paths.join(card.id) + back.query} inline>
            <Button kind="secondary">{commandLabel.join}</Button>
          </PostForm>
        )}
        {may('reopen') && !isElsewhere(sheet) && (
          <PostForm action={paths.reopen(card.id) + back.query} inline>
            <Button kind="secondary">{commandLabel.reopen}</Button>
          </PostForm>
        )}
      </Stack>
    </Card>
  )
}

/** It goes on in another region. */
const isElsewhere = ({ history }: Sheet): boolean => history.some(({ code }) => code === 'passed-to-region')

/** What the table allows and this request has no use for: nothing to divide, or a proposal that runs already. */
function fits(command: Command, { card, swap, otherParties }: Sheet): boolean {
  if (command === 'invite') return otherParties.length > 0
  if (command === 'split') return waysToDivide(card).length > 0
  return command !== 'propose-swap' || (!swap && card.splitBy === null)
}

function ActButton({ act, id, query, only }: { act: Act; id: string; query: string; only: boolean }): ReactNode {
  switch (act) {
    case 'take':
      return (
        <PostForm action={paths.take(id) + query} inline>
          <Button icon="check">Nemen voor mijn organisatie</Button>
        </PostForm>
      )
    case 'confirm-start':
      return <LinkButton href={paths.start(id) + query}>Zorg is gestart</LinkButton>
    case 'return':
      return (
        <LinkButton kind="secondary" icon="arrow-back-up" href={paths.return(id) + query}>
          Teruggeven
        </LinkButton>
      )
    case 'close':
      return (
        <PostForm action={paths.close(id) + query} inline>
          <Button kind={only ? 'primary' : 'secondary'}>Afsluiten</Button>
        </PostForm>
      )
  }
}

/** Only what the nurse might wonder about: that a request nobody took cannot be returned, speaks for itself. */
const worthSaying: readonly ActRefusal[] = [
  'not-on-list-yet',
  'already-taken',
  'gives-no-care',
  'not-started',
  'ended',
  'watching-only',
  'not-by-taking',
  'divided',
]

function WhyNot({ sheet: { card, relation, roles, claims } }: { sheet: Sheet }) {
  const refusals = acts.flatMap((act) => {
    const answer = decide(act, card.state, relation, claims, card.splitBy !== null)
    return answer.ok || !worthSaying.includes(answer.refusal) ? [] : [answer.refusal]
  })
  const sentences = refusals.map((code) =>
    refusalText(code === 'already-taken' && card.takerName ? { code, takenBy: card.takerName } : { code }),
  )
  const ask = decideCommand('ask', card.state, roles, card.splitBy !== null)
  const heldElsewhere = !ask.ok && ask.refusal === 'holder-only' && card.state === 'listed'
  if (heldElsewhere) sentences.push(`Organisaties vragen of toewijzen kan ${card.holderName}, die nu aan zet is.`)
  return [...new Set(sentences)].map((sentence) => (
    <Text kind="soft" key={sentence}>
      {sentence}
    </Text>
  ))
}

/** Who may see it: the organisation that has it, or the team that must act where the region agreed so. */
function identityTitle({ card, relation, roles }: Sheet): string {
  if (card.splitBy && roles.includes('part-taker')) return 'Cliënt, alleen voor wie een deel van de zorg geeft'
  return relation === 'taker' ? 'Cliënt, alleen voor uw organisatie' : 'Cliënt, alleen voor wie nu aan zet is'
}

const actByLabel: Partial<Record<RequestState, string>> = {
  triage: 'Antwoord van de aanvrager vóór',
  offered: 'Antwoorden vóór',
  proposed: 'Kiezen vóór',
  assigned: 'Start bevestigen vóór',
}

function Holder({ sheet: { card, history }, now }: { sheet: Sheet; now: Date }) {
  if (!card.actBy) return null
  const toBeAsked = askedNow({ state: card.state, history: history.toReversed() }, now)?.from
  const late = card.actBy <= now
  return (
    <Card title="Wie is aan zet">
      <SummaryList
        rows={[
          { label: 'Aan zet', value: card.holderName },
          { label: 'Telefoon', value: <Phone phone={card.holderPhone} hours={card.holderPhoneHours} /> },
          {
            label: actByLabel[card.state] ?? 'Nemen vóór',
            value: <StatusTag kind={late ? 'urgent' : 'info'} label={actByText(card.actBy, now)} />,
          },
          { label: 'Hoe snel', value: capital(priorityText[card.priority]) },
          {
            label: 'Aangevraagd',
            value: formatMoment(card.submittedAt, now),
          },
          ...(card.escalationLevel > 0
            ? [{ label: 'Let op', value: capital(escalationLevelText(card.escalationLevel)) }]
            : []),
          ...(card.takerName
            ? [{ label: card.splitBy ? 'Houdt het overzicht' : 'Genomen door', value: card.takerName }]
            : []),
        ]}
      />
      {toBeAsked && (
        <Text kind="soft">Vanaf {formatMoment(toBeAsked, now)} wordt vanzelf een team gevraagd. Eerder nemen mag.</Text>
      )}
    </Card>
  )
}

function Phone({ phone, hours }: { phone: string | null; hours: string | null }) {
  if (!phone) return 'Niet bekend'
  return (
    <>
      <Link href={`tel:${phone}`} icon="phone">
        {formatPhone(phone)}
      </Link>
      {hours && <Text kind="small">{hours}</Text>}
    </>
  )
}

/** On whose list it came: of a desk that was busy or closed the desk itself, not who answers for it. */
function listOf({ card, history }: Sheet): string {
  const routed = history.find(({ code }) => code === 'routed')
  const team = routed?.facts.insteadWhile ? card.teamName : (routed?.teamName ?? card.teamName)
  return team ?? card.holderName
}

function WhyHere({ sheet, reasonText, now }: Pick<RequestPageProps, 'sheet' | 'reasonText' | 'now'>) {
  const { card, history, returnText } = sheet
  const routed = history.find(({ code }) => code === 'routed')
  const moved = card.escalationLevel > 0 ? history.find(({ code }) => code === 'escalated') : undefined
  return (
    <Card title="Waarom hier">
      <Text>{routeText(routed?.facts.why as WhyRouted | undefined, listOf(sheet))}</Text>
      {moved && <Text>{escalationText(moved.facts, moved.teamName ?? card.holderName)}</Text>}
      {card.returnedAt && card.returnReason && (
        <Text>
          Teruggegeven {formatMoment(card.returnedAt, now)}: {reasonText(card.returnReason).toLowerCase()}.
          {returnText && ` ‘${returnText}’`}
        </Text>
      )}
    </Card>
  )
}
