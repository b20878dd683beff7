import { formatDate, formatMoment, isLocalDate } from '#kernel/dates.ts'
import { type RoleCode, roleText } from '#modules/people/index.ts'
import type { HistoryLine, Look, Requested } from '../requested.ts'
import { historyText } from '../text.nl.ts'

/** What happened, as a requester reads it: one title, and one sentence where there is more to say. */
export function historyWords(line: HistoryLine): { title: string; more?: string } {
  const { code, organizationName, teamName, facts } = line
  switch (code) {
    case 'submitted':
      return { title: 'Zorgvraag ontvangen' }
    case 'routed':
      return { title: teamName ? `Bij ${teamName}` : 'Bij een ander team', more: 'Dit team zoekt een organisatie.' }
    case 'taken':
      return { title: organizationName ? `Aangenomen door ${organizationName}` : 'Aangenomen' }
    case 'returned':
      return {
        title: organizationName
          ? `${organizationName} kan de zorg toch niet geven`
          : 'De organisatie kan de zorg toch niet geven',
        more: 'Het team zoekt meteen een andere organisatie.',
      }
    case 'started':
      return { title: 'De zorg is gestart' }
    case 'date-changed':
      return { title: 'Datum gewijzigd', more: dateWords(facts.to) }
    case 'escalated':
      return {
        title: teamName ? `Doorgeschoven naar ${teamName}` : 'Doorgeschoven',
        more: 'De afgesproken tijd was om. Daarom kijkt nu een ander team.',
      }
    case 'reminded':
      return { title: teamName ? `${teamName} is herinnerd` : 'Herinnering gestuurd', more: 'De tijd is bijna om.' }
    case 'asked':
      return { title: askedTitle(facts), more: actByWords(line) }
    case 'offers-made':
      return { title: 'Er is een aanbod', more: actByWords(line) }
    case 'asked-back':
      return { title: 'Nog geen organisatie kon het doen', more: 'Het team zoekt verder.' }
    case 'wish-not-met':
      return {
        title: organizationName ? `${organizationName} kan de zorg niet geven` : 'De voorkeur kon niet worden gevolgd',
        more: typeof facts.label === 'string' ? `Reden: ${facts.label}.` : undefined,
      }
    case 'redirected':
      return { title: 'Doorverwezen', more: typeof facts.label === 'string' ? `Naar: ${facts.label}.` : undefined }
    default:
      return { title: historyText[code] }
  }
}

function askedTitle(facts: Record<string, unknown>): string {
  const count = Number(facts.count)
  return count === 1 ? 'Eén organisatie gevraagd' : `${count} organisaties gevraagd`
}

function actByWords({ actBy, at }: HistoryLine): string | undefined {
  return actBy ? `Antwoord uiterlijk ${formatMoment(actBy, at)}.` : undefined
}

function dateWords(to: unknown): string | undefined {
  return typeof to === 'string' && isLocalDate(to) ? `De zorg begint op ${formatDate(to)}.` : undefined
}

/** The state in a word or two, as who asked looks at it. */
export const requesterStateText: Record<Requested['state'], string> = {
  submitted: 'ingediend',
  triage: 'in beoordeling',
  listed: 'zoekt een organisatie',
  offered: 'zoekt een organisatie',
  proposed: 'er is een voorstel',
  assigned: 'aangenomen',
  started: 'zorg gestart',
  closed: 'afgesloten',
  redirected: 'doorverwezen',
  withdrawn: 'ingetrokken',
}

/** The state in one plain sentence, for who asked. */
export function stateSentence({ state, holder }: Pick<Requested, 'state' | 'holder'>): string {
  const who = holder?.name ?? 'Het team'
  switch (state) {
    case 'submitted':
      return 'Wij hebben de zorgvraag ontvangen. Wij kijken welk team erbij hoort.'
    case 'triage':
      return `${who} bekijkt de zorgvraag.`
    case 'listed':
      return `${who} zoekt een organisatie die de zorg kan geven.`
    case 'offered':
      return `${who} heeft organisaties gevraagd of zij de zorg kunnen geven.`
    case 'proposed':
      return 'Er is een voorstel. Het team neemt contact op.'
    case 'assigned':
      return `${who} gaat de zorg geven en neemt contact op.`
    case 'started':
      return `De zorg is gestart. ${who} geeft de zorg.`
    case 'closed':
      return 'De zorgvraag is afgesloten.'
    case 'redirected':
      return 'De zorgvraag is doorverwezen naar andere hulp.'
    case 'withdrawn':
      return 'De zorgvraag is ingetrokken. Niemand gaat er nog mee verder.'
  }
}

const lookText: Record<string, string> = {
  'request.send': 'stuurde de zorgvraag',
  'request.follow': 'bekeek de volgpagina',
  'request.verify': 'vulde de geboortedatum in op de volgpagina',
  'request.card.read': 'bekeek de zorgvraag zonder naam',
  'identity.read': 'bekeek de persoonsgegevens',
  'identity.open': 'bekeek de persoonsgegevens',
  'referral.read': 'bekeek de verwijzing',
  'attachment.read': 'opende een bijlage',
  'attachment.add': 'voegde een bijlage toe',
  'request.supplement': 'vulde de zorgvraag aan',
  'request.correct': 'verbeterde gegevens',
  'request.change-date': 'wijzigde de datum',
  'request.withdraw': 'trok de zorgvraag in',
  'request.take': 'nam de zorgvraag aan',
  'request.return': 'gaf de zorgvraag terug',
  'request.start': 'meldde dat de zorg is gestart',
  'request.route': 'stuurde de zorgvraag naar een team',
  'request.ask': 'vroeg organisaties of zij kunnen',
  'request.answer': 'antwoordde of zij de zorg kan geven',
  'request.choose': 'koos een organisatie',
}

const actionText: Record<Look['action'], string> = {
  C: 'voegde iets toe',
  R: 'bekeek gegevens',
  U: 'wijzigde gegevens',
  D: 'verwijderde gegevens',
  E: 'zocht of controleerde iets',
}

/** Who looked and what they did: organisation and role, never a person. */
export function lookWords({ event, action, actorKind, organizationName, role }: Look) {
  const who =
    actorKind === 'user'
      ? `${organizationName ?? 'Onbekende organisatie'}, ${roleText[role as RoleCode] ?? 'medewerker'}`
      : actorKind === 'link'
        ? 'Iemand met de volglink'
        : actorKind === 'system'
          ? 'Het systeem'
          : 'De aanvrager'
  return { who, what: lookText[event] ?? actionText[action] }
}
