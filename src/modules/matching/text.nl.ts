import { formatDateShort } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { insurerName } from '#kernel/insurers.ts'
import { capital, inSentence } from '#kernel/sentence.ts'
import { careKindText, daypartText, lightText } from '#kernel/text.nl.ts'
import { carerGenderText, languageText } from '#modules/organizations/index.ts'
import type { Barrier } from './rules/hard-rules.ts'
import type { Factor } from './rules/points.ts'
import type { Candidate } from './rules/ranking.ts'
import type { SplitAdvice, SplitPart } from './rules/split.ts'
import type { Travel } from './rules/travel.ts'

/** Why a team has these points, with the figure behind it. */
export function factorSentence(factor: Factor): string {
  switch (factor.code) {
    case 'room':
      return `Op de eerste dag: ${factor.lights.map(({ daypart, light }) => `${daypartText[daypart]} ${lightText[light]}`).join(', ')}`
    case 'room-later':
      return `In de zes dagen erna: ${factor.green} van ${factor.of} dagdelen groen`
    case 'preferred':
      return factor.holds ? 'De cliënt wil graag deze organisatie' : 'De cliënt wil liever een andere organisatie'
    case 'continuity':
      if (factor.holds) return 'Geeft al zorg aan deze cliënt'
      return factor.before ? 'Gaf eerder zorg aan deze cliënt' : 'Een andere organisatie geeft of gaf zorg'
    case 'language':
      return languageSentence(factor)
    case 'faith':
      return factor.holds ? `Heeft zorg vanuit het geloof: ${factor.faith}` : `Geloof niet opgegeven: ${factor.faith}`
    case 'carer-gender':
      return factor.holds
        ? `Kan ${carerGenderText[factor.gender]} sturen`
        : `Niet opgegeven dat ${carerGenderText[factor.gender]} kan komen`
    case 'travel':
      return factor.travel ? travelSentence(factor.travel) : 'Reistijd niet bekend'
    case 'fair-share':
      return shareSentence(factor)
    case 'response':
      return responseSentence(factor)
  }
}

function travelSentence({ minutes, kilometres, by, measured, from }: Travel): string {
  const how = measured ? 'volgens de routeplanner' : 'geschat'
  const way = `Ongeveer ${minutes} minuten ${by === 'bicycle' ? 'fietsen' : 'rijden'} (${decimal(kilometres)} km, ${how})`
  return from ? `${way} vanaf ${from.pc4}, waar deze organisatie nu ${from.clients} cliënten heeft` : way
}

/** In a few words, for the head of a line. */
export const factorName: Record<Factor['code'], string> = {
  room: 'Ruimte',
  'room-later': 'Ruimte daarna',
  preferred: 'Voorkeur',
  continuity: 'Bekende organisatie',
  language: 'Taal',
  faith: 'Geloof',
  'carer-gender': 'Wie er komt',
  travel: 'Reistijd',
  'fair-share': 'Eerlijk verdeeld',
  response: 'Antwoorden',
}

function languageSentence({ met, missing }: Extract<Factor, { code: 'language' }>): string {
  const spoken = met.length > 0 ? `Spreekt ${inSentence(met.map(languageText))}` : undefined
  const not = missing.length > 0 ? `geen ${inSentence(missing.map(languageText), 'of')} opgegeven` : undefined
  return capital([spoken, not].filter((part) => part !== undefined).join(', '))
}

function shareSentence({ share, taken }: Extract<Factor, { code: 'fair-share' }>): string {
  const counted = `nam er ${taken.week} aan in 7 dagen en ${taken.month} in 30 dagen`
  if (share === undefined) return `Deze organisatie ${counted}; te weinig om te vergelijken`
  const against = share >= 1.05 ? 'meer dan haar deel' : share <= 0.95 ? 'minder dan haar deel' : 'ongeveer haar deel'
  return `Deze organisatie ${counted}: ${against} (${Math.round(share * 100)}%)`
}

function responseSentence({ response }: Extract<Factor, { code: 'response' }>): string {
  if (!response) return 'Nog te weinig gevraagd om te weten hoe vaak deze organisatie ja zegt'
  const { yes, of, minutes } = response
  const often = `Zei ${yes} van de ${of} keer ja toen het werd gevraagd`
  return minutes === undefined ? often : `${often}; antwoordt gemiddeld binnen ${durationText(minutes)}`
}

function durationText(minutes: number): string {
  if (minutes < 90) return minutes === 1 ? '1 minuut' : `${minutes} minuten`
  return `${decimal(minutes / 60)} uur`
}

/** What counts most, in a few sentences: the points given, from many to few. */
export function topReasons({ factors }: { factors: readonly Factor[] }, count = 3): string[] {
  return [...factors]
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points)
    .slice(0, count)
    .map(factorSentence)
}

/** What would move a team up, a sentence each; what is left when it can do nothing itself is told as well. */
export function riseSentences({ place, rises }: Candidate): string[] {
  const told = rises.map(({ factor, place: then }) => {
    const gain = factor.most - factor.points
    const to = then < place ? `, dan plaats ${then}` : ''
    return `${riseText(factor)}: ${gain === 1 ? '1 punt' : `${gain} punten`} meer${to}`
  })
  if (told.length > 0) return told
  return [
    'Dit team kan zelf niets meer doen. De rest hangt af van de wens van de cliënt, de reistijd en wat al is aangenomen',
  ]
}

function riseText(factor: Factor): string {
  switch (factor.code) {
    case 'room': {
      const not = factor.lights.filter(({ light }) => light !== 'green').map(({ daypart }) => daypartText[daypart])
      return `Groen op de eerste dag: ${inSentence(not)}`
    }
    case 'room-later':
      return 'Groen op de zes dagen erna'
    case 'language':
      return `Iemand die ${inSentence(factor.missing.map(languageText), 'of')} spreekt`
    case 'carer-gender':
      return `Opgeven dat ${carerGenderText[factor.gender]} kan komen, als dat zo is`
    default:
      return 'Vaker ja zeggen en sneller antwoorden'
  }
}

const barrierNames: Record<Barrier['code'], string> = {
  'outside-area': 'werkt hier niet',
  'care-not-given': 'geeft deze zorg niet',
  'no-contract': 'geen contract met de verzekeraar',
  // The same for everybody: the head of a group is read by the people of that organisation as well.
  unwanted: 'komt niet in aanmerking',
  refused: 'zei al nee of gaf het terug',
  'no-room': 'rood op de eerste dag',
}

/** What keeps a team off, in a few words: the head of those whom the same keeps off. */
export function barrierName({ code }: Barrier): string {
  return barrierNames[code]
}

/** Why a team is not on the list; `among` who may know that a client does not want it: not its own people, nor a table they sit at. */
export function barrierSentence(
  barrier: Barrier,
  reasonText: (code: string) => string,
  among: 'all' | 'others' = 'all',
): string {
  switch (barrier.code) {
    case 'outside-area':
      return `Werkt niet in ${barrier.pc4}`
    case 'care-not-given':
      return `Geeft geen ${inSentence(
        barrier.careKinds.map((kind) => careKindText[kind]),
        'of',
      )}`
    case 'no-contract':
      return `Heeft geen contract met ${insurerName(barrier.insurer)}`
    case 'unwanted':
      return among === 'others'
        ? 'De cliënt wil liever niet van deze organisatie'
        : 'Komt voor deze zorgvraag niet in aanmerking'
    case 'refused':
      return refusedSentence(barrier, reasonText)
    case 'no-room':
      return `Rood op ${formatDateShort(barrier.on)}: ${daypartList(barrier.dayparts)}. ${
        barrier.roomFrom ? `Verwacht ruimte vanaf ${formatDateShort(barrier.roomFrom)}` : 'Geen ruimte in deze week'
      }`
  }
}

function refusedSentence(
  { how, reason, on }: Extract<Barrier, { code: 'refused' }>,
  reasonText: (code: string) => string,
): string {
  const day = formatDateShort(on)
  if (how === 'client') return `De cliënt koos op ${day} een andere organisatie`
  return how === 'returned'
    ? `Gaf deze zorgvraag op ${day} terug: ${reasonText(reason)}`
    : `Zei op ${day} nee: ${reasonText(reason)}`
}

export function splitSentence({ by }: SplitAdvice): string {
  return by === 'daypart'
    ? 'Geen team kan alles. Samen kan het wel, verdeeld over de dagdelen:'
    : 'Geen team kan alles. Samen kan het wel, verdeeld over de soorten zorg:'
}

export function splitPartText(part: SplitPart, { by }: SplitAdvice): string {
  return by === 'daypart' ? daypartList(part.dayparts) : inSentence(part.careKinds.map((kind) => careKindText[kind]))
}

function daypartList(dayparts: readonly Daypart[]): string {
  return inSentence(dayparts.map((daypart) => daypartText[daypart]))
}

function decimal(number: number): string {
  return number.toLocaleString('nl-NL', { maximumFractionDigits: 1 })
}
