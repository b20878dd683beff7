import { type LocalDate, parseDateParts } from '#kernel/dates.ts'
import type { Language } from '#kernel/languages.ts'
import { cleanLine, cleanText } from '#kernel/text.ts'
import { type FormWords, formWords } from './form-words.ts'

/** What a browser or a program sent: nothing about it is believed yet. */
export type RawForm = Readonly<Record<string, unknown>>
export type FieldErrors = Record<string, string>

/** What was typed, to show again: every value as text or as a list of texts. */
export type FormValues = Record<string, string | string[]>

type Wanted = { required?: string; max?: number }

/**
 * Reads the fields of a posted form one by one, in the order of the page, and gathers a message for each that is not right,
 * in Dutch or in the language of the form. A field that is wrong, missing or sent twice never throws; what was typed stays
 * in `values` to the letter.
 */
export class FormReader {
  readonly errors: FieldErrors = {}
  readonly values: FormValues = {}
  readonly #raw: RawForm
  readonly language: Language
  readonly #words: FormWords
  /** A form for the public may be gone on with in another language: its months are read in each. */
  readonly #isPublic: boolean

  /** @param language of a page for the public; professionals work in Dutch */
  constructor(body: unknown, language?: Language) {
    this.language = language ?? 'nl'
    this.#words = formWords[this.language]
    this.#isPublic = language !== undefined
    this.#raw = body !== null && typeof body === 'object' && !Array.isArray(body) ? (body as RawForm) : {}
    for (const [name, value] of Object.entries(this.#raw)) {
      if (name === '_csrf') continue
      if (typeof value === 'string') this.values[name] = value
      else if (Array.isArray(value)) this.values[name] = value.filter((one): one is string => typeof one === 'string')
    }
  }

  get ok(): boolean {
    return Object.keys(this.errors).length === 0
  }

  /** Keeps the first message of a field. */
  refuse(name: string, message: string): undefined {
    this.errors[name] ??= message
    return undefined
  }

  /** One line of text; an empty one is `undefined`. `required` is the message when it is missing. */
  line(name: string, { required, max = 200 }: Wanted = {}): string | undefined {
    return this.#text(name, cleanLine, required, max)
  }

  /** Several lines of text. */
  text(name: string, { required, max = 4000 }: Wanted = {}): string | undefined {
    return this.#text(name, cleanText, required, max)
  }

  /** One line that must also have a form: a postcode, a phone number. `wrong` says what is expected. */
  parsed<T>(name: string, parse: (line: string) => T | undefined, wrong: string, wanted: Wanted = {}): T | undefined {
    const line = this.line(name, { max: 254, ...wanted })
    if (line === undefined) return undefined
    return parse(line) ?? this.refuse(name, wrong)
  }

  /** A whole number between two bounds, the bounds included. */
  integer(name: string, { min, max, required }: { min: number; max: number; required?: string }): number | undefined {
    const wrong = this.#words.wholeNumber(min, max)
    return this.parsed(
      name,
      (line) => (/^\d{1,9}$/.test(line) && inside(Number(line), min, max) ? Number(line) : undefined),
      wrong,
      { required },
    )
  }

  /** A number with a comma or a point. */
  number(name: string, { min, max, required }: { min: number; max: number; required?: string }): number | undefined {
    const wrong = this.#words.number(min, max)
    return this.parsed(
      name,
      (line) =>
        /^\d{1,6}([.,]\d{1,2})?$/.test(line) && inside(Number(line.replace(',', '.')), min, max)
          ? Number(line.replace(',', '.'))
          : undefined,
      wrong,
      { required },
    )
  }

  /** One of the codes of a list. */
  choice<Code extends string>(name: string, codes: readonly Code[], { required }: Wanted = {}): Code | undefined {
    const value = this.#single(name)
    if (value === undefined || value === '') return required ? this.refuse(name, required) : undefined
    if (!(codes as readonly string[]).includes(value)) return this.refuse(name, required ?? this.#words.oneOfThese)
    return value as Code
  }

  /** Any number of codes of a list, each once, in the order of the list. */
  choices<Code extends string>(name: string, codes: readonly Code[], { required }: Wanted = {}): Code[] {
    const raw = this.#raw[name]
    const given = raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]
    if (given.some((one) => !(codes as readonly unknown[]).includes(one))) this.refuse(name, this.#words.fromTheList)
    if (given.length === 0 && required) this.refuse(name, required)
    return codes.filter((code) => given.includes(code))
  }

  checked(name: string): boolean {
    return this.#single(name) === 'ja'
  }

  /** A date in three fields `<name>-day`, `-month`, `-year`. */
  date(
    name: string,
    { required, wrong = this.#words.noSuchDate }: { required?: string; wrong?: string } = {},
  ): LocalDate | undefined {
    const [day, month, year] = ['day', 'month', 'year'].map(
      (part) => this.#single(`${name}-${part}`)?.trim() ?? '',
    ) as [string, string, string]
    if (this.errors[`${name}-day`] || this.errors[`${name}-month`] || this.errors[`${name}-year`])
      return this.#moveDateErrors(name)
    if (!day && !month && !year) return required ? this.refuse(name, required) : undefined
    return parseDateParts({ day, month, year }, this.#isPublic) ?? this.refuse(name, wrong)
  }

  #moveDateErrors(name: string): undefined {
    for (const part of ['day', 'month', 'year']) delete this.errors[`${name}-${part}`]
    return this.refuse(name, this.#words.dateOnce)
  }

  #text(
    name: string,
    clean: (text: string) => string | undefined,
    required: string | undefined,
    max: number,
  ): string | undefined {
    const typed = this.#single(name)
    if (typed === undefined) return required && !this.errors[name] ? this.refuse(name, required) : undefined
    if (typed.length > max * 4 && typed.trim().length > max)
      return this.refuse(name, this.#words.tooLong(typed.trim().length, max))
    const cleaned = clean(typed)
    if (cleaned === undefined) return this.refuse(name, this.#words.cannotRead)
    if (cleaned.length > max) return this.refuse(name, this.#words.tooLong(cleaned.length, max))
    if (cleaned === '') return required ? this.refuse(name, required) : undefined
    return cleaned
  }

  #single(name: string): string | undefined {
    const value = this.#raw[name]
    if (value === undefined || value === null) return undefined
    if (typeof value === 'string') return value
    return this.refuse(name, Array.isArray(value) ? this.#words.once : this.#words.asText)
  }
}

function inside(value: number, min: number, max: number): boolean {
  return value >= min && value <= max
}
