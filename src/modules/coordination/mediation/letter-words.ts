import { formatDate, formatMoment, localDateOf } from '#kernel/dates.ts'
import { insurerName } from '#kernel/insurers.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatPostcode } from '#kernel/postcode.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { priorityText } from '#kernel/text.nl.ts'
import { amountWords, careWords, daypartWords, historyText } from '#modules/requests/index.ts'
import type { Sheet } from '../list/sheet.ts'
import { escalationText } from '../text.nl.ts'
import type { InsuredPerson } from './letter.ts'

export type LetterWords = {
  title: string
  to: string
  on: string
  opening: string[]
  sections: { title: string; lines: string[] }[]
  closing: string[]
}

/** Steps that show an insurer what was tried; the rest of the history is not its business. */
const tried = ['asked', 'asked-back', 'wish-not-met', 'returned', 'escalated', 'split'] as const

/** The letter to the insurer in words: for the page, the print and the PDF alike. */
export function letterWords(sheet: Sheet, who: InsuredPerson, sender: string, now: Date): LetterWords {
  const { card, history } = sheet
  const address = [who.street && `${who.street} ${who.houseNumber}`, formatPostcode(who.postcode), who.place]
  const attempts = history
    .filter(({ code }) => (tried as readonly string[]).includes(code))
    .toReversed()
    .map((line) => {
      const more =
        line.code === 'escalated'
          ? `. ${escalationText(line.facts, line.teamName ?? line.organizationName ?? 'Het regioloket')}`
          : line.code === 'asked'
            ? `: ${Number(line.facts.count)}`
            : ''
      return `${formatMoment(line.at, now)}: ${historyText[line.code].toLowerCase()}${more}`
    })
  return {
    title: 'Verzoek om zorgbemiddeling',
    to: card.insurer ? insurerName(card.insurer) : 'de zorgverzekeraar van de cliënt',
    on: formatDate(localDateOf(now)),
    opening: [
      'Voor uw verzekerde is wijkverpleging gevraagd. In onze regio vonden wij geen organisatie die de zorg kan geven binnen de tijd die daarvoor staat.',
      'Wij vragen u om te bemiddelen, zoals uw zorgplicht volgens de Zorgverzekeringswet vraagt. De cliënt weet van deze brief en vindt het goed dat wij u deze gegevens geven.',
    ],
    sections: [
      {
        title: 'Wie',
        lines: [
          [who.givenName, who.familyName].filter(Boolean).join(' '),
          `Geboren op ${formatDate(who.birthDate)}`,
          address.filter(Boolean).join(', '),
          ...(who.phone ? [`Telefoon ${formatPhone(who.phone)}`] : []),
        ],
      },
      {
        title: 'Welke zorg',
        lines: [
          careWords(card),
          [daypartWords(card), amountWords(card)].filter(Boolean).join(', '),
          `Begin: ${card.startOn ? formatDate(card.startOn) : 'zo snel mogelijk'}. Nodig: ${priorityText[card.priority]}.`,
        ],
      },
      {
        title: 'Wat is geprobeerd',
        lines: [`${formatMoment(card.submittedAt, now)}: zorg gevraagd`, ...attempts],
      },
      {
        title: 'Wie u belt',
        lines: [
          `${sender}${card.holderPhone ? `, ${formatPhone(card.holderPhone)}` : ''}. Noem nummer ${formatRequestNumber(card.number)}.`,
        ],
      },
    ],
    closing: ['Wilt u ons laten weten wie u hebt gevonden, en vanaf wanneer?', `Met vriendelijke groet, ${sender}`],
  }
}
