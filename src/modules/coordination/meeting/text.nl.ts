import { formatDateShort, formatMoment, type LocalDate } from '#kernel/dates.ts'
import { capital } from '#kernel/sentence.ts'
import type { AgendaItem, AgendaReason } from '../rules/meeting/agenda.ts'
import type { DecisionCode } from '../rules/meeting/decision.ts'
import { actByText, escalationLevelText } from '../text.nl.ts'
import type { AgendaRow } from './agenda.ts'
import type { Decision } from './decisions.ts'

/** The heads of the agenda, in its own order. */
export const reasonText: Record<AgendaReason, string> = {
  escalated: 'Opgeschaald of te laat',
  returned: 'Teruggegeven',
  'date-changed': 'Datum gewijzigd',
  new: 'Nieuw',
  'still-open': 'Nog niet verdeeld',
  waiting: 'Wacht op antwoord',
  'starting-soon': 'Begint binnenkort',
  'for-information': 'Ter informatie',
}

/** Why this one stands where it stands, in a few words. */
export function whyText({ facts, reason }: AgendaItem<AgendaRow>, now: Date): string {
  switch (reason) {
    case 'escalated':
      if (facts.state === 'assigned') return 'Start niet op tijd bevestigd'
      return capital(
        facts.escalationLevel > 0
          ? escalationLevelText(facts.escalationLevel)
          : facts.actBy
            ? actByText(facts.actBy, now)
            : '',
      )
    case 'returned':
      return facts.returnedAt ? `Terug sinds ${formatMoment(facts.returnedAt, now)}` : 'Terug'
    case 'date-changed':
      return facts.startOn ? `Start nu ${formatDateShort(facts.startOn)}` : 'Datum gewijzigd'
    case 'new':
    case 'still-open':
      return facts.actBy ? `Nemen vóór ${formatMoment(facts.actBy, now)}` : ''
    case 'waiting':
      return waitingText(facts, now)
    case 'starting-soon':
      return [facts.startOn && `Start ${formatDateShort(facts.startOn)}`, facts.takerName].filter(Boolean).join(', ')
    case 'for-information':
      return `Genomen door ${facts.takerName ?? 'een organisatie'}`
  }
}

function waitingText({ state, asked, actBy }: AgendaRow, now: Date): string {
  const by = actBy ? `, tot ${formatMoment(actBy, now)}` : ''
  if (state === 'triage') return `Vraag aan de aanvrager${by}`
  if (state === 'proposed')
    return `Er ${asked?.offers === 1 ? 'ligt 1 aanbod' : `liggen ${asked?.offers ?? 0} keuzes`}${by}`
  if (asked?.why === 'assignment') return `Toegewezen, wacht op ja${by}`
  return `${asked?.answered ?? 0} van ${asked?.asked ?? 0} antwoordden${by}`
}

/** One line of the minutes, after the number of the request. */
export function decisionText({ code, organizationName, facts }: Decision): string {
  const who = organizationName ?? 'een organisatie'
  const words: Record<DecisionCode, string> = {
    taken: `${who} neemt de zorg`,
    'part-taken': `${who} neemt een deel van de zorg`,
    assigned: `toegewezen aan ${who}, die dat nog bevestigt`,
    asked: `gevraagd aan ${facts.count === 1 ? '1 organisatie' : `${facts.count ?? 0} organisaties`}`,
    split: 'verdeeld in delen',
    'question-asked': 'vraag gesteld aan de aanvrager',
    redirected: 'doorverwezen',
    'passed-to-region': 'overgedragen aan een andere regio',
    lapsed: 'zorg niet meer nodig',
    returned: `teruggegeven door ${who}`,
    'asked-back': 'terug op de lijst',
    postponed: facts.until ? `uitgesteld tot ${dayText(facts.until)}` : 'uitgesteld',
    noted: `besproken: ${facts.text ?? ''}`,
  }
  return words[code]
}

export const dayText = (date: LocalDate): string => formatDateShort(date)

const weekdayText = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const
export const weekdayWord = (weekday: number): string => weekdayText[weekday - 1] ?? ''
export const weekdaysOfWeek = [1, 2, 3, 4, 5, 6, 7] as const
