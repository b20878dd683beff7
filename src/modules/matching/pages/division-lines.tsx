import {
  Actions,
  Button,
  DataTable,
  Heading,
  HiddenField,
  Lines,
  Link,
  List,
  Pick,
  PostForm,
  type Row,
  Select,
  StatusTag,
  Text,
  VisuallyHidden,
} from '#design/index.ts'
import { priorities } from '#kernel/priorities.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { careKindText, daypartText, priorityText } from '#kernel/text.nl.ts'
import { stateText } from '#modules/requests/index.ts'
import { bareTeamName, nextSentence, openSentences, type Told, teamName, whySentences } from '../division-text.nl.ts'
import { type DividedCard, isToGive, type ProposalRow } from '../proposal.ts'
import type { Explanation } from '../rules/division/explain.ts'
import type { Wishes } from '../rules/wishes.ts'
import { paths } from './paths.ts'

type Props = { newest: ProposalRow; lines: readonly Explanation[]; told: Told }
type Line = { line: Explanation; card: DividedCard }

/** What goes where and what stays open, the most urgent first; one form, so that many can be pinned before asking again. */
export function DivisionLines({ newest, lines, told }: Props) {
  const seen = lines
    .flatMap((line): Line[] => {
      const card = told.cards.get(line.requestId)
      return card ? [{ line, card }] : []
    })
    .sort(byUrgency)
  const open = seen.filter(({ line }) => !('choice' in line))
  const placed = seen.filter(({ line }) => 'choice' in line)
  return (
    <PostForm action={paths.division}>
      <HiddenField name="team" value={newest.teamId} />
      {open.length > 0 && (
        <section>
          <Heading level={2}>Blijft open</Heading>
          <DataTable
            caption="Zorgvragen waarvoor geen team is gevonden"
            captionHidden
            columns={[
              { key: 'request', label: 'Zorgvraag' },
              { key: 'why', label: 'Waarom' },
              { key: 'wish', label: 'Bijsturen' },
            ]}
            rows={open.map((one) => openRow(one, told, newest.wishes))}
          />
        </section>
      )}
      {placed.length > 0 && (
        <section>
          <Heading level={2}>Voorstel per zorgvraag</Heading>
          <DataTable
            caption="Zorgvragen met het voorgestelde team"
            captionHidden
            columns={[
              { key: 'request', label: 'Zorgvraag' },
              { key: 'team', label: 'Voorstel' },
              { key: 'why', label: 'Waarom' },
              { key: 'next', label: 'Op één na beste' },
              { key: 'wish', label: 'Bijsturen' },
              { key: 'accept', label: 'Overnemen' },
            ]}
            rows={placed.map((one) => placedRow(one, told, newest.wishes))}
          />
        </section>
      )}
      {placed.some(({ card }) => isToGive(card)) && (
        <>
          <HiddenField name="voorstel" value={newest.id} />
          <Text kind="soft">
            Overnemen: wat naar uw eigen organisatie gaat, neemt u. De rest wijst u toe, en die organisatie bevestigt
            het.
          </Text>
          <Actions>
            <Button icon="check" formAction={paths.acceptDivision}>
              Neem wat is aangevinkt over
            </Button>
            <Button kind="secondary" formAction={paths.acceptDivision} name="alles" value="ja">
              Neem alles over
            </Button>
          </Actions>
        </>
      )}
      <Text kind="soft">
        Klopt iets niet? Zet vast wat zo moet blijven, sluit uit wat niet kan, en vraag opnieuw. Het voorstel verandert
        dan zo weinig mogelijk.
      </Text>
      <Actions>
        <Button kind="secondary" icon="list-check">
          Vraag opnieuw
        </Button>
      </Actions>
    </PostForm>
  )
}

function placedRow({ line, card }: Line, told: Told, wishes: Wishes): Row {
  if (!('choice' in line)) throw new Error('Only what has a team stands here')
  const team = told.teams[line.choice.teamId]
  const [first, ...then] = whySentences(line, told)
  return {
    key: card.id,
    cells: {
      request: <RequestWords card={card} />,
      team: line.choice.parts ? (
        <Lines
          first={line.choice.parts.map((part) => bareTeamName(part.teamId, told)).join(' en ')}
          then={line.choice.parts.map((part) => told.teams[part.teamId]?.organization)}
        />
      ) : (
        <Lines first={bareTeamName(line.choice.teamId, told)} then={[team?.organization]} />
      ),
      why: <Lines first={first} then={then} />,
      next: nextSentence(line, told),
      wish: <WishField card={card} teamId={line.choice.teamId} told={told} wishes={wishes} />,
      accept: <AcceptField line={line} card={card} />,
    },
  }
}

/** What one team does is ticked; what two do together is divided at the request itself. */
function AcceptField({ line, card }: Line) {
  const readable = formatRequestNumber(card.number)
  if (card.divided && card.state === 'listed') return <Link href={`/zorgvragen/${card.id}`}>Delen van {readable}</Link>
  if (!isToGive(card) || !('choice' in line)) return null
  if (line.choice.parts) return <Link href={`/zorgvragen/${card.id}/verdelen`}>Verdeel {readable}</Link>
  return (
    <Pick name="neem" value={card.id}>
      Neem over
      <VisuallyHidden> {readable}</VisuallyHidden>
    </Pick>
  )
}

function openRow({ line, card }: Line, told: Told, wishes: Wishes): Row {
  if ('choice' in line) throw new Error('Only what has no team stands here')
  return {
    key: card.id,
    mark: 'attention',
    cells: {
      request: <RequestWords card={card} />,
      why: <List items={openSentences(line, told).map((sentence) => ({ key: sentence, content: sentence }))} />,
      wish: <WishField card={card} told={told} wishes={wishes} />,
    },
  }
}

/** The number leads to the request: taking and assigning are done there. */
function RequestWords({ card }: { card: DividedCard }) {
  const readable = formatRequestNumber(card.number)
  const care = card.careKinds.map((kind) => careKindText[kind]).join(', ')
  const when = card.dayparts.map((daypart) => daypartText[daypart]).join(', ')
  return (
    <>
      <Lines
        first={<Link href={`/zorgvragen/${card.id}`}>{readable}</Link>}
        then={[`${card.pc4} · ${care}`, when, priorityText[card.priority]]}
      />
      {card.state !== 'listed' ? (
        <StatusTag kind="info" label={`nu: ${stateText[card.state]}`} />
      ) : (
        card.heldBy && <StatusTag kind="info" label={`nu bij ${card.heldBy}`} />
      )}
    </>
  )
}

type WishProps = { card: DividedCard; teamId?: string; told: Told; wishes: Wishes }

function WishField({ card, teamId, told, wishes }: WishProps) {
  const pinned = wishes.pinned[card.id]
  const forbidden = wishes.forbidden[card.id] ?? []
  const said = [
    ...(pinned ? [`vast bij ${teamName(pinned, told)}`] : []),
    ...forbidden.map((id) => `niet naar ${teamName(id, told)}`),
  ].join(', ')
  const options = [
    { value: '', label: said ? 'Laat dat zo' : 'Niet nodig' },
    ...(teamId && teamId !== pinned
      ? [{ value: `vast:${teamId}`, label: `Zet vast bij ${teamName(teamId, told)}` }]
      : []),
    ...(teamId ? [{ value: `niet:${teamId}`, label: `Niet naar ${teamName(teamId, told)}` }] : []),
    ...(said ? [{ value: 'vrij', label: 'Laat weer vrij' }] : []),
  ]
  if (options.length === 1) return null
  return (
    <Select
      name={`wens-${card.id}`}
      label={
        <>
          Bijsturen <VisuallyHidden>van {formatRequestNumber(card.number)}</VisuallyHidden>
        </>
      }
      hint={said ? `Nu ${said}` : undefined}
      required={false}
      options={options}
    />
  )
}

function byUrgency(one: Line, other: Line): number {
  return (
    priorities.indexOf(one.card.priority) - priorities.indexOf(other.card.priority) ||
    (one.card.number < other.card.number ? -1 : 1)
  )
}
