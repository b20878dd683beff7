import { addDays, formatDateShort, formatDuration, formatMoment, type LocalDate } from '#kernel/dates.ts'
import type { Light } from '#kernel/lights.ts'
import type { View } from './region-question.ts'
import type { Audience } from './rules/audience.ts'
import type { Verdict } from './rules/honesty.ts'
import type { ShownLight } from './shown-light.ts'

/** What a light means, for who looks for room; the colours have words of their own (`lightText`). */
export const roomText: Record<Light, string> = {
  green: 'ruimte',
  amber: 'in overleg',
  red: 'geen ruimte',
  unknown: 'niet opgegeven',
}

export const viewText: Record<View, string> = { day: 'Dag', week: 'Week', map: 'Kaart', list: 'Lijst' }

export const audienceText: Record<Audience, string> = {
  team: 'alleen de organisaties in hetzelfde wijkteam',
  professionals: 'alle teams van de regio',
  referrers: 'de teams en de verwijzers',
  public: 'iedereen',
}

/** 'vandaag', 'morgen', 'gisteren', and else 'ma 23 nov'. */
export function dayWords(on: LocalDate, today: LocalDate): string {
  const near = new Map([
    [today, 'vandaag'],
    [addDays(today, 1), 'morgen'],
    [addDays(today, -1), 'gisteren'],
  ])
  return near.get(on) ?? formatDateShort(on, today)
}

/** How much room, in few words: '6 uur', '2 nieuwe cliënten'. */
export function amountWords({ freeMinutes, newClients }: Pick<ShownLight, 'freeMinutes' | 'newClients'>): string {
  const hours = freeMinutes ? `${(freeMinutes / 60).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} uur` : ''
  const clients = newClients ? `${newClients} ${newClients === 1 ? 'cliënt' : 'cliënten'}` : ''
  return [hours, clients].filter(Boolean).join(', ')
}

/** What stands under the word of a light: how much room there is or until when there is none, and how old that is. */
export function noteWords(light: ShownLight, now: Date): string {
  const age = formatDuration(new Date(light.setAt), now)
  if (light.light === 'unknown') return `laatst: ${age}`
  if (light.until) return `tot ${formatMoment(new Date(light.until), now)}`
  return [light.light === 'green' ? amountWords(light) : '', age].filter(Boolean).join(' · ')
}

export const verdictText: Record<Verdict, string> = {
  'always-red': 'altijd geen ruimte',
  'never-changes': 'verandert nooit',
}
