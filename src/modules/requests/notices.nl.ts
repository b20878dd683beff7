import { formatRequestNumber } from '#kernel/request-number.ts'
import type { HistoryCode } from './moving.ts'

/** What the mail says of each step: plain words, nothing about who it is for or which care it is. */
export const noticeText: Record<HistoryCode, { subject: string; body: string }> = {
  submitted: {
    subject: 'Wij hebben uw zorgvraag ontvangen',
    body: 'Wij hebben uw zorgvraag goed ontvangen. Op de pagina hieronder ziet u wie ermee bezig is, met het telefoonnummer, en wanneer u meer hoort.',
  },
  routed: {
    subject: 'Uw zorgvraag ligt nu bij een ander team',
    body: 'Een ander team kijkt nu naar uw zorgvraag. Op de pagina hieronder ziet u welk team dat is en hoe u het bereikt.',
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
  'date-changed': {
    subject: 'De datum van de zorgvraag is gewijzigd',
    body: 'De nieuwe datum staat bij de zorgvraag. Wie ermee bezig is, ziet dat meteen.',
  },
  escalated: {
    subject: 'Uw zorgvraag is doorgeschoven',
    body: 'Er was nog geen organisatie gevonden binnen de afgesproken tijd. Daarom kijkt nu een ander team naar uw zorgvraag. Op de pagina hieronder ziet u welk team dat is.',
  },
}

/** The mail of one step, with the link where its reader can look. */
export function letterOf(code: HistoryCode, number: string, link: string): { subject: string; body: string } {
  const { subject, body } = noticeText[code]
  return {
    subject: `${subject} (${formatRequestNumber(number)})`,
    body: `Beste aanvrager,\n\n${body}\n\nBekijk de zorgvraag hier:\n${link}\n\nIn deze mail staan geen persoonlijke gegevens. Stuur hem niet door: wie de link heeft, kan zien hoe het met de zorgvraag staat.\n`,
  }
}
