import { isCareKind } from '#kernel/care-kinds.ts'
import { formatMoment } from '#kernel/dates.ts'
import { capital, inSentence } from '#kernel/sentence.ts'
import { careKindText } from '#kernel/text.nl.ts'
import { sourceText } from '#modules/requests/index.ts'
import type { View } from './list/list-question.ts'
import type { Agreeing } from './mediation/letter.ts'
import type { ActRefusal } from './rules/acts.ts'
import type { Command, CommandRefusal } from './rules/commands.ts'
import type { Answer } from './rules/inquiry.ts'
import type { Step } from './rules/ladder.ts'
import type { WhyRouted } from './rules/routing.ts'
import { startedAtMostDaysAgo } from './rules/start-date.ts'
import type { ReturnRefusal } from './taking/returning.ts'
import type { StartRefusal } from './taking/starting.ts'
import type { Refusal } from './taking/taking.ts'

export const viewText: Record<View, string> = {
  waiting: 'Te verdelen',
  taken: 'Genomen',
  own: 'Mijn organisatie',
  asked: 'Aan ons gevraagd',
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
  divided: 'Deze zorgvraag is verdeeld. Neem, start of geef een deel terug.',
  'not-by-taking': 'In deze regio nemen organisaties niet zelf. Wie aan zet is, vraagt organisaties of wijst toe.',
}

/** To an organisation that the client does not want: that it cannot be this one, and never whose wish that was. */
const notEligible = 'Uw organisatie komt voor deze zorgvraag niet in aanmerking. Overleg met wie nu aan zet is.'

export function refusalText(refusal: Refusal | ReturnRefusal | StartRefusal): string {
  if ('takenBy' in refusal && refusal.takenBy) return `${refusal.takenBy} heeft deze zorgvraag genomen.`
  switch (refusal.code) {
    case 'reason-unknown':
      return 'Kies waarom u de zorgvraag teruggeeft'
    case 'not-eligible':
      return notEligible
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
  if (why.by === 'one-entry') return `In deze regio komt elke zorgvraag bij ${team} binnen.`
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

const stepText: Record<Step, string> = {
  'wider-circle': 'Nu kijken meer organisaties mee.',
  'joint-discussion': 'Nu staat hij in de gezamenlijke bespreking van alle teams.',
  'neighbouring-areas': 'Nu kijken ook de teams van de wijken ernaast mee.',
  'region-manager': 'Nu is het regiobureau aan zet.',
  'insurer-mediation': 'Nu vraagt het regiobureau de zorgverzekeraar om te bemiddelen.',
}

/** What happened when a holder was late, for the history. */
export function escalationText(facts: Record<string, unknown>, team: string): string {
  const why =
    facts.why === 'start-not-confirmed'
      ? 'De start van de zorg was niet op tijd bevestigd.'
      : 'Niemand had de zorgvraag op tijd genomen.'
  const step = (stepText as Record<string, string | undefined>)[String(facts.step)]
  return [why, step, `Toen kwam ${team} aan zet.`].filter(Boolean).join(' ')
}

/** 'te laat sinds vandaag 9:30' or 'vandaag 14:00' */
export function actByText(actBy: Date, now: Date): string {
  return actBy <= now ? `te laat: ${formatMoment(actBy, now)}` : formatMoment(actBy, now)
}

export function escalationLevelText(level: number): string {
  return level === 1 ? 'doorgeschoven' : `${level}× doorgeschoven`
}

/** Why a command cannot be done now, as a sentence to who wanted to. */
const commandRefusalText: Record<Exclude<CommandRefusal, ActRefusal>, string> = {
  'holder-only': 'Alleen wie nu aan zet is, kan dit doen.',
  'asked-only': 'Aan uw organisatie is niets gevraagd over deze zorgvraag.',
  'requester-only': 'Alleen de aanvrager kan dit doen.',
  resting: 'De klok rust: er is een vraag gesteld aan de aanvrager.',
  'not-asked': 'Er loopt nu geen uitvraag.',
  'no-offers': 'Er is nog geen aanbod om uit te kiezen.',
  'being-asked': 'Er loopt al een uitvraag. Wacht op de antwoorden, of stop hem eerst.',
  'still-open': 'Deze zorgvraag is nog open.',
  'not-divided': 'Deze zorgvraag is niet verdeeld.',
  'part-taken': 'Een organisatie heeft al een deel. Weer één geheel maken kan als niemand een deel heeft.',
  'part-not-yours': 'Alleen de organisatie die dit deel heeft, kan dit doen.',
  'in-other-region': 'Deze zorgvraag ligt in een andere regio en gaat daar verder.',
  'swap-asked-only': 'Aan uw organisatie is niet gevraagd om deze cliënt over te nemen.',
}

/** Who says yes on behalf of the client to something beyond what the form asked. */
export const agreeText: Record<Agreeing, string> = {
  client: 'De cliënt zelf',
  representative: 'De wettelijk vertegenwoordiger',
  'informal-carer': 'De mantelzorger, namens de cliënt',
}

const inputRefusalText = {
  'team-unknown': 'Kies naar welk team de zorgvraag gaat',
  'nobody-chosen': 'Kies ten minste één organisatie',
  'party-unknown': 'Kies een organisatie uit de lijst',
  'not-eligible': notEligible,
  'reason-unknown': 'Kies een reden uit de lijst',
  'no-beds': 'Bedden horen in deze regio niet bij de werkwijze. Kies iets anders.',
  'house-unknown': 'Kies een huis uit de lijst',
  'text-wanted': 'Vertel kort wat u bedoelt',
  'date-wanted': 'Vul in vanaf welke dag u wel kunt',
  'date-over': 'Kies vandaag of een dag die nog komt',
  'dayparts-wanted': 'Kies welke dagdelen u wel kunt',
  'no-such-offer': 'Dit aanbod is er niet meer',
  'not-your-choice': 'Deze keuze is niet aan u',
  'in-the-future': 'Vul vandaag in of een dag die voorbij is. Begint de zorg later? Bevestig de start dan pas.',
  'too-long-ago': `Vul een dag in van de afgelopen ${startedAtMostDaysAgo} dagen`,
  'nothing-to-divide': 'Er valt niets te verdelen: het gaat om één dagdeel en één soort zorg',
  'piece-missing': 'Kies voor alles bij welk deel het hoort',
  'piece-twice': 'Iets staat in twee delen. Kies er één',
  'piece-unknown': 'Dit hoort niet bij deze zorgvraag',
  'one-part-only': 'Maak ten minste twee delen',
  'too-many-parts': 'Maak hooguit drie delen: meer organisaties aan één deur helpt niet',
  'overview-missing': 'Kies welk deel het overzicht houdt',
  'swap-with-oneself': 'Kies een andere organisatie dan uw eigen',
  'swap-runs': 'Er loopt al een vraag om over te nemen. Wacht op het antwoord, of trek hem in.',
  'no-swap': 'Deze vraag om over te nemen loopt niet meer',
  'kind-not-agreed': 'In deze regio is niet afgesproken om zo iemand uit te nodigen',
  'scope-wanted': 'Kies wat deze persoon mag zien',
  'until-wrong': 'Kies een dag vanaf vandaag, hooguit 90 dagen verder',
  'consent-wanted': 'Naam en adres laten zien kan alleen als de cliënt dat goed vindt',
  'identity-not-yours': 'Naam en adres laten zien kan alleen wie die zelf mag zien',
  'not-due': 'De zorgverzekeraar vragen kan pas als die stap aan de beurt is',
  'region-unknown': 'Kies een regio',
  'outside-region': 'Die regio kent deze postcode niet. Vul het adres in waar de cliënt dan woont, of bel die regio.',
  'channel-closed': 'Die regio neemt zorgvragen nu niet op deze manier aan. Bel die regio.',
  'not-there': 'Die regio kan deze zorgvraag zo niet aannemen. Bel die regio.',
  'part-wanted': 'Kies welk deel u wilt overdragen',
} as const

/** What somebody can do with a request, as a button says it. */
export const commandLabel = {
  ask: 'Organisaties vragen',
  assign: 'Toewijzen',
  'ask-requester': 'Vraag aan de aanvrager',
  'send-on': 'Doorsturen naar een ander team',
  redirect: 'Doorverwijzen',
  'pass-to-region': 'Overdragen aan een andere regio',
  lapse: 'Zorg niet meer nodig',
  reopen: 'Heropenen',
  'confirm-date': 'Nieuwe datum kan',
  split: 'Verdelen over meer organisaties',
  join: 'Weer één geheel maken',
  'propose-swap': 'Overdragen aan een andere organisatie',
  invite: 'Iemand uit de wijk uitnodigen',
} as const satisfies Partial<Record<Command, string>>

export type CommandCode = CommandRefusal | keyof typeof inputRefusalText

export function commandText(code: CommandCode, takenBy?: string): string {
  if (takenBy) return `${takenBy} heeft dit al genomen.`
  if (code in inputRefusalText) return inputRefusalText[code as keyof typeof inputRefusalText]
  if (code in actRefusalText) return actRefusalText[code as ActRefusal]
  return commandRefusalText[code as keyof typeof commandRefusalText]
}

/** What a party can answer, as the party says it and as it is told to others. */
export const answerText: Record<Answer, { choice: string; told: string }> = {
  'can-take': { choice: 'Ja, wij kunnen dit', told: 'kan' },
  'other-date': { choice: 'Ja, maar vanaf een andere dag', told: 'kan op een andere dag' },
  part: { choice: 'Wij kunnen een deel', told: 'kan een deel' },
  'need-to-know': { choice: 'Wij moeten eerst meer weten', told: 'wil meer weten' },
  cannot: { choice: 'Nee, wij kunnen dit niet', told: 'kan niet' },
}

function careKindWords(kind: string): string {
  return isCareKind(kind) ? careKindText[kind] : kind
}
