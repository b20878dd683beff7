import {
  Actions,
  Button,
  Card,
  DataTable,
  EmptyState,
  FilterForm,
  Heading,
  HiddenField,
  KeyFigures,
  Link,
  List,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  Select,
  Text,
} from '#design/index.ts'
import { formatDateShort, formatTime, localDateOf } from '#kernel/dates.ts'
import type { Reason } from '#modules/regions/index.ts'
import { missingSentence, points, qualitySentence, type Told } from '../division-text.nl.ts'
import type { Proposal, ProposalRow, Result } from '../proposal.ts'
import { DivisionLines } from './division-lines.tsx'
import { Otherwise } from './otherwise.tsx'
import { paths } from './paths.ts'

type Props = {
  proposal: Proposal
  /** It was being made by a process that is gone. */
  lost: boolean
  reasonText: (code: string) => string
  /** Why a decision can differ from the advice, as the region lists it. */
  why: readonly Reason[]
  /** What was accepted just now. */
  accepted: { taken: number; assigned: number } | undefined
}

export function DivisionView({ proposal, lost, reasonText, why, accepted }: Props) {
  const { teams, teamId, newest, cards, otherwise } = proposal
  const team = teams.find(({ id }) => id === teamId)
  return (
    <Screen
      title="Voorstel voor een verdeling"
      width="wide"
      density="professional"
      script
      lookAgain={newest?.state === 'running' && !lost ? 3 : undefined}
      back={{ href: '/zorgvragen', label: 'Zorgvragen' }}
    >
      <PageHeading>
        <Heading level={1} caption={team?.name}>
          {newest ? 'Voorstel voor een verdeling' : 'Stel een verdeling voor'}
        </Heading>
        <Text kind="soft">
          Alle zorgvragen die op de lijst wachten, in één keer verdeeld over alle teams: zo veel mogelijk mensen
          geholpen, de meest dringende eerst, met de minste reistijd en de meeste wensen vervuld.
        </Text>
      </PageHeading>
      {accepted && <AcceptedNotice {...accepted} />}
      {teams.length > 1 && <TeamChoice teams={teams} teamId={teamId} />}
      {!newest && (
        <EmptyState title="Er is nog geen voorstel" icon="list-check">
          Een voorstel is een advies. U en uw collega’s beslissen.
        </EmptyState>
      )}
      {newest?.state === 'running' && !lost && <Running newest={newest} teamId={teamId} />}
      {(newest?.state === 'failed' || (newest?.state === 'running' && lost)) && (
        <Notice kind="attention" title="Het voorstel is niet afgekomen">
          <Text>Vraag het opnieuw. Blijft het misgaan, verdeel dan met de lijst: daar verandert niets aan.</Text>
        </Notice>
      )}
      {newest?.result ? (
        <Ready newest={newest} result={newest.result} told={{ teams: newest.result.teams, cards, reasonText }} />
      ) : (
        (newest?.state !== 'running' || lost) && (
          <PostForm action={paths.division}>
            <HiddenField name="team" value={teamId} />
            <Actions>
              <Button icon="list-check">Stel een verdeling voor</Button>
            </Actions>
          </PostForm>
        )
      )}
      <Otherwise teamId={teamId} decisions={otherwise} why={why} />
    </Screen>
  )
}

function AcceptedNotice({ taken, assigned }: { taken: number; assigned: number }) {
  return (
    <Notice kind="good" title="Het voorstel is overgenomen">
      <Text>
        {[
          taken > 0 && `Door uw organisatie genomen: ${taken}.`,
          assigned > 0 && `Toegewezen aan een andere organisatie, die het nog bevestigt: ${assigned}.`,
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
    </Notice>
  )
}

function TeamChoice({ teams, teamId }: Pick<Proposal, 'teams' | 'teamId'>) {
  return (
    <FilterForm action={paths.division} label="Team">
      <Select
        name="team"
        label="Team"
        required={false}
        value={teamId}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Actions>
        <Button kind="secondary">Toon</Button>
      </Actions>
    </FilterForm>
  )
}

function Running({ newest: { requests, cost, bound }, teamId }: { newest: ProposalRow; teamId: string }) {
  return (
    <Notice kind="info" title="Het voorstel wordt gemaakt">
      <Text>
        {requests} zorgvragen worden verdeeld. Dat duurt hooguit een halve minuut.
        {cost !== null && bound !== null && ` Nog hooguit ${points(cost - bound)} van de best mogelijke verdeling af.`}
      </Text>
      <Actions>
        <Link href={paths.divisionOf(teamId)} kind="strong">
          Kijk of het klaar is
        </Link>
      </Actions>
      <PostForm action={paths.stopDivision} inline>
        <HiddenField name="team" value={teamId} />
        <Button kind="secondary" small>
          Stop en neem het beste tot nu toe
        </Button>
      </PostForm>
    </Notice>
  )
}

function Ready({ newest, result, told }: { newest: ProposalRow; result: Result; told: Told }) {
  const { askedAt, askedByName, requests, leftOut, teamId } = newest
  const when = `${formatDateShort(localDateOf(askedAt))} ${formatTime(askedAt)}`
  if (requests === 0) {
    return (
      <EmptyState
        title="Er is niets te verdelen"
        icon="list-check"
        action={
          <PostForm action={paths.division} inline>
            <HiddenField name="team" value={teamId} />
            <Button kind="secondary">Vraag opnieuw</Button>
          </PostForm>
        }
      >
        Op {when} stond er geen zorgvraag op de lijst die op een team wacht.
      </EmptyState>
    )
  }
  return (
    <>
      <Notice kind="info" title="Dit is een advies">
        <Text>{qualitySentence(result.quality)}</Text>
        <Text kind="soft">
          Gevraagd door {askedByName}, {when}. Teams gaven zelf op hoeveel ruimte zij hebben. U en uw collega’s
          beslissen.
        </Text>
        {leftOut > 0 && (
          <Text>
            Er wachten er meer dan een overleg aankan: de {requests} die het eerst aan de beurt zijn, zijn verdeeld;{' '}
            {leftOut} bleven erbuiten.
          </Text>
        )}
      </Notice>
      <Whole result={result} requests={requests} />
      <DivisionLines newest={newest} lines={result.lines} told={told} />
    </>
  )
}

/** The whole in figures, against what happens when organisations take turns without advice. */
function Whole({ result: { sums, missing }, requests }: { result: Result; requests: number }) {
  const { proposal, inTurn, lately } = sums
  const [most] = missing
  return (
    <Card title="Wat het voorstel oplevert" level={2}>
      <KeyFigures
        items={[
          {
            label: 'Verdeeld',
            value: `${requests - proposal.open} van ${requests}`,
            note: `om de beurt kiezen: ${requests - inTurn.open}`,
          },
          {
            label: 'Blijft open',
            value: proposal.open,
            note: `om de beurt kiezen: ${inTurn.open}`,
            mark: proposal.open > 0 ? 'attention' : undefined,
          },
          {
            label: 'Reistijd per zorgvraag, geschat',
            value: perRequest(proposal),
            note: `om de beurt kiezen: ${perRequest(inTurn)}`,
          },
          {
            label: 'Wensen vervuld',
            value: `${proposal.wishes.met} van ${proposal.wishes.of}`,
            note: `om de beurt kiezen: ${inTurn.wishes.met} van ${inTurn.wishes.of}`,
          },
        ]}
      />
      {lately && <Lately lately={lately} proposal={proposal} requests={requests} />}
      <Text>{gainSentence(comparable(inTurn) - comparable(proposal))}</Text>
      {most && (
        <>
          <Text>Wat het meest ontbreekt voor wat open blijft:</Text>
          <List
            items={missing
              .slice(0, 3)
              .map((thing) => ({ key: missingSentence(thing), content: missingSentence(thing) }))}
          />
        </>
      )}
    </Card>
  )
}

/** Beside what people did by themselves: other requests, so a comparison of how, not of how many. */
function Lately({
  lately,
  proposal,
  requests,
}: Required<Pick<Result['sums'], 'lately' | 'proposal'>> & { requests: number }) {
  const row = (what: string, was: string, becomes: string) => ({ key: what, cells: { what, was, becomes } })
  return (
    <DataTable
      caption={`Naast wat er op ${formatDateShort(lately.on)} is gedaan`}
      columns={[
        { key: 'what', label: 'Wat' },
        { key: 'was', label: 'Toen gedaan', numeric: true },
        { key: 'becomes', label: 'Dit voorstel', numeric: true },
      ]}
      rows={[
        row('Verdeeld', String(lately.taken), String(requests - proposal.open)),
        row('Bleef open', String(lately.stillOpen), String(proposal.open)),
        row('Reistijd per zorgvraag, geschat', perRequest(lately), perRequest(proposal)),
        row('Wensen vervuld', outOf(lately.wishes), outOf(proposal.wishes)),
        row('Naar een organisatie die nog niet boven haar deel zat', outOf(lately.fair), outOf(proposal.fair)),
      ]}
    />
  )
}

function outOf({ met, of }: { met: number; of: number }): string {
  return of === 0 ? '–' : `${met} van ${of}`
}

function perRequest({ travelMinutes, withTravel }: { travelMinutes: number; withTravel: number }): string {
  return withTravel > 0 ? `${Math.round(travelMinutes / withTravel)} min` : 'onbekend'
}

/** A pin that could not be kept is no figure to compare with: it stands with its request. */
function comparable({ cost, pins = 0 }: Result['sums']['proposal']): number {
  return cost - pins
}

function gainSentence(gain: number): string {
  if (gain === 0) return 'Om de beurt laten kiezen wat past, komt op hetzelfde neer.'
  return `Alles bij elkaar scheelt het ${points(gain)} met om de beurt laten kiezen wat past. Open blijven weegt het zwaarst.`
}
