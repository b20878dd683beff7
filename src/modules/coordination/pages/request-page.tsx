import {
  Card,
  Columns,
  Heading,
  Link,
  LinkButton,
  Notice,
  PageHeading,
  Screen,
  Stack,
  type StatusKind,
  StatusTag,
  Text,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import {
  CardView,
  IdentityView,
  isWaiting,
  nameOf,
  personWords,
  type RequestState,
  stateText,
} from '#modules/requests/index.ts'
import { paths as requestsPaths } from '#modules/requests/pages/paths.ts'
import type { Sheet } from '../list/sheet.ts'
import { isDue } from '../mediation/letter.ts'
import { ConsultCard } from './consult/consult-pages.tsx'
import { consultPaths } from './consult/paths.ts'
import { CallsCard } from './desk/calls-card.tsx'
import { History } from './history.tsx'
import { HolderCard, WhyHereCard } from './holder-card.tsx'
import { InquiryCard } from './inquiry-card.tsx'
import { InvitedCard } from './invited/invited-card.tsx'
import { mediationPaths } from './mediation/paths.ts'
import { Discussed } from './meeting/discussed.tsx'
import { PartsCard } from './parts/parts-card.tsx'
import { paths } from './paths.ts'
import { RefusalsCard } from './refusals-card.tsx'
import { ActButtons, MoreActs, WhyNot } from './request-acts.tsx'
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
      <PageHeading actions={<ActButtons sheet={sheet} query={back.query} />}>
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
          <HolderCard sheet={sheet} now={now} />
          <RefusalsCard refusals={sheet.refusals} now={now} reasonText={props.reasonText} />
          <WhyHereCard sheet={sheet} reasonText={props.reasonText} now={now} />
          {isDue({ escalationStep: sheet.card.escalationStep, roles: sheet.roles }) && (
            <Card title="Zorgbemiddeling">
              <Text>Geen organisatie kon de zorg geven. Vraag nu de zorgverzekeraar om te bemiddelen.</Text>
              <LinkButton href={mediationPaths.letter(sheet.card.id) + back.query}>Maak de brief</LinkButton>
            </Card>
          )}
          <InvitedCard sheet={sheet} query={back.query} />
          <MoreActs sheet={sheet} query={back.query} beds={props.beds} otherRegions={props.otherRegions} />
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

/** Who may see it: the organisation that has it, or the team that must act where the region agreed so. */
function identityTitle({ card, relation, roles }: Sheet): string {
  if (card.splitBy && roles.includes('part-taker')) return 'Cliënt, alleen voor wie een deel van de zorg geeft'
  return relation === 'taker' ? 'Cliënt, alleen voor uw organisatie' : 'Cliënt, alleen voor wie nu aan zet is'
}
