import { priorities } from '#kernel/priorities.ts'
import { inSentence } from '#kernel/sentence.ts'
import { priorityText } from '#kernel/text.nl.ts'
import type {
  AfterChoice,
  Chooser,
  Distribution,
  Entry,
  LadderStep,
  LightAudience,
  OtherParty,
  Preset,
  WayOfWorking,
} from './rules/way-of-working.ts'
import { dayText, deadlineText } from './text.nl.ts'

/** The seven ways of working by name, and in a sentence for who chooses one. */
export const presetText: Record<Preset, { name: string; about: string }> = {
  'coordinating-teams': {
    name: 'Coördinerende teams',
    about: 'Elke wijk heeft een team van verpleegkundigen van alle organisaties. Zij verdelen elke dag samen.',
  },
  'central-intake': {
    name: 'Eén ingang met een overleg',
    about: 'Alle zorgvragen komen bij één loket. Op elke werkdag verdelen de organisaties ze in een overleg.',
  },
  'shared-counter': {
    name: 'Gezamenlijk loket',
    about: 'Elke zorgvraag gaat tegelijk naar alle organisaties. De cliënt kiest uit wie er kan.',
  },
  'coordination-point': {
    name: 'Coördinatiepunt',
    about: 'Wie zelf niets vond, belt of stuurt naar het coördinatiepunt. Dat zoekt verder en weet om wie het gaat.',
  },
  'transfer-point': {
    name: 'Transferpunt',
    about: 'Eén nummer en één verwijzing. Het transferpunt beoordeelt, vraagt rond en heeft ook de bedden.',
  },
  'answer-rounds': {
    name: 'Antwoordrondes',
    about: 'Organisaties antwoorden op vaste momenten. Wat na 48 uur open is, gaat naar de gezamenlijke bespreking.',
  },
  'switch-team': {
    name: 'Schakelteam',
    about: 'Eerst de organisatie van voorkeur. Lukt dat niet, dan wijst het schakelteam toe aan wie het beste past.',
  },
}

export const entryText: Record<Entry, string> = {
  website: 'de website',
  phone: 'de telefoon',
  portal: 'het verwijsformulier',
  api: 'een gekoppeld systeem',
}

export const distributionText: Record<Distribution, string> = {
  meeting: 'De organisaties zien de zorgvraag samen en één van hen neemt hem, in een overleg of daarbuiten.',
  'inquiry-to-all': 'Alle organisaties die in de wijk werken krijgen de vraag tegelijk.',
  desk: 'Het loket vraagt organisaties of wijst toe. Een organisatie neemt niet zelf.',
  'switch-team': 'Het schakelteam wijst toe. De organisatie bevestigt dat zij het doet.',
}

export const chooserText: Record<Chooser, string> = {
  nobody: 'wie aan zet is',
  referrer: 'de verwijzer',
  client: 'de cliënt, of de verwijzer samen met de cliënt',
}

export const afterChoiceText: Record<AfterChoice, string> = {
  'earliest-offer': 'krijgt de organisatie die het eerst kan beginnen de zorgvraag',
  holder: 'kiest wie aan zet is',
}

export const ladderText: Record<LadderStep, string> = {
  'wider-circle': 'kijken meer organisaties mee en is het regioloket aan zet',
  'joint-discussion': 'komt hij in de gezamenlijke bespreking van alle teams',
  'neighbouring-areas': 'kijken de teams van de wijken ernaast mee',
  'region-manager': 'is het regiobureau aan zet',
  'insurer-mediation': 'vraagt het regiobureau de zorgverzekeraar om te bemiddelen',
}

export const ladderStepText: Record<LadderStep, string> = {
  'wider-circle': 'meer organisaties kijken mee',
  'joint-discussion': 'gezamenlijke bespreking',
  'neighbouring-areas': 'wijken ernaast kijken mee',
  'region-manager': 'naar het regiobureau',
  'insurer-mediation': 'zorgbemiddeling door de verzekeraar',
}

export const lightAudienceText: Record<LightAudience, string> = {
  'own-team': 'alleen de organisaties in hetzelfde wijkteam',
  teams: 'alle teams',
  referrers: 'de teams en de verwijzers',
  everyone: 'iedereen',
}

export const otherPartyText: Record<OtherParty, string> = {
  welfare: 'welzijn',
  municipality: 'gemeente',
  'case-manager': 'casemanager dementie',
}

export type Theme = { title: string; sentences: string[] }

/** The whole way of working in plain words, theme by theme; a test holds that each of its values is told. */
export function tellWayOfWorking(way: WayOfWorking): Theme[] {
  const term = (deadline: WayOfWorking['inquiry']) => deadlineText(deadline, way.opening)
  return [
    {
      title: 'Waar een zorgvraag binnenkomt',
      sentences: [
        `Een zorgvraag komt binnen via ${inSentence(way.channels.map((entry) => entryText[entry]))}.`,
        way.routing === 'one-entry'
          ? 'Elke zorgvraag gaat naar één ingang: het regioloket.'
          : 'De tabel onder Verdeling zegt welk team de zorgvraag krijgt. Wat daar niet in past, gaat naar het regioloket.',
      ],
    },
    {
      title: 'Wie eerst mag',
      sentences: [
        way.preferredFirst
          ? `De organisatie van voorkeur, of die al zorg geeft, wordt eerst alleen gevraagd: ${term(way.preferredFirst)} lang.`
          : 'Iedereen ziet de zorgvraag tegelijk. De voorkeur staat erbij.',
      ],
    },
    {
      title: 'Meteen vragen',
      sentences: tellAskAtOnce(way),
    },
    {
      title: 'Hoe een zorgvraag wordt verdeeld',
      sentences: [
        distributionText[way.distribution],
        way.rounds.length > 0
          ? `Er zijn vaste rondes: ${inSentence(way.rounds.map(({ postUntil, answerAt }) => `geplaatst vóór ${postUntil} is antwoord om ${answerAt}`))}.`
          : `Wie wordt gevraagd, heeft ${term(way.inquiry)} om te antwoorden.`,
        `Wie een zorgvraag krijgt toegewezen, bevestigt binnen ${term(way.confirmAssignment)}.`,
      ],
    },
    {
      title: 'Wie kiest als er meer kunnen',
      sentences: [
        way.choice.by === 'nobody'
          ? 'Kunnen er meer? Dan kiest wie aan zet is.'
          : `Kunnen er meer? Dan kiest ${chooserText[way.choice.by]}.`,
        `Daarvoor is ${term(way.choice.within)} de tijd. Kiest niemand, dan ${afterChoiceText[way.choice.afterwards]}.`,
      ],
    },
    {
      title: 'Wie wat ziet',
      sentences: [
        'Wie een zorgvraag nog niet heeft genomen, ziet een kaart zonder naam en adres.',
        way.disclosure.waiting.holder === 'identity'
          ? 'Het loket of team dat aan zet is, ziet ook om wie het gaat.'
          : 'Ook wie aan zet is, ziet nog niet om wie het gaat.',
        'Wie de zorgvraag neemt, ziet meteen alles.',
        `De stoplichten zijn te zien voor ${lightAudienceText[way.lightAudience]}.`,
      ],
    },
    {
      title: 'Hoe snel',
      sentences: [
        ...priorities.map(
          (priority) =>
            `Een zorgvraag ‘${priorityText[priority]}’ is binnen ${term(way.deadlines[priority])} opgepakt.`,
        ),
        `Vragen wij de aanvrager iets, dan rust de klok. De aanvrager heeft ${term(way.question)} om te antwoorden.`,
        `De organisatie bevestigt de start van zorg binnen ${term(way.confirmStart)}.`,
        `Een zorgvraag wordt ${way.closeAfterDays} dagen na de start vanzelf afgesloten.`,
        `Werkuren zijn op ${inSentence(way.opening.days.map((day) => dayText[day] ?? ''))} van ${way.opening.from} tot ${way.opening.to} uur, niet op feestdagen.`,
      ],
    },
    {
      title: 'Als niemand hem neemt',
      sentences: [
        `Na ${Math.round(way.ladder.remindAt * 100)}% van de tijd krijgt wie aan zet is een herinnering.`,
        ...way.ladder.steps.map(({ step, after }) => `Na ${term(after)} ${ladderText[step]}.`),
        `Is de tijd om, dan gaat de zorgvraag meteen een stap verder. Wie dan aan zet is, heeft ${term(way.escalation)}.`,
      ],
    },
    {
      title: 'Wat er nog meer is',
      sentences: [
        way.desk ? 'Er is een loket dat telefoon aanneemt.' : 'Er is geen loket.',
        way.beds
          ? 'Wie aan zet is, kan de cliënt naar een bed voor tijdelijk verblijf verwijzen, en ziet bij welk huis ruimte is.'
          : 'Naar een bed voor tijdelijk verblijf wordt vanuit deze regio niet verwezen.',
        way.consult
          ? 'Een specialist kan om raad worden gevraagd zonder de zorgvraag over te dragen.'
          : 'Er is geen afspraak over raad van een specialist.',
        way.otherParties.length > 0
          ? `Bij een zorgvraag kan iemand worden uitgenodigd van: ${inSentence(way.otherParties.map((one) => otherPartyText[one]))}.`
          : 'Er wordt niemand van buiten de zorg uitgenodigd.',
      ],
    },
  ]
}

function tellAskAtOnce({ askAtOnce }: WayOfWorking): string[] {
  if (!askAtOnce) return ['Een zorgvraag wacht op de lijst tot iemand hem verdeelt.']
  const { minutes, together, mostParties, mostPerTeam, from, to, wishedFirst } = askAtOnce
  return [
    together === 1
      ? 'Een nieuwe zorgvraag gaat meteen naar het team dat het beste past. Zegt dat nee of niets, dan naar het volgende.'
      : `Een nieuwe zorgvraag gaat meteen naar de ${together} teams die het beste passen. Wie het eerst ja zegt, heeft hem. Anders gaat hij naar de volgende ${together}.`,
    `Een team heeft om te antwoorden: ${inSentence(priorities.map((priority) => `${minutes[priority]} minuten voor ‘${priorityText[priority]}’`))}.`,
    `Na ${mostParties} teams zonder ja gaat de zorgvraag verder zoals hieronder staat.`,
    `Een team krijgt hooguit ${mostPerTeam} van deze vragen op een dag. ${quietHours(from, to)}`,
    wishedFirst
      ? 'De organisatie van voorkeur, of die al zorg geeft, komt eerst aan de beurt als zij kan.'
      : 'De voorkeur van de cliënt telt mee in de volgorde.',
  ]
}

function quietHours(from: string, to: string): string {
  if (from === '00:00' && to === '24:00') return 'Er wordt dag en nacht gevraagd.'
  return `Vóór ${from} en na ${to} uur wordt niemand gevraagd.`
}

/** What would be said otherwise, theme by theme. */
export function tellDifferences(
  before: WayOfWorking,
  after: WayOfWorking,
): { title: string; was: string[]; becomes: string[] }[] {
  const old = tellWayOfWorking(before)
  return tellWayOfWorking(after).flatMap(({ title, sentences }, at) => {
    const known = old[at]?.sentences ?? []
    const was = known.filter((sentence) => !sentences.includes(sentence))
    const becomes = sentences.filter((sentence) => !known.includes(sentence))
    return was.length + becomes.length > 0 ? [{ title, was, becomes }] : []
  })
}
