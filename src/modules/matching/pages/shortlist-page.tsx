import {
  Card,
  Details,
  EmptyState,
  Heading,
  List,
  Notice,
  PageHeading,
  Pagination,
  Screen,
  Stack,
  Text,
} from '#design/index.ts'
import { formatDate } from '#kernel/dates.ts'
import { isId } from '#kernel/ids.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { careKindText, daypartText, priorityText } from '#kernel/text.nl.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { Routes } from '#platform/http/house.ts'
import type { Excluded } from '../rules/ranking.ts'
import type { SplitAdvice } from '../rules/split.ts'
import type { Wanted } from '../rules/wanted.ts'
import { getShortlist, reasonWords, type Shortlist, whoReads } from '../shortlist.ts'
import { barrierSentence, splitPartText, splitSentence } from '../text.nl.ts'
import { CandidateCard } from './candidate-card.tsx'
import { paths } from './paths.ts'
import { type Leafing, WhyNot } from './why-not.tsx'

/** How many stand open at once: the rest is one press away, the page stays quick to read in a meeting. */
const atOnce = 5
/** More than so many are leafed through. */
const perPage = 25

/** Who can take this request: advice with its reasons, and for everyone else the rule that keeps them off the list. */
export const shortlistPage: Routes = (app) => {
  app.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
    paths.shortlist(':id'),
    { config: { who: ['requests.list', 'requests.oversee'], noStore: true } },
    async (request, reply) => {
      const { id } = request.params
      if (!isId(id)) throw new NotFound()
      const shortlist = await getShortlist(request.scope, id)
      const reasonText = await reasonWords(request.scope)
      const whyNot = ({ party, barriers }: Excluded) =>
        barriers.map((barrier) => barrierSentence(barrier, reasonText, whoReads(request.scope, party))).join('. ')
      const { kan, niet, blad } = request.query
      const leafing = typeof niet === 'string' ? { group: niet, page: pageOf(blad) } : undefined
      return reply.page(200, <ShortlistPage {...{ shortlist, whyNot, leafing }} page={pageOf(kan)} />)
    },
  )
}

/** Where somebody leafs; what is no page is the first. */
function pageOf(value: unknown): number {
  return typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 1
}

type Props = {
  shortlist: Shortlist
  whyNot: (excluded: Excluded) => string
  leafing: Leafing | undefined
  /** Which of the candidates: twenty-five at a time. */
  page: number
}

function ShortlistPage({ shortlist, whyNot, leafing, page }: Props) {
  const { wanted, number, candidates, excluded, split } = shortlist
  const at = paths.shortlist(wanted.requestId)
  const last = Math.max(1, Math.ceil(candidates.length / perPage))
  const from = (Math.min(page, last) - 1) * perPage
  // Who leafs wants to see them all.
  const open = from === 0 ? atOnce : perPage
  const readable = formatRequestNumber(number)
  const counts = new Map<number, number>()
  for (const { place } of candidates) counts.set(place, (counts.get(place) ?? 0) + 1)
  const cards = candidates
    .slice(from, from + perPage)
    .map((candidate) => (
      <CandidateCard
        key={candidate.party.teamId}
        candidate={candidate}
        shared={(counts.get(candidate.place) ?? 1) > 1}
      />
    ))
  return (
    <Screen
      title={`Wie kan ${readable} aannemen?`}
      width="wide"
      density="professional"
      script
      back={{ href: `/zorgvragen/${wanted.requestId}`, label: `Zorgvraag ${readable}` }}
    >
      <PageHeading>
        <Heading level={1} caption={readable}>
          Wie kan deze zorgvraag aannemen?
        </Heading>
        <Text kind="soft">{askedText(wanted)}</Text>
      </PageHeading>
      <Notice kind="info" title="Dit is een advies">
        <Text>
          De volgorde komt uit wat teams zelf opgaven en uit de wensen van de cliënt. U en uw collega’s beslissen.
        </Text>
        {candidates.length > counts.size && (
          <Text>
            Wie evenveel punten heeft, deelt een plaats. Wie dan eerst staat, is geloot: voor deze zorgvraag blijft dat
            zo, bij een volgende staat een ander voorop.
          </Text>
        )}
      </Notice>
      {candidates.length === 0 ? <Nobody split={split} /> : <Stack gap="small">{cards.slice(0, open)}</Stack>}
      {cards.length > open && (
        <Details summary={restWords(cards.length - open)} icon="users">
          <Stack gap="small">{cards.slice(open)}</Stack>
        </Details>
      )}
      {last > 1 && (
        <Pagination
          label="teams die het kunnen"
          summary={`${from + 1} tot en met ${from + cards.length} van ${candidates.length}, de beste eerst`}
          previous={from > 0 ? `${at}?kan=${from / perPage}` : undefined}
          next={from / perPage + 1 < last ? `${at}?kan=${from / perPage + 2}` : undefined}
        />
      )}
      <WhyNot
        excluded={excluded}
        whyNot={whyNot}
        leafing={leafing}
        hrefOf={({ group, page: to }) => `${at}?niet=${encodeURIComponent(group)}&blad=${to}#waarom-niet`}
      />
    </Screen>
  )
}

const restWords = (count: number) => (count === 1 ? 'Nog 1 team dat het kan' : `Nog ${count} teams die het kunnen`)

function askedText({ careKinds, dayparts, priority, startOn, pc4 }: Wanted): string {
  const care = careKinds.map((kind) => careKindText[kind]).join(', ')
  const when = dayparts.length > 0 ? dayparts.map((daypart) => daypartText[daypart]).join(', ') : 'tijd maakt niet uit'
  return `${pc4} · ${care} · ${when} · ${priorityText[priority]} · vanaf ${formatDate(startOn)}`
}

function Nobody({ split }: { split: SplitAdvice | undefined }) {
  if (!split) {
    return (
      <EmptyState title="Geen team kan deze zorgvraag nu aannemen">
        Kijk hieronder waarom niet: misschien kan één team het op een andere dag, of met overleg.
      </EmptyState>
    )
  }
  const items = split.parts.map((part) => ({
    key: part.party.teamId,
    content: `${splitPartText(part, split)}: ${part.party.teamName}, ${part.party.organizationName}`,
  }))
  return (
    <Card title="Samen kan het wel" level={2}>
      <Text>{splitSentence(split)}</Text>
      <List items={items} />
      <Text kind="soft">{split.keeper.teamName} heeft het grootste deel en houdt het overzicht.</Text>
    </Card>
  )
}
