import type { ReactNode } from 'react'
import {
  Actions,
  Button,
  Details,
  Heading,
  HiddenField,
  Link,
  LinkButton,
  List,
  Notice,
  Outcome,
  PostForm,
  Stack,
  StageActions,
  Text,
  TextArea,
} from '#design/index.ts'
import { formatDateShort, formatMoment } from '#kernel/dates.ts'
import { capital, inSentence } from '#kernel/sentence.ts'
import { daypartText } from '#kernel/text.nl.ts'
import type { Candidate } from '#modules/matching/index.ts'
import type { PartyAnswer } from '../../inquiry/running.ts'
import { mayNow } from '../../list/sheet.ts'
import type { Decision } from '../../meeting/decisions.ts'
import type { Spoken } from '../../meeting/spoken.ts'
import { isRunning, type Table } from '../../meeting/table.ts'
import { decisionText } from '../../meeting/text.nl.ts'
import { decide } from '../../rules/acts.ts'
import type { Command } from '../../rules/commands.ts'
import { isOffer } from '../../rules/inquiry.ts'
import { bestPerOrganization, mostByNumber } from '../../rules/meeting/takers.ts'
import { answerText, commandLabel } from '../../text.nl.ts'
import { paths } from '../paths.ts'
import { meetingPaths, wordOf } from './paths.ts'
import { ExcludedRow, TakerRow } from './taker-row.tsx'

export const decisionId = 'besluit'
/** So many rows leave room for the button without scrolling. */
const atOnce = 5

export type DecisionPanelProps = {
  table: Table
  spoken: Spoken
  ownOrganizationId: string | undefined
  /** Follows who leads: after a decision it stays where the others look. */
  follows: boolean
  now: Date
  reasonLabel: (code: string) => string
  /** What was just tried and could not be done. */
  refused?: string
}

/** Who could take it, and what can be decided now; each button is an ordinary command with its ordinary rules. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { table, spoken, refused } = props
  const last = table.decisions.filter(({ requestId }) => requestId === spoken.card.id).at(-1)
  return (
    <div id={decisionId}>
      <Stack>
        {refused && (
          <Notice kind="attention" title="Dit kon niet">
            <Text>{refused}</Text>
          </Notice>
        )}
        {last && <Settled decision={last} />}
        <What {...props} />
        <Beside {...props} />
      </Stack>
    </div>
  )
}

export function Settled({ decision }: { decision: Decision }) {
  return <Outcome title={capital(decisionText(decision))} />
}

function What(props: DecisionPanelProps): ReactNode {
  const { card, inquiry } = props.spoken
  switch (card.state) {
    case 'listed':
      return <Takers {...props} />
    case 'offered':
    case 'proposed':
      return inquiry ? <Asked {...props} /> : <Text>Er is gevraagd wie dit kan. Uw team ziet de antwoorden niet.</Text>
    case 'triage':
      return <Text>De aanvrager is iets gevraagd. Tot het antwoord rust de klok.</Text>
    case 'assigned':
      return (
        <Text>
          {card.takerName ?? 'Een organisatie'} heeft deze zorgvraag.
          {card.startOn && ` Start ${formatDateShort(card.startOn)}.`}
        </Text>
      )
    default:
      return <Text>Over deze zorgvraag hoeft niets meer te worden besloten.</Text>
  }
}

/** Chooses one and gives it: for one's own organisation that is taking, for another it is assigning, which that one confirms. */
function Takers(props: DecisionPanelProps) {
  const { spoken, table, ownOrganizationId, reasonLabel } = props
  const { card, shortlist } = spoken
  const may = (command: Command) => mayNow(command, spoken)
  const assigns = may('assign')
  const takes = decide('take', card.state, spoken.relation, spoken.claims, card.splitBy !== null).ok
  const present = new Set(table.attendance.map(({ organizationId }) => organizationId))
  const of = wordOf(table.gathering)
  const mayHave = (organizationId: string) => assigns || (takes && organizationId === ownOrganizationId)
  const row = (organizationId: string) => ({
    present: present.has(organizationId),
    own: organizationId === ownOrganizationId,
    disabled: !mayHave(organizationId),
  })
  const can = bestPerOrganization(shortlist?.candidates ?? [])
  const known = new Set(can.map(({ party }) => party.organizationId))
  const cannot = bestPerOrganization(shortlist?.excluded ?? []).filter(({ party }) => !known.has(party.organizationId))
  const shown = can.slice(0, mostByNumber)
  const numbers = numbered(shown, ({ party }) => mayHave(party.organizationId))
  const rowOf = (candidate: Candidate) =>
    shortlist && (
      <TakerRow
        key={candidate.party.organizationId}
        candidate={candidate}
        shortlist={shortlist}
        number={numbers.get(candidate)}
        {...row(candidate.party.organizationId)}
      />
    )
  return (
    <PostForm action={meetingPaths.decide(of, card.id)} id="besluiten">
      <Follows follows={props.follows} />
      <Heading level={2}>Wie neemt dit?</Heading>
      {shown.length === 0 && <Text>Volgens wat bekend is, kan geen organisatie alles alleen.</Text>}
      <div role="radiogroup" aria-label="Wie neemt dit?">
        <Stack gap="small">{shown.slice(0, atOnce).map(rowOf)}</Stack>
        {shown.length > atOnce && (
          <Details summary={`Nog ${shown.length - atOnce} die kunnen`} icon="users">
            <Stack gap="small">{shown.slice(atOnce).map(rowOf)}</Stack>
          </Details>
        )}
      </div>
      {cannot.length > 0 && (
        <Details summary={`Kan volgens de gegevens niet (${cannot.length})`} icon="users" open={shown.length === 0}>
          <Stack gap="small">
            {cannot.map((excluded) => (
              <ExcludedRow
                key={excluded.party.organizationId}
                excluded={excluded}
                reasonLabel={reasonLabel}
                {...row(excluded.party.organizationId)}
              />
            ))}
          </Stack>
        </Details>
      )}
      <StageActions>
        {(assigns || takes) && (
          <Button name="doe" value="geef" icon="check">
            Besluit
          </Button>
        )}
        {may('ask') && (
          <Button name="doe" value="vraag-allen" kind="secondary" data-key="u" what="die hier werkt">
            Vraag iedereen
          </Button>
        )}
        {may('split') && (
          <LinkButton kind="quiet" icon="arrows-split-2" href={`${paths.split(card.id)}?overleg=${of}`} data-key="s">
            Verdeel
          </LinkButton>
        )}
      </StageActions>
      <Text kind="small">
        {assigns
          ? 'Kiest u een andere organisatie, dan bevestigt zij dat zelf. Pas daarna ziet zij om wie het gaat.'
          : `Aan zet is ${card.holderName}: die wijst toe.${takes ? ' U neemt alleen voor uw eigen organisatie.' : ''}`}
      </Text>
    </PostForm>
  )
}

/** Digits for what can be chosen, in order. */
function numbered<One>(all: readonly One[], may: (one: One) => boolean): Map<One, number> {
  return new Map(all.filter(may).map((one, index) => [one, index + 1]))
}

function Asked({ spoken, table, ownOrganizationId, follows, now }: DecisionPanelProps) {
  const { card, inquiry } = spoken
  if (!inquiry) return null
  const of = wordOf(table.gathering)
  const may = (command: Command) => mayNow(command, spoken)
  const own = inquiry.answers.find(({ organizationId }) => organizationId === ownOrganizationId)
  const assigned = inquiry.why === 'assignment'
  const offers = inquiry.answers.filter(isOffer)
  return (
    <PostForm action={meetingPaths.decide(of, card.id)} id="besluiten">
      <Follows follows={follows} />
      <Heading level={2}>{assigned ? 'Toegewezen' : 'Wie kan dit?'}</Heading>
      <Text kind="soft">
        {assigned ? 'Bevestigen' : 'Antwoorden'} kan tot {formatMoment(inquiry.answerBy, now)}.
      </Text>
      <List items={inquiry.answers.map((answer) => ({ key: answer.organizationId, content: answerWords(answer) }))} />
      <Actions>
        {own && !own.answer && may('answer') && (
          <Button name="doe" value="bevestig" icon="check">
            Ja, wij nemen dit
          </Button>
        )}
        {own && may('answer') && (
          <Link href={`${paths.answer(card.id)}?overleg=${of}`}>
            {own.answer ? 'Wijzig uw antwoord' : 'Anders antwoorden'}
          </Link>
        )}
      </Actions>
      {may('choose') && offers.length > 0 && (
        <Actions>
          {offers
            .filter(({ answer }) => answer !== 'part')
            .map(({ organizationId, organizationName }) => (
              <Button
                key={organizationId}
                kind="secondary"
                name="doe"
                value={`kies:${organizationId}`}
              >{`Kies ${organizationName}`}</Button>
            ))}
        </Actions>
      )}
      {may('stop-asking') && (
        <Actions>
          <Button name="doe" value="stop" kind="quiet">
            {assigned ? 'Trek de toewijzing in' : 'Stop de uitvraag'}
          </Button>
        </Actions>
      )}
    </PostForm>
  )
}

function answerWords({ organizationName, answer, askedAgainAt, startOn, dayparts, remark }: PartyAnswer): string {
  if (!answer)
    return `${organizationName}: ${askedAgainAt ? 'moet de nieuwe datum nog bevestigen' : 'nog geen antwoord'}`
  const more = [
    startOn && `vanaf ${formatDateShort(startOn)}`,
    dayparts.length > 0 && inSentence(dayparts.map((part) => daypartText[part])),
    remark && `‘${remark}’`,
  ].filter(Boolean)
  return [`${organizationName} ${answerText[answer].told}`, ...more].join(', ')
}

/** What is done beside deciding who takes it: off until later, first, a note, or a command with a page of its own. */
function Beside({ spoken, table, follows }: DecisionPanelProps) {
  const { card } = spoken
  const of = wordOf(table.gathering)
  const item = table.agenda.find(({ facts }) => facts.id === card.id)
  const waits = card.state === 'listed' || card.state === 'triage'
  const may = (command: Command) => mayNow(command, spoken)
  const links = (['ask', 'ask-requester', 'redirect', 'lapse'] as const).filter(may)
  const hrefOf = {
    ask: paths.ask,
    'ask-requester': paths.askRequester,
    redirect: paths.redirect,
    lapse: paths.lapse,
  } as const
  return (
    <>
      {table.takesPart && waits && (
        <PostForm action={meetingPaths.mark(of, card.id)}>
          <Follows follows={follows} />
          <Actions>
            {item?.postponedUntil || item?.pinned ? (
              <Button name="wat" value="free" kind="secondary">
                Zet terug op zijn plek
              </Button>
            ) : (
              <>
                <Button name="wat" value="postpone" kind="secondary" icon="clock" data-key="l">
                  Later
                </Button>
                <Button name="wat" value="pin" kind="quiet" icon="star" data-key="p">
                  Eerst
                </Button>
              </>
            )}
          </Actions>
        </PostForm>
      )}
      {table.takesPart && isRunning(table) && (
        <Details summary="Afspraak zonder besluit" icon="pencil">
          <PostForm action={meetingPaths.note(of, card.id)}>
            <Follows follows={follows} />
            <TextArea
              name="afspraak"
              label="Wat is afgesproken?"
              hint="Komt in het verslag. Noem geen namen, adressen of telefoonnummers van de cliënt."
              rows={2}
              maxLength={300}
            />
            <Actions>
              <Button kind="secondary">Schrijf op</Button>
            </Actions>
          </PostForm>
        </Details>
      )}
      <Details summary="Meer" icon="list-check">
        <Stack gap="small">
          {links.map((command) => (
            <Text key={command}>
              <Link href={`${hrefOf[command](card.id)}?overleg=${of}`}>{commandLabel[command]}</Link>
            </Text>
          ))}
          <Text>
            <Link href={`${paths.request(card.id)}?overleg=${of}`}>Open de hele zorgvraag</Link>
          </Text>
        </Stack>
      </Details>
    </>
  )
}

/** Where to come back to: to what everyone looks at, or to one's own look. */
function Follows({ follows }: { follows: boolean }) {
  return follows ? <HiddenField name="volg" value="ja" /> : null
}
