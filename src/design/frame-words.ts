import { createContext } from 'react'

/** The few words that components say by themselves; a page in another language hands down its own. */
export type FrameWords = {
  /** BCP 47, for `lang`. */
  lang: string
  dir: 'ltr' | 'rtl'
  skip: string
  menu: string
  footer: string
  back: string
  /** Names the links to this page in other languages. */
  languages: string
  otherWebsite: string
  optional: string
  /** Above what has to be mended: what is missing and what is wrong. */
  mend: string
  change: string
  steps: { label: string; at: (current: number, count: number) => string; done: string }
  date: { day: string; month: string; year: string }
  signs: { info: string; good: string; attention: string; error: string }
}

export const dutchFrame: FrameWords = {
  lang: 'nl',
  dir: 'ltr',
  skip: 'Direct naar de inhoud',
  menu: 'Hoofdmenu',
  footer: 'Over deze website',
  back: 'Terug',
  languages: 'Taal',
  otherWebsite: 'andere website',
  optional: 'niet verplicht',
  mend: 'Kijk dit nog even na',
  change: 'Wijzig',
  steps: { label: 'Stappen', at: (current, count) => `Stap ${current} van ${count}`, done: 'klaar' },
  date: { day: 'Dag', month: 'Maand', year: 'Jaar' },
  signs: { info: 'Informatie', good: 'Gelukt', attention: 'Let op', error: 'Fout' },
}

export const FrameWordsContext = createContext(dutchFrame)
