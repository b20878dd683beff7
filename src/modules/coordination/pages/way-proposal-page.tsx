import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Actions, Button, Card, DataTable, Heading, Link, List, Notice, PostForm, Screen, Text } from '#design/index.ts'
import { formatDate, type LocalDate, localDateOf } from '#kernel/dates.ts'
import {
  agreeOnWay,
  agreeRefusalText,
  cancelProposal,
  getProposal,
  ladderStepText,
  type Proposal,
  presetText,
  RegionTabs,
  tellDifferences,
  type WayOfWorking,
} from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { listPastRequests, replayedDays } from '../past-requests.ts'
import type { Step } from '../rules/ladder.ts'
import { type Replayed, replay } from '../rules/replay.ts'

const config = { who: 'region.manage' } as const

/** A proposal for another way of working: what changes, what it would have done with last month, and agree or not. */
export function wayProposalPage(app: FastifyInstance): void {
  app.get(paths.wayOfWorkingProposal(':id'), { config }, (request, reply) => show(request, reply, 200))

  app.post(paths.agreeOnWayOfWorking(':id'), { config }, async (request, reply) => {
    const outcome = await agreeOnWay(request.scope, { id: idOf(request) })
    if (outcome.ok) return reply.seeOther(`${paths.wayOfWorking}?gelukt=afgesproken`)
    return show(request, reply, 409, agreeRefusalText[outcome.refusal])
  })

  app.post(paths.cancelWayOfWorking(':id'), { config }, async (request, reply) => {
    const outcome = await cancelProposal(request.scope, { id: idOf(request) })
    if (outcome.ok) return reply.seeOther(`${paths.wayOfWorking}?gelukt=vervallen`)
    return show(request, reply, 409, agreeRefusalText[outcome.refusal])
  })

  // A page that answered a press stays under its address; who asks for that address again sees the proposal.
  for (const pressed of [paths.agreeOnWayOfWorking(':id'), paths.cancelWayOfWorking(':id')])
    app.get(pressed, { config }, async (request, reply) => reply.seeOther(paths.wayOfWorkingProposal(idOf(request))))
}

async function show(request: FastifyRequest, reply: FastifyReply, status: number, refused?: string) {
  const { scope } = request
  const { now: way, proposal } = await getProposal(scope, idOf(request))
  const past = await listPastRequests(scope)
  const at = scope.now()
  return reply.page(
    status,
    <WayProposalPage
      now={way}
      proposal={proposal}
      today={localDateOf(at)}
      was={replay(past, way, at)}
      becomes={replay(past, proposal.value, at)}
      refused={refused}
    />,
  )
}

type Props = {
  now: WayOfWorking
  proposal: Proposal
  today: LocalDate
  was: Replayed
  becomes: Replayed
  refused?: string
}

function WayProposalPage({ now, proposal, today, was, becomes, refused }: Props) {
  const changes = tellDifferences(now, proposal.value)
  const open = !proposal.agreedAt && !proposal.cancelledAt
  const comes = proposal.agreedAt && !proposal.cancelledAt && proposal.effectiveOn > today
  return (
    <Screen
      title="Voorstel voor de werkwijze"
      width="wide"
      density="professional"
      script
      error={refused !== undefined}
      back={{ href: paths.wayOfWorking, label: 'Terug naar de werkwijze' }}
      tabs={<RegionTabs current={paths.wayOfWorking} />}
    >
      {refused && <Notice kind="attention" title={refused} />}
      <Heading level={1} caption={presetText[proposal.value.preset].name}>
        {standOf(proposal, today)}
      </Heading>
      {changes.length === 0 && <Notice kind="info" title="Er verandert niets: zo werkt de regio nu al." />}
      {changes.map(({ title, was: old, becomes: other }) => (
        <Card key={title} title={title}>
          <Text kind="soft">{old.length > 0 ? 'Nu:' : 'Nu: niets afgesproken.'}</Text>
          {old.length > 0 && <List items={old.map((content) => ({ key: content, content }))} />}
          <Text>{other.length > 0 ? 'Wordt:' : 'Dit vervalt.'}</Text>
          {other.length > 0 && <List items={other.map((content) => ({ key: content, content }))} />}
        </Card>
      ))}
      <Heading level={2}>Wat dit de afgelopen {replayedDays} dagen had uitgemaakt</Heading>
      <Text>
        Wij rekenden met de {was.requests} zorgvragen die toen binnenkwamen en met het moment waarop een organisatie ze
        echt nam. Hoe organisaties anders hadden gehandeld, weten wij niet. Dat zit niet in deze cijfers.
      </Text>
      <DataTable
        caption={`Van ${was.requests} zorgvragen`}
        columns={[
          { key: 'what', label: 'Wat' },
          { key: 'was', label: 'Nu', numeric: true },
          { key: 'becomes', label: 'Voorstel', numeric: true },
        ]}
        rows={figuresOf(was, becomes).map(([what, one, other]) => ({
          key: what,
          cells: { what, was: String(one), becomes: String(other) },
        }))}
      />
      <Text>
        <Link href={paths.replayWays}>Speel de laatste maanden na: wat doet meteen vragen met de wachttijd?</Link>
      </Text>
      {(open || comes) && (
        <Actions>
          {open && (
            <PostForm action={paths.agreeOnWayOfWorking(proposal.id)} inline>
              <Button>Spreek dit af vanaf {formatDate(proposal.effectiveOn)}</Button>
            </PostForm>
          )}
          <PostForm action={paths.cancelWayOfWorking(proposal.id)} inline>
            <Button kind="secondary">Gaat niet door</Button>
          </PostForm>
        </Actions>
      )}
    </Screen>
  )
}

function standOf({ effectiveOn, agreedAt, cancelledAt }: Proposal, today: LocalDate): string {
  if (cancelledAt) return 'Dit voorstel gaat niet door'
  if (!agreedAt) return `Voorstel: vanaf ${formatDate(effectiveOn)}`
  return effectiveOn > today
    ? `Afgesproken: vanaf ${formatDate(effectiveOn)}`
    : `Geldt sinds ${formatDate(effectiveOn)}`
}

function figuresOf(was: Replayed, becomes: Replayed): [string, number, number][] {
  const steps = Object.keys(ladderStepText) as Step[]
  const row = (what: string, pick: (one: Replayed) => number): [string, number, number] => [
    what,
    pick(was),
    pick(becomes),
  ]
  return [
    row('Op tijd genomen', (one) => one.inTime),
    row('Herinnering gestuurd', (one) => one.reminded),
    ...steps
      .map((step) => row(`Opgeschaald: ${ladderStepText[step]}`, (one) => one.steps[step] ?? 0))
      .filter(([, one, other]) => one + other > 0),
    ...[
      row('Meteen gevraagd aan het best passende team', (one) => one.askedAtOnce),
      row('Gevraagd toen de stille uren voorbij waren', (one) => one.askedInTheMorning),
      row('Eerst alleen aan de organisatie van voorkeur gevraagd', (one) => one.askedFirst),
      row('Waarvan die organisatie hem toen ook nam', (one) => one.takenFirst),
    ].filter(([, one, other]) => one + other > 0),
  ]
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id
}
