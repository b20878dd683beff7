import type { AgeBand } from '#kernel/age-bands.ts'
import { formatDateShort, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { capital, inSentence } from '#kernel/sentence.ts'
import { careKindText, daypartText } from '#kernel/text.nl.ts'
import type { RequestCard } from '../card.ts'
import { languageName } from '../rules/languages.ts'
import { carerGenderText, genderText, locationText, startCertaintyText, toAlertText } from '../text.nl.ts'

/** The same sentences about a card wherever it is shown: list, page, print. */

const shortAge: Record<AgeBand, string> = {
  '0-17': '0–17 jaar',
  '18-64': '18–64 jaar',
  '65-74': '65–74 jaar',
  '75-84': '75–84 jaar',
  '85-94': '85–94 jaar',
  '95+': '95 jaar of ouder',
}

/** 'Vrouw, 75–84 jaar' */
export function personWords({ gender, ageBand }: Pick<RequestCard, 'gender' | 'ageBand'>): string {
  return capital(`${genderText[gender ?? 'unknown']}, ${shortAge[ageBand]}`)
}

/** 'Persoonlijke verzorging, wondzorg' */
export function careWords({ careKinds }: Pick<RequestCard, 'careKinds'>): string {
  return capital(careKinds.map((kind) => careKindText[kind]).join(', '))
}

/** 'Ochtend en avond', or that it is all the same. */
export function daypartWords({ dayparts }: Pick<RequestCard, 'dayparts'>): string {
  if (dayparts.length === 0) return 'Dagdeel maakt niet uit'
  return capital(inSentence(dayparts.map((part) => daypartText[part])))
}

/** '7× per week, 5,5 uur per week', as far as it is known. */
export function amountWords({
  timesPerWeek,
  hoursPerWeek,
}: Pick<RequestCard, 'timesPerWeek' | 'hoursPerWeek'>): string {
  return [
    timesPerWeek === null ? undefined : `${timesPerWeek}× per week`,
    hoursPerWeek === null ? undefined : `${formatHours(hoursPerWeek)} uur per week`,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

/** 'Start do 26 nov (verwacht), ontslag do 26 nov' */
export function startWords(
  card: Pick<RequestCard, 'startOn' | 'startCertainty' | 'dischargeOn' | 'location'>,
  now: Date,
): string {
  const today = localDateOf(now)
  const start = card.startOn
    ? `Start ${dayWords(card.startOn, today)} (${startCertaintyText[card.startCertainty]})`
    : 'Start zo snel mogelijk'
  if (card.dischargeOn && card.dischargeOn !== card.startOn)
    return `${start}, ontslag ${dayWords(card.dischargeOn, today)}`
  return card.location === 'home' ? start : `${start}, nu ${locationText[card.location]}`
}

/** What the client would like, each in a few words. */
export function wishWords(
  card: Pick<RequestCard, 'preferredName' | 'existingName' | 'carerGender' | 'languages' | 'askedIn' | 'faith'>,
): string[] {
  return [
    card.preferredName && `voorkeur: ${card.preferredName}`,
    card.existingName && `nu al zorg van ${card.existingName}`,
    card.carerGender && carerGenderText[card.carerGender],
    card.languages.length > 0 && `spreekt ${inSentence(card.languages.map((code) => languageName(code)))}`,
    card.askedIn !== 'nl' && `vroeg in het ${languageName(card.askedIn)} aan`,
    card.faith && `geloof of cultuur: ${card.faith}`,
  ].filter((wish) => typeof wish === 'string')
}

/** What who goes there should count on. */
export function attentionWords(card: Pick<RequestCard, 'palliative' | 'twoCarers' | 'alerts'>): string[] {
  return [
    card.palliative && 'palliatief',
    card.twoCarers && 'twee zorgverleners',
    ...card.alerts.map(toAlertText),
  ].filter((word) => typeof word === 'string')
}

function dayWords(date: LocalDate, today: LocalDate): string {
  return date === today ? 'vandaag' : formatDateShort(date, today)
}

function formatHours(hours: number): string {
  return String(hours).replace('.', ',')
}
