import type { FastifyRequest } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { getShortlist, type ProposedSplit, proposedSplit } from '#modules/matching/index.ts'
import { pieceText } from '#modules/requests/index.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { listParties } from '../../inquiry/parties.ts'
import { getSheet, mayNow, type Sheet } from '../../list/sheet.ts'
import { joinRequest, splitRequest } from '../../parts/splitting.ts'
import { isOffer } from '../../rules/inquiry.ts'
import {
  type Division,
  mostParts,
  type Piece,
  piecesOf,
  type SplitBy,
  waysToDivide,
} from '../../rules/parts/dividing.ts'
import { firstDivision, type PieceOffer } from '../../rules/parts/first-division.ts'
import { type CommandCode, commandText } from '../../text.nl.ts'
import { backToRequest, queryOf } from '../back.ts'
import { paths } from '../paths.ts'
import { pressRoute } from '../press.ts'
import { showRequest } from '../show-request.tsx'
import { SplitPage, type SplitPageProps, splitWords } from './split-page.tsx'

const config = { who: ['requests.take', 'requests.oversee'] as const }

/** Dividing a request over several takers, and making it whole again. */
export const splitRoutes: Routes = (app) => {
  app.get(paths.split(':id'), { config }, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    const ways = waysToDivide(sheet.card)
    if (!ways[0] || !mayNow('split', sheet)) return backToRequest(request, reply)
    const proposed = await proposedSplit(request.scope, sheet.card.id)
    const by = wantedWay(request, sheet) ?? ways.find((way) => way === proposed?.by) ?? ways[0]
    return reply.page(200, <SplitPage {...(await propsOf(request, sheet, by, { proposed }))} />)
  })

  app.post(paths.split(':id'), { config }, async (request, reply) => {
    const requestId = idIn(request)
    const sheet = await getSheet(request.scope, requestId)
    const by = wantedWay(request, sheet) ?? 'daypart'
    const form = new FormReader(request.body)
    const outcome = await splitRequest(request.scope, { requestId, ...readDivision(form, sheet, by) })
    if (outcome.ok) return backToRequest(request, reply)
    const { code } = outcome.refusal
    if (!onThisPage(code)) return showRequest(request, reply, 409, sheet, commandText(code))
    const proposed = await proposedSplit(request.scope, requestId)
    const props = await propsOf(request, sheet, by, { typed: form.values, proposed })
    const field =
      code === 'party-unknown' ? 'wie-1' : code === 'overview-missing' ? 'overzicht' : `deel-${props.pieces[0]}`
    return reply.page(422, <SplitPage {...props} errors={{ [field]: commandText(code) }} />)
  })

  pressRoute(app, {
    path: paths.join(':id'),
    options: { config },
    send: ({ scope }, requestId) => joinRequest(scope, { requestId }),
    say: ({ code }) => commandText(code),
  })
}

function wantedWay(request: FastifyRequest, { card }: Sheet): SplitBy | undefined {
  const { soort } = request.query as { soort?: unknown }
  return waysToDivide(card).find((by) => splitWords[by].code === soort)
}

const onPage: readonly CommandCode[] = [
  'piece-missing',
  'piece-twice',
  'piece-unknown',
  'one-part-only',
  'too-many-parts',
  'overview-missing',
  'party-unknown',
]
const onThisPage = (code: CommandCode) => onPage.includes(code)

/** What was chosen, as a division; the rule says what is wrong with it. Empty parts fall out. */
function readDivision(form: FormReader, { card }: Sheet, by: SplitBy): Division {
  const numbers = Array.from({ length: mostParts }, (_, index) => String(index + 1))
  const text = (name: string) => (typeof form.values[name] === 'string' ? form.values[name] : '')
  const chosen = numbers.map((number) => ({
    number,
    pieces: piecesOf(card, by).filter((piece) => text(`deel-${piece}`) === number),
    organizationId: isId(text(`wie-${number}`)) ? text(`wie-${number}`) : undefined,
  }))
  const filled = chosen.filter(({ pieces }) => pieces.length > 0)
  return {
    by,
    parts: filled.map(({ pieces, organizationId }) => ({ pieces, ...(organizationId ? { organizationId } : {}) })),
    overview: filled.findIndex(({ number }) => number === text('overzicht')),
  }
}

/** Filled in with what was typed, or else with what was offered, what the proposal for the list says, or the advice for this request alone. */
async function propsOf(
  request: FastifyRequest,
  sheet: Sheet,
  by: SplitBy,
  { typed, proposed }: { typed?: FormValues; proposed?: ProposedSplit },
): Promise<SplitPageProps> {
  const { scope } = request
  const { card } = sheet
  const pieces = piecesOf(card, by)
  const offers = offersOf(sheet, by)
  const saidBy = new Map(offers.map(({ organizationId, pieces: can }) => [organizationId, can]))
  const inProposal = offers.length > 0 || proposed?.by !== by ? [] : proposed.parts
  const teamOf = new Map(inProposal.map(({ organizationId, teamName }) => [organizationId, teamName]))
  const first = offers.length > 0 ? offers : inProposal
  const advised = typed || first.length > 0 ? [] : await adviceFor(scope, card.id, by)
  const parties = await listParties(scope, card.id)
  const named = parties.map(({ id, name, serves }) => {
    const [can, team] = [saidBy.get(id), teamOf.get(id)]
    const says = can ? `kan ${can.map(pieceText).join(', ')}` : team ? `voorgesteld: ${team}` : undefined
    return { id, name, says: says ?? (serves ? 'werkt in deze wijk' : undefined), first: Boolean(can ?? team) }
  })
  return {
    id: card.id,
    number: card.number,
    by,
    ways: waysToDivide(card),
    pieces,
    parties: [...named].sort((one, other) => Number(other.first) - Number(one.first)),
    from: typed ? undefined : sourceOf({ offers, proposal: inProposal, advice: advised }),
    query: queryOf(request),
    values: typed ?? toValues(firstDivision(pieces, first.length > 0 ? first : advised)),
  }
}

function sourceOf(sources: Record<'offers' | 'proposal' | 'advice', readonly unknown[]>): SplitPageProps['from'] {
  return (['offers', 'proposal', 'advice'] as const).find((source) => sources[source].length > 0)
}

/** What parties offered: who can do all of it can do any part of it. */
function offersOf({ card, inquiry }: Sheet, by: SplitBy): PieceOffer[] {
  return (inquiry?.answers ?? []).flatMap(({ organizationId, answer, dayparts }) => {
    if (!isOffer({ answer })) return []
    if (answer !== 'part') return [{ organizationId, pieces: piecesOf(card, by) }]
    return by === 'daypart' ? [{ organizationId, pieces: dayparts }] : []
  })
}

async function adviceFor(scope: FastifyRequest['scope'], requestId: string, by: SplitBy): Promise<PieceOffer[]> {
  const { split: advice } = await getShortlist(scope, requestId)
  if (advice?.by !== by) return []
  return advice.parts.map(({ party, dayparts, careKinds }) => ({
    organizationId: party.organizationId,
    pieces: by === 'daypart' ? dayparts : careKinds,
  }))
}

function toValues(parts: Division['parts']): FormValues {
  const most = Math.max(...parts.map(({ pieces }) => pieces.length))
  const keeper = parts.findIndex(({ pieces }) => pieces.length === most) + 1
  const values: FormValues = { overzicht: String(keeper) }
  for (const [index, { pieces, organizationId }] of parts.entries()) {
    for (const piece of pieces as readonly Piece[]) values[`deel-${piece}`] = String(index + 1)
    if (organizationId) values[`wie-${index + 1}`] = organizationId
  }
  return values
}
