import { type Words, wordsOf } from './index.ts'

/** Every sentence of a language by its place in the file: 'form.next' → 'Volgende'. What is made from a value is not among them. */
export function sentencesOf(words: Words): Map<string, string> {
  const found = new Map<string, string>()
  walk(words, '')
  return found

  function walk(part: unknown, place: string): void {
    if (typeof part === 'string') found.set(place, part)
    else if (part !== null && typeof part === 'object')
      for (const [key, inner] of Object.entries(part)) walk(inner, place === '' ? key : `${place}.${key}`)
  }
}

const dutchWords =
  /\b(uw|u|het|een|niet|wij|zorgvraag|aanvraag|geen|welke|wordt|zijn|kunt|deze|heeft|vul|kies|voor|naar|met|bij|bent|ook|wie|waar|wanneer)\b/gi

/** What of a page that is not in Dutch is said in Dutch after all: whole sentences of the Dutch file, and everyday words. */
export function dutchIn(page: string): string[] {
  const said = wordsIn(page.replace(/<(span|a|p|section)\b[^>]* lang="nl"[^>]*>.*?<\/\1>/gs, ' '))
  const sentences = [...sentencesOf(wordsOf('nl')).values()].filter(
    (text) => text.length > 12 && /^[^[{]* [^[{]*$/.test(text),
  )
  return [...sentences.filter((text) => said.includes(text)), ...(said.match(dutchWords) ?? [])]
}

/** What a visitor reads or hears. */
function wordsIn(page: string): string {
  const heard = page.replace(/<[^>]*? aria-label="([^"]*)"[^>]*>/g, ' $1 ')
  return heard
    .replace(/<style.*?<\/style>|<script.*?<\/script>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}
