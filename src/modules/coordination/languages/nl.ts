import { commandText } from '../text.nl.ts'

/** Dutch for clients and carers: the choice between organisations that can give the care. */
export const nl = {
  request: (number: string) => `Zorgvraag ${number}`,
  title: 'Kies een organisatie',
  lead: (moment: string) =>
    `Deze organisaties kunnen de zorg geven. U kunt kiezen tot ${moment}. Kiest u niet, dan kiest het team voor u.`,
  which: 'Welke organisatie heeft uw voorkeur?',
  choose: 'Kies een organisatie',
  go: 'Kies deze organisatie',
  notNow: 'Nu niet',
  wished: 'uw voorkeur',
  beginsOn: (date: string) => `kan beginnen op ${date}`,
  beginsAsAsked: 'kan beginnen op de dag die u vroeg',
  phone: (number: string) => `telefoon ${number}`,
  /** Why the choice did not go through. */
  refused: (code: Parameters<typeof commandText>[0]): string => commandText(code),
}

/** What a language must say. What is missing does not compile. */
export type Words = typeof nl
