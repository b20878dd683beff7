import { formatRequestNumber } from '#kernel/request-number.ts'
import type { HistoryCode } from './history.ts'

/** Steps between the holder and the organisations: they stand on the page, and no mail is sent of them. */
const untold = [
  'reminded',
  'asked',
  'asked-back',
  'to-be-asked',
  'date-to-confirm',
  'date-confirmed',
  'consult-asked',
  'consult-answered',
  'came-from-region',
  'partner-answers',
  'desk-answers',
  'part-asked',
  'part-refused',
] as const satisfies HistoryCode[]
export type ToldByMail = Exclude<HistoryCode, (typeof untold)[number]>

/** What the mail says of each step: plain words, nothing about who it is for or which care it is. */
const noticeText: Record<ToldByMail, { subject: string; body: string }> = {
  submitted: {
    subject: 'Wij hebben uw zorgvraag ontvangen',
    body: 'Wij hebben uw zorgvraag goed ontvangen. Op de pagina hieronder ziet u wie ermee bezig is, met het telefoonnummer, en wanneer u meer hoort.',
  },
  routed: {
    subject: 'Uw zorgvraag ligt nu bij een ander team',
    body: 'Een ander team kijkt nu naar uw zorgvraag. Op de pagina hieronder ziet u welk team dat is en hoe u het bereikt.',
  },
  'sent-on': {
    subject: 'Uw zorgvraag ligt nu bij een ander team',
    body: 'Uw zorgvraag is doorgestuurd naar een team dat er beter bij past. Op de pagina hieronder ziet u welk team dat is en hoe u het bereikt.',
  },
  'passed-to-region': {
    subject: 'Uw zorgvraag ligt nu bij een andere regio',
    body: 'Uw zorgvraag is overgedragen aan een andere regio. Daar heeft hij een nieuw nummer. Op de pagina hieronder ziet u welke regio dat is, en hoe u hem daar volgt.',
  },
  taken: {
    subject: 'Er is een organisatie voor uw zorgvraag',
    body: 'Een organisatie heeft uw zorgvraag aangenomen. Op de pagina hieronder ziet u welke organisatie dat is en hoe u die bereikt.',
  },
  returned: {
    subject: 'Uw zorgvraag ligt weer bij het team',
    body: 'De organisatie die uw zorgvraag had aangenomen, kan de zorg toch niet geven. Het team zoekt meteen een andere organisatie.',
  },
  started: {
    subject: 'De zorg is gestart',
    body: 'De organisatie heeft gemeld dat de zorg is begonnen. Klopt dat niet? Bel dan de organisatie. Het nummer staat op de pagina hieronder.',
  },
  closed: {
    subject: 'Uw zorgvraag is afgesloten',
    body: 'Uw zorgvraag is afgesloten. De pagina hieronder blijft nog 60 dagen open.',
  },
  withdrawn: {
    subject: 'Uw zorgvraag is ingetrokken',
    body: 'De zorgvraag is ingetrokken. Niemand gaat er nog mee verder. Was dat niet de bedoeling? Bel dan het team. Het nummer staat op de pagina hieronder.',
  },
  supplemented: {
    subject: 'Wij hebben uw aanvulling ontvangen',
    body: 'Uw aanvulling staat bij de zorgvraag. Wie ermee bezig is, ziet dat meteen. Hebt u niets aangevuld? Bel dan het team.',
  },
  corrected: {
    subject: 'Uw gegevens zijn verbeterd',
    body: 'De verbetering staat bij de zorgvraag. Hebt u niets verbeterd? Bel dan het team. Het nummer staat op de pagina hieronder.',
  },
  'wishes-changed': {
    subject: 'De wensen bij uw zorgvraag zijn aangepast',
    body: 'Een wens over wie de zorg geeft, is aangepast, zoals met u is afgesproken. Klopt dat niet? Bel dan het team. Het nummer staat op de pagina hieronder.',
  },
  'date-changed': {
    subject: 'De datum van de zorgvraag is gewijzigd',
    body: 'De nieuwe datum staat bij de zorgvraag. Wie ermee bezig is, ziet dat meteen.',
  },
  escalated: {
    subject: 'Uw zorgvraag is doorgeschoven',
    body: 'Er was nog geen organisatie gevonden binnen de afgesproken tijd. Daarom kijkt nu een ander team naar uw zorgvraag. Op de pagina hieronder ziet u welk team dat is.',
  },
  'offers-made': {
    subject: 'Er is een aanbod voor uw zorgvraag',
    body: 'Een of meer organisaties kunnen de zorg geven. Op de pagina hieronder ziet u of u zelf mag kiezen, en tot wanneer.',
  },
  'wish-not-met': {
    subject: 'De organisatie van voorkeur kan niet',
    body: 'De organisatie waar u de voorkeur aan gaf, kan de zorg niet geven. Op de pagina hieronder ziet u waarom. Het team zoekt meteen verder.',
  },
  'question-asked': {
    subject: 'Wij hebben een vraag over uw zorgvraag',
    body: 'Het team heeft iets van u nodig om verder te kunnen. Op de pagina hieronder staat de vraag. Geef daar antwoord, of bel het team.',
  },
  'question-answered': {
    subject: 'Wij hebben uw antwoord ontvangen',
    body: 'Uw antwoord staat bij de zorgvraag. Het team gaat weer verder.',
  },
  'question-unanswered': {
    subject: 'Wij kregen nog geen antwoord',
    body: 'Wij stelden u een vraag en kregen nog geen antwoord. Het team gaat verder met wat het weet, en belt u als dat kan.',
  },
  redirected: {
    subject: 'Uw zorgvraag is doorverwezen',
    body: 'Andere hulp past beter bij uw zorgvraag. Op de pagina hieronder ziet u waarheen u bent verwezen.',
  },
  lapsed: {
    subject: 'Uw zorgvraag is vervallen',
    body: 'De zorgvraag is vervallen, omdat de zorg thuis niet meer nodig is. Klopt dat niet? Bel dan het team.',
  },
  split: {
    subject: 'De zorg wordt verdeeld',
    body: 'Het team zoekt meer dan één organisatie, die samen de zorg geven. Op de pagina hieronder ziet u per deel welke organisatie dat is. Eén organisatie houdt het overzicht.',
  },
  joined: {
    subject: 'De zorg wordt niet meer verdeeld',
    body: 'Het team zoekt weer één organisatie voor alle zorg.',
  },
  'part-taken': {
    subject: 'Er is een organisatie voor een deel van de zorg',
    body: 'Een organisatie heeft een deel van de zorg aangenomen. Op de pagina hieronder ziet u welk deel, en hoe u de organisatie bereikt.',
  },
  'part-returned': {
    subject: 'Een deel van de zorg ligt weer bij het team',
    body: 'Een organisatie kan haar deel van de zorg toch niet geven. Het team zoekt meteen een andere. De andere delen blijven zoals ze zijn.',
  },
  'part-started': {
    subject: 'Een deel van de zorg is gestart',
    body: 'Een organisatie heeft gemeld dat haar deel van de zorg is begonnen. Klopt dat niet? Bel dan de organisatie. Het nummer staat op de pagina hieronder.',
  },
  swapped: {
    subject: 'Een andere organisatie neemt de zorg over',
    body: 'De zorg gaat over naar een andere organisatie. Die neemt contact op. Op de pagina hieronder ziet u welke organisatie dat is en hoe u die bereikt.',
  },
  'party-invited': {
    subject: 'Iemand anders kijkt mee met uw zorgvraag',
    body: 'Het team heeft iemand uit de wijk uitgenodigd om mee te denken. Op de pagina hieronder ziet u wie dat is en wat die mag zien.',
  },
  reopened: {
    subject: 'Uw zorgvraag is weer geopend',
    body: 'Het team zoekt weer een organisatie voor uw zorgvraag.',
  },
}

export function isToldByMail(code: string): code is ToldByMail {
  return Object.hasOwn(noticeText, code)
}

/** The Dutch mail of one step, with the link where its reader can look. */
export function letterOf(code: ToldByMail, number: string, link: string): { subject: string; body: string } {
  const { subject, body } = noticeText[code]
  return {
    subject: `${subject} (${formatRequestNumber(number)})`,
    body: `Beste aanvrager,\n\n${body}\n\nBekijk de zorgvraag hier:\n${link}\n\nIn deze mail staan geen persoonlijke gegevens. Stuur hem niet door: wie de link heeft, kan zien hoe het met de zorgvraag staat.\n`,
  }
}
