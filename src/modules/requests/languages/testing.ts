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

const dutchWords = new Set(
  'uw u het een niet wij zorgvraag aanvraag geen welke wordt zijn kunt deze heeft vul kies voor naar met bij bent ook wie waar wanneer'.split(
    ' ',
  ),
)

/** What of a page that is not in Dutch is said in Dutch after all: whole sentences of the Dutch file, and everyday words. */
export function dutchIn(page: string): string[] {
  const said = wordsIn(page.replace(/<(span|a|p|section)\b[^>]* lang="nl"[^>]*>.*?<\/\1>/gs, ' '))
  // The Dutch name of a kind of care stands beside its explanation on purpose: it is the word on letters.
  const sentences = [...sentencesOf(wordsOf('nl'))]
    .filter(([place, text]) => !place.startsWith('details.kindsOfCare.') && text.length > 12)
    .map(([, text]) => text)
    .filter((text) => /^[^[{]* [^[{]*$/.test(text))
  // Not what is all capitals: the number of a request is that, and may spell anything.
  const everyday = (said.match(/\b\p{L}\p{Ll}*\b/gu) ?? []).filter((word) => dutchWords.has(word.toLowerCase()))
  return [...sentences.filter((text) => said.includes(text)), ...everyday]
}

/** What a visitor reads or hears; a private key in an address may hold anything. */
function wordsIn(page: string): string {
  const heard = page.replace(/<[^>]*? aria-label="([^"]*)"[^>]*>/g, ' $1 ')
  return heard
    .replace(/<style.*?<\/style>|<script.*?<\/script>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}
