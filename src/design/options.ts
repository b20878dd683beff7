import { capital } from '#kernel/sentence.ts'

/** Codes with their words as the options of a question, each with a capital. */
export function optionsOf<Code extends string>(codes: readonly Code[], words: Record<Code, string>) {
  return codes.map((value) => ({ value, label: capital(words[value]) }))
}
