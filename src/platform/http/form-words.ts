import type { Language } from '#kernel/languages.ts'

/** What a form says by itself about a field, whichever field it is. */
export type FormWords = {
  wholeNumber: (min: number, max: number) => string
  number: (min: number, max: number) => string
  oneOfThese: string
  fromTheList: string
  noSuchDate: string
  dateOnce: string
  once: string
  asText: string
  cannotRead: string
  tooLong: (length: number, max: number) => string
}

const nl: FormWords = {
  wholeNumber: (min, max) => `Vul een heel getal in van ${min} tot en met ${max}`,
  number: (min, max) => `Vul een getal in van ${min} tot en met ${max}`,
  oneOfThese: 'Kies een van de mogelijkheden',
  fromTheList: 'Kies uit de lijst',
  noSuchDate: 'Vul een datum in die bestaat, zoals 27 3 1941',
  dateOnce: 'Vul de datum één keer in',
  once: 'Vul dit één keer in',
  asText: 'Vul hier tekst in',
  cannotRead: 'Hier staat een teken dat wij niet kunnen lezen. Typ de tekst opnieuw.',
  tooLong: (length, max) => `Dit zijn ${length} tekens. Er passen er ${max}. Maak de tekst korter.`,
}

const en: FormWords = {
  wholeNumber: (min, max) => `Fill in a whole number from ${min} to ${max}`,
  number: (min, max) => `Fill in a number from ${min} to ${max}`,
  oneOfThese: 'Choose one of these',
  fromTheList: 'Choose from the list',
  noSuchDate: 'Fill in a date that exists, such as 27 3 1941 (day, month, year)',
  dateOnce: 'Fill in the date once',
  once: 'Fill this in once',
  asText: 'Fill in text here',
  cannotRead: 'There is a sign here that we cannot read. Type the text again.',
  tooLong: (length, max) => `This is ${length} characters. There is room for ${max}. Make the text shorter.`,
}

export const formWords: Readonly<Record<Language, FormWords>> = { nl, en }
