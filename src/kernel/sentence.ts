/** 'Ma 23 nov' for 'ma 23 nov': how a line begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** 'ochtend, middag en avond', or with another last word 'Turks of Pools'. */
export function inSentence(words: readonly string[], last: 'en' | 'of' = 'en'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
