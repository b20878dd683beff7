import { formatDateShort } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { inSentence } from '#kernel/sentence.ts'
import { careKindText, daypartText } from '#kernel/text.nl.ts'
import type { DividedCard, Result } from './proposal.ts'
import type { Barred, Part } from './rules/division/choices.ts'
import type { Explanation, Other } from './rules/division/explain.ts'
import type { Missing } from './rules/division/missing.ts'
import type { Quality } from './solver/divide.ts'
import { barrierSentence, factorSentence } from './text.nl.ts'

/** What a line needs to be told: names of teams, numbers of requests, words for reasons. */
export type Told = {
  teams: Result['teams']
  cards: ReadonlyMap<string, DividedCard>
  reasonText: (code: string) => string
}

type Placed = Extract<Explanation, { choice: unknown }>

/** How good the proposal is, in one sentence. */
export function qualitySentence({ cost, bound, proven, limitHit, stopped }: Quality): string {
  if (proven) return 'Dit is bewezen de beste verdeling: geen andere is met deze wensen en deze ruimte beter.'
  const gap = `Hooguit ${points(cost - bound)} van de best mogelijke verdeling af.`
  if (stopped) return `Gestopt voordat het bewezen was: dit is de beste verdeling tot dan toe. ${gap}`
  if (limitHit)
    return `De tijd was om: dit is de beste verdeling tot dan toe. Nog eens vragen kan iets anders geven. ${gap}`
  return `Dit is de beste verdeling die gevonden is. ${gap}`
}

/** Why this team, first what kind of choice it is and then what it gives. */
export function whySentences(line: Placed, told: Told): string[] {
  const given = [...line.choice.factors]
    .filter((factor) => factor.points > 0 && factor.code !== 'fair-share')
    .sort((one, other) => other.points - one.points)
    .slice(0, 2)
    .map(factorSentence)
  const late = line.choice.daysLater
  const { parts } = line.choice
  return [
    ...(parts ? splitSentences(line, parts, told) : [kindSentence(line, told)]),
    ...(late > 0
      ? [`Begint ${late === 1 ? 'één dag' : `${late} dagen`} later, op ${formatDateShort(line.choice.startOn)}`]
      : []),
    ...given,
  ]
}

/** Why two teams, and who does what. */
function splitSentences(line: Placed, parts: readonly Part[], told: Told): string[] {
  const alone = line.better.find(({ withTeamId }) => withTeamId === undefined)
  const each = parts.map((part) => `${teamName(part.teamId, told)}: ${partWords(part)}`)
  const together = `samen kan het. ${each.join('; ')}`
  const kept = parts.some(({ careKinds }) => careKinds)
    ? ['Hoeveel bezoeken bij welke zorg horen, is niet bekend: elk team houdt ruimte voor alle bezoeken']
    : []
  if (!alone) return [`Geen team kan alles, ${together}`, ...kept]
  if (alone.inTheWay.length === 0) return [`Ook ${together}`, `${teamName(alone.teamId, told)} kan het alleen`, ...kept]
  return [
    `Geen team kan alles met de ruimte die over is, ${together}`,
    `${teamName(alone.teamId, told)} kan het alleen, maar die ruimte is nodig voor ${numbers(alone.inTheWay, told)}`,
    ...kept,
  ]
}

/** The parts of the day of one of two teams, or its kinds of care. */
function partWords({ dayparts, careKinds }: Part): string {
  const words = careKinds
    ? careKinds.map((kind) => careKindText[kind])
    : dayparts.map((daypart) => daypartText[daypart])
  return words.join(', ')
}

function kindSentence({ kind, better: [first], next }: Placed, told: Told): string {
  if (kind === 'pinned') return 'Vastgezet door uw team'
  if (kind === 'only') return 'Het enige team dat het kan'
  if (!first) return next?.costsMore === 0 ? 'Geen team past beter' : 'Past het best van alle teams die het kunnen'
  const suits = `${otherName(first, told)} past ${points(-first.costsMore)} beter`
  if (first.inTheWay.length === 0) return suits
  return `${suits}, maar die ruimte is nodig voor ${numbers(first.inTheWay, told)}`
}

/** What it would cost when this team does not take it. */
export function nextSentence({ next }: Placed, told: Told): string {
  if (!next) return 'Geen ander team heeft nog ruimte: zonder dit team blijft de zorgvraag open'
  const { costsMore } = next
  const than =
    costsMore === 0 ? 'even goed' : `${points(Math.abs(costsMore))} ${costsMore > 0 ? 'minder goed' : 'beter'}`
  return `${otherName(next, told)}: ${than}`
}

/** One team, or two that would do it together. */
function otherName({ teamId, withTeamId }: Other, told: Told): string {
  return withTeamId === undefined
    ? teamName(teamId, told)
    : `${teamName(teamId, told)} en ${teamName(withTeamId, told)} samen`
}

/** Why a request stays open. */
export function openSentences(line: Exclude<Explanation, Placed>, told: Told): string[] {
  if (line.kind === 'full') return line.nearest.map((other) => fullSentence(other, told))
  if (line.barred.length === 0) return ['Er zijn geen teams in deze regio']
  return line.barred.map((barred) => `${teamName(barred.teamId, told)}: ${barredSentence(barred, told)}`)
}

function fullSentence(other: Other, told: Told): string {
  const can = other.withTeamId === undefined ? 'kan het, maar is vol' : 'kunnen het, maar zijn vol'
  return `${otherName(other, told)} ${can}${other.inTheWay.length > 0 ? ` met ${numbers(other.inTheWay, told)}` : ''}`
}

function barredSentence({ barriers, forbidden, short }: Barred, { reasonText }: Told): string {
  const why = barriers.map((barrier) => barrierSentence(barrier, reasonText))
  if (forbidden) why.unshift('door uw team uitgesloten')
  const [first] = short
  if (why.length === 0 && first)
    why.push(
      `te weinig ruimte op ${formatDateShort(first.on)} in de ${daypartText[first.daypart]}${andMore(short.length - 1, 'dagdeel', 'dagdelen')}`,
    )
  return why.join('; ')
}

/** The one thing that lacks. */
export function missingSentence(thing: Missing): string {
  const count = thing.requestIds.length
  return `${missingThing(thing)}: dan ${count === 1 ? 'kan één open zorgvraag' : `kunnen ${count} open zorgvragen`} wel worden verdeeld`
}

function missingThing(thing: Missing): string {
  if (thing.code === 'daypart') return `Meer ruimte in de ${daypartText[thing.daypart]}`
  if (thing.code === 'area') return `Een team dat ook in ${thing.pc4} werkt`
  return `Een team dat ook ${careKindText[thing.careKind]} geeft`
}

/** In a sentence: with its organisation where teams of several organisations bear the same name. */
export function teamName(teamId: string, told: Told): string {
  const team = told.teams[teamId]
  const isShared = Object.entries(told.teams).some(([id, { name }]) => id !== teamId && name === team?.name)
  return team && isShared ? `${team.name} (${team.organization})` : bareTeamName(teamId, told)
}

/** Where its organisation stands beside it. */
export function bareTeamName(teamId: string, { teams }: Told): string {
  return teams[teamId]?.name ?? 'Een team dat er niet meer is'
}

/** Only requests that this viewer may see are named; others are counted. */
function numbers(ids: readonly string[], { cards }: Told): string {
  const known = ids.flatMap((id) => cards.get(id) ?? []).map(({ number }) => formatRequestNumber(number))
  if (known.length === 0) return ids.length === 1 ? 'een andere zorgvraag' : `${ids.length} andere zorgvragen`
  const left = ids.length - Math.min(2, known.length)
  const named = known.slice(0, 2)
  return left > 0 ? named.join(', ') + andMore(left, 'andere', 'andere') : inSentence(named)
}

function andMore(count: number, one: string, many: string): string {
  return count > 0 ? ` en nog ${count} ${count === 1 ? one : many}` : ''
}

export function points(count: number): string {
  return count === 1 ? '1 punt' : `${count} punten`
}
