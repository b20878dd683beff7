import { formatDate, formatMoment, isLocalDate } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { type RoleCode, roleText } from '#modules/people/index.ts'
import { askedNow } from '../asked-now.ts'
import type { HistoryLine } from '../history.ts'
import type { Look, Requested } from '../requested.ts'
import { historyText } from '../text.nl.ts'
import { partName } from './part-words.ts'

/** What happened, as a requester reads it: one title, and one sentence where there is more to say. */
export function historyWords(line: HistoryLine, now: Date): { title: string; more?: string } {
  const { code, organizationName, teamName, facts } = line
  switch (code) {
    case 'submitted':
      return { title: 'Zorgvraag ontvangen' }
    case 'sent-on':
    case 'routed':
      return { title: teamName ? `Bij ${teamName}` : 'Bij een ander team', more: routedWords(facts) }
    case 'passed-to-region':
      return { title: `Overgedragen aan ${facts.region}`, more: numberWords(facts) }
    case 'came-from-region':
      return { title: `Doorgestuurd door ${facts.region}`, more: numberWords(facts) }
    case 'partner-answers':
      return {
        title: teamName ? `${teamName} neemt waar` : 'Een ander loket neemt waar',
        more: 'Het loket is nu dicht.',
      }
    case 'desk-answers':
      return { title: teamName ? `Weer bij ${teamName}` : 'Weer bij het loket', more: 'Het loket is weer open.' }
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
      return { title: askedTitle(facts, organizationName), more: actByWords(line, now) }
    case 'to-be-asked':
      return {
        title: `Wij vragen vanaf ${formatMoment(new Date(String(facts.from)), now)} een organisatie`,
        more: 'Tot dan hebben de teams rust.',
      }
    case 'offers-made':
      return { title: 'Er is een aanbod', more: actByWords(line, now) }
    case 'asked-back':
      if (facts.ended) return { title: 'Het team zoekt nu zelf verder', more: 'Wie wij vroegen, kon het nu niet.' }
      if (!organizationName) return { title: 'Wie wij vroegen, kon het nu niet', more: goesOnWords(facts) }
      return {
        title: facts.silent ? `${organizationName} gaf geen antwoord op tijd` : `${organizationName} kan het nu niet`,
        more: 'Wij zoeken meteen verder.',
      }
    case 'wish-not-met':
      return {
        title: organizationName ? `${organizationName} kan de zorg niet geven` : 'De voorkeur kon niet worden gevolgd',
        more: typeof facts.label === 'string' ? `Reden: ${facts.label}.` : undefined,
      }
    case 'split':
      return {
        title: 'De zorg wordt verdeeld',
        more: 'Meer dan één organisatie geeft samen de zorg. Eén organisatie houdt het overzicht.',
      }
    case 'part-taken':
      return { title: `${partName(facts)}: aangenomen door ${organizationName ?? 'een organisatie'}` }
    case 'part-returned':
      return {
        title: `${partName(facts)}: ${organizationName ?? 'de organisatie'} kan het toch niet`,
        more: 'Het team zoekt meteen een andere organisatie voor dit deel.',
      }
    case 'part-started':
      return { title: `${partName(facts)}: de zorg is gestart`, more: organizationName ?? undefined }
    case 'part-asked':
      return { title: `${partName(facts)}: ${askedTitle(facts).toLowerCase()}` }
    case 'part-refused':
      return {
        title: `${partName(facts)}: ${organizationName ?? 'een organisatie'} kan niet`,
        more: typeof facts.label === 'string' ? `Reden: ${facts.label}.` : undefined,
      }
    case 'swapped':
      return {
        title: `${facts.partId ? `${partName(facts)}: ` : ''}${organizationName ?? 'Een andere organisatie'} neemt de zorg over`,
        more: typeof facts.from === 'string' ? `Van ${facts.from}.` : undefined,
      }
    case 'party-invited':
      return {
        title: typeof facts.party === 'string' ? `${facts.party} kijkt mee` : 'Iemand anders kijkt mee',
        more: typeof facts.until === 'string' ? `Tot en met ${formatDate(facts.until)}.` : undefined,
      }
    case 'consult-asked':
      return {
        title: teamName ? `Advies gevraagd aan ${teamName}` : 'Advies gevraagd',
        more: 'De zorgvraag blijft waar hij is.',
      }
    case 'consult-answered':
      return { title: teamName ? `${teamName} gaf advies` : 'Er is advies gegeven' }
    case 'redirected':
      return { title: 'Doorverwezen', more: redirectedWords(facts) }
    default:
      return { title: historyText[code] }
  }
}

/** Where to; of a bed also which house, and its number to call. */
function redirectedWords({ label, house, phone }: Record<string, unknown>): string | undefined {
  if (typeof label !== 'string') return undefined
  if (typeof house !== 'string') return `Naar: ${label}.`
  return `Naar: ${label}, bij ${house}.${typeof phone === 'string' ? ` Bel ${formatPhone(phone)}.` : ''}`
}

/** Under which number it is known in the other region. */
function numberWords({ number }: Record<string, unknown>): string | undefined {
  return typeof number === 'string' ? `Het nummer daar is ${formatRequestNumber(number)}.` : undefined
}

/** Who holds it may answer for a desk that cannot now. */
function routedWords({ insteadWhile }: Record<string, unknown>): string {
  if (insteadWhile === 'closed') return 'Het loket is nu dicht. Dit team neemt waar en zoekt een organisatie.'
  if (insteadWhile === 'busy') return 'Het loket heeft het nu druk. Dit team neemt waar en zoekt een organisatie.'
  return 'Dit team zoekt een organisatie.'
}

function askedTitle(facts: Record<string, unknown>, organizationName?: string | null): string {
  if (organizationName) return `${organizationName} gevraagd`
  const count = Number(facts.count)
  return count === 1 ? 'Eén organisatie gevraagd' : `${count} organisaties gevraagd`
}

/** Where organisations are asked one after the other by itself, the next is asked; else the team goes on. */
function goesOnWords({ why }: Record<string, unknown>): string {
  return why === 'at-once' ? 'Wij zoeken meteen verder.' : 'Het team zoekt nu zelf verder.'
}

/** Counted from the day of the reader: 'morgen' of a line of yesterday is today. */
function actByWords({ actBy }: HistoryLine, now: Date): string | undefined {
  return actBy ? `Antwoord uiterlijk ${formatMoment(actBy, now)}.` : undefined
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
export function stateSentence(
  { state, holder, passedOn, history }: Pick<Requested, 'state' | 'holder' | 'passedOn' | 'history'>,
  now: Date,
): string {
  if (passedOn) return `De zorgvraag is overgedragen aan ${passedOn.regionName}.`
  const who = holder?.name ?? 'Het team'
  const asked = askedNow({ state, history }, now)
  switch (state) {
    case 'submitted':
      return 'Wij hebben de zorgvraag ontvangen. Wij kijken welk team erbij hoort.'
    case 'triage':
      return `${who} bekijkt de zorgvraag.`
    case 'listed':
      return asked?.from
        ? `Vanaf ${formatMoment(asked.from, now)} vragen wij een organisatie. U hoeft niets te doen.`
        : `${who} zoekt een organisatie die de zorg kan geven.`
    case 'offered':
      return asked?.name
        ? `Wij vroegen ${asked.name} of zij de zorg kan geven. Lukt dat niet, dan zoeken wij meteen verder.`
        : `${who} heeft organisaties gevraagd of zij de zorg kunnen geven.`
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

const lookText = {
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
  'request.take-back-unwanted': 'paste een wens aan',
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
  'request.split': 'verdeelde de zorg in delen',
  'request.join': 'maakte er weer één geheel van',
  'request.ask-part': 'vroeg organisaties voor een deel van de zorg',
  'request.take-part': 'nam een deel van de zorg aan',
  'request.return-part': 'gaf een deel van de zorg terug',
  'request.start-part': 'meldde dat een deel van de zorg is gestart',
  'request.propose-swap': 'vroeg een andere organisatie om over te nemen',
  'request.accept-swap': 'nam de zorg over',
  'request.invite': 'nodigde iemand uit om mee te kijken',
  'request.pass-to-region': 'droeg de zorgvraag over aan een andere regio',
  'request.stand-in': 'gaf de zorgvraag door, omdat een loket sloot of weer open was',
  'request.insurer-consent': 'legde vast dat de zorgverzekeraar mag helpen',
  'request.ask-requester': 'stelde de aanvrager een vraag',
  'request.answer-question': 'beantwoordde een vraag',
  'request.assign': 'wees de zorgvraag toe',
  'request.stop-asking': 'stopte met vragen',
  'request.escalate': 'deed wat is afgesproken als de tijd om is',
  'request.shortlist': 'keek welke organisaties de zorg kunnen geven',
  'request.propose': 'gebruikte de zorgvraag zonder naam voor een voorstel',
  'request.proposal': 'bekeek een voorstel voor wie de zorg geeft',
  'request.send-on': 'stuurde de zorgvraag naar een ander team',
  'request.redirect': 'verwees naar andere hulp',
  'request.lapse': 'meldde dat de zorg niet meer nodig is',
  'request.reopen': 'opende de zorgvraag weer',
  'request.close': 'sloot de zorgvraag af',
  'request.confirm-date': 'bevestigde de nieuwe datum',
  'request.pass-time': 'liet de tijd verlopen, om te oefenen',
  'invitation.read': 'keek mee op uitnodiging',
}

export type LookedEvent = keyof typeof lookText

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
    event === 'invitation.read'
      ? 'Iemand uit de wijk, op uitnodiging'
      : actorKind === 'user'
        ? `${organizationName ?? 'Onbekende organisatie'}, ${roleText[role as RoleCode] ?? 'medewerker'}`
        : actorKind === 'link'
          ? 'Iemand met de volglink'
          : actorKind === 'system'
            ? 'Het systeem'
            : 'De aanvrager'
  return { who, what: (lookText as Record<string, string>)[event] ?? actionText[action] }
}
