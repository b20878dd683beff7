import { isCareKind } from '#kernel/care-kinds.ts'
import { formatMoment } from '#kernel/dates.ts'
import { careKindText } from '#kernel/text.nl.ts'
import { capital, inSentence, sourceText } from '#modules/requests/index.ts'
import type { View } from './list-question.ts'
import type { ReturnRefusal } from './returning.ts'
import type { ActRefusal } from './rules/acts.ts'
import type { WhyRouted } from './rules/routing.ts'
import { startedAtMostDaysAgo } from './rules/start-date.ts'
import type { StartRefusal } from './starting.ts'
import type { Refusal } from './taking.ts'

export const viewText: Record<View, string> = {
  waiting: 'Te verdelen',
  taken: 'Genomen',
  own: 'Mijn organisatie',
}

/** Why something cannot be done with a request, as a sentence to the nurse. */
const actRefusalText: Record<ActRefusal, string> = {
  'not-on-list-yet': 'Deze zorgvraag staat nog niet op de lijst. Er wordt eerst naar gekeken.',
  'already-taken': 'Een andere organisatie heeft deze zorgvraag al genomen.',
  'gives-no-care':
    'Uw organisatie geeft zelf geen wijkverpleging. Een organisatie van het team kan deze zorgvraag nemen.',
  'not-taken': 'Niemand heeft deze zorgvraag nog genomen.',
  'not-yours': 'Alleen de organisatie die de zorgvraag heeft genomen, kan dit doen.',
  'not-started': 'Afsluiten kan als is bevestigd dat de zorg is gestart.',
  ended: 'Deze zorgvraag is afgelopen. Er hoeft niets meer te gebeuren.',
  'watching-only': 'U kijkt mee. Alleen de wijkverpleegkundigen van het team kunnen deze zorgvraag nemen.',
}

export function refusalText(refusal: Refusal | ReturnRefusal | StartRefusal): string {
  if ('takenBy' in refusal && refusal.takenBy) return `${refusal.takenBy} heeft deze zorgvraag genomen.`
  switch (refusal.code) {
    case 'reason-unknown':
      return 'Kies waarom u de zorgvraag teruggeeft'
    case 'text-wanted':
      return 'Vertel kort waarom, zodat het team weet wat er nodig is'
    case 'in-the-future':
      return 'Vul vandaag in of een dag die voorbij is. Begint de zorg later? Bevestig de start dan pas.'
    case 'too-long-ago':
      return `Vul een dag in van de afgelopen ${startedAtMostDaysAgo} dagen`
    default:
      return actRefusalText[refusal.code]
  }
}

/** Why the request is with this team: 'Postcode 6811 hoort bij Wijkteam Noord.' */
export function routeText(why: WhyRouted | undefined, team: string): string {
  if (!why) return `De zorgvraag is naar ${team} gestuurd.`
  if (why.by === 'fallback')
    return `Voor postcode ${why.pc4 ?? ''} is geen team afgesproken. Daarom kijkt ${team} ernaar.`
  const grounds = [
    why.careKinds && why.careKinds.length > 0 && inSentence(why.careKinds.map(careKindWords)),
    why.pc4 && `postcode ${why.pc4}`,
    why.source && `een aanvraag van ${(sourceText as Record<string, string>)[why.source] ?? why.source}`,
  ].filter((ground) => typeof ground === 'string')
  if (grounds.length === 0) return `In deze regio gaat elke zorgvraag naar ${team}.`
  return `${capital(inSentence(grounds))} ${grounds.length > 1 ? 'horen' : 'hoort'} bij ${team}.`
}

/** What happened when a holder was late, for the history. */
export function escalationText(facts: Record<string, unknown>, team: string): string {
  const why =
    facts.why === 'start-not-confirmed'
      ? 'De start van de zorg was niet op tijd bevestigd.'
      : 'Niemand had de zorgvraag op tijd genomen.'
  return `${why} ${team} is nu aan zet.`
}

/** 'te laat sinds vandaag 9:30' or 'vandaag 14:00' */
export function actByText(actBy: Date, now: Date): string {
  return actBy <= now ? `te laat: ${formatMoment(actBy, now)}` : formatMoment(actBy, now)
}

export function escalationLevelText(level: number): string {
  return level === 1 ? 'doorgeschoven' : `${level}× doorgeschoven`
}

function careKindWords(kind: string): string {
  return isCareKind(kind) ? careKindText[kind] : kind
}
