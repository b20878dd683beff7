import { careKinds } from '#kernel/care-kinds.ts'
import { insurerName } from '#kernel/insurers.ts'
import type { Language } from '#kernel/languages.ts'
import { languageName, wordsOf } from './languages/index.ts'
import type { Spot } from './rules/places.ts'

/** '6811 Arnhem' for one neighbourhood, 'Arnhem' for the whole place. */
export function spotName({ name, pc4 }: Spot): string {
  return pc4 ? `${pc4} ${name}` : name
}

export function pc4sOf({ teams }: { teams: readonly { pc4s: readonly string[] }[] }): string[] {
  return [...new Set(teams.flatMap(({ pc4s }) => pc4s))].sort()
}

export function languageNames(codes: readonly string[], language: Language): string {
  return codes.map((code) => languageName(code, language)).join(', ')
}

/** The plain words for kinds of care, in the order of the form. */
export function careNames(kinds: readonly string[], language: Language): string[] {
  const { care } = wordsOf(language)
  return careKinds.filter((kind) => kinds.includes(kind)).map((kind) => care[kind].name)
}

/** What an organisation says about faith and culture, in words of this language where there are any. */
export function faithNames(faiths: readonly string[], language: Language): string {
  const { faiths: known } = wordsOf(language)
  return faiths.map((faith) => (Object.hasOwn(known, faith) ? known[faith] : faith)).join(', ')
}

export function insurerNames(codes: readonly string[]): string {
  return codes
    .map(insurerName)
    .sort((a, b) => a.localeCompare(b, 'nl'))
    .join(', ')
}
