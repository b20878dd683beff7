/**
 * What people type, kept to the letter. Nothing is composed, folded or replaced: someone's name is how they write it.
 * What is refused instead, is what a reader cannot see: it can hide or turn round the text beside it, and PostgreSQL
 * does not store a NUL or half a character.
 */

const tab = 0x09
const lineFeed = 0x0a

/**
 * One line of text without the white space around it, perhaps empty. Answers `undefined` when it holds a control
 * character (a line break is one), a character that turns the reading direction, or half of a surrogate pair.
 */
export function cleanLine(text: string): string | undefined {
  const trimmed = text.trim()
  return isReadable(trimmed, false) ? trimmed : undefined
}

/**
 * Text of several lines, as `cleanLine`, in which tabs and line breaks may stand. Browsers send a line break as CR LF; it
 * becomes LF, so that a text counts as many characters as its writer saw.
 */
export function cleanText(text: string): string | undefined {
  const trimmed = text.replace(/\r\n?/g, '\n').trim()
  return isReadable(trimmed, true) ? trimmed : undefined
}

/**
 * Whether a text can be (part of) the name of a person: at most 200 characters, at least one letter of any script, and
 * beside letters only what stands in names: spaces, apostrophes, hyphens, full stops, commas and the middle dot.
 * One letter is a name (Y, in Noord-Holland and in Myanmar). Ask it of cleaned text.
 */
export function isPersonName(text: string): boolean {
  if (text.length > 200 || !/\p{L}/u.test(text)) return false
  return /^[\p{L}\p{M} \u00a0'’‘`´.,·\-\u2010\u2011\u2013\u200c\u200d]+$/u.test(text)
}

function isReadable(text: string, manyLines: boolean): boolean {
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (isHighSurrogate(code)) {
      if (!isLowSurrogate(text.charCodeAt(place + 1))) return false
      place += 1
    } else if (isLowSurrogate(code) || turnsDirection(code)) {
      return false
    } else if (breaksLine(code) ? !manyLines : isControl(code)) {
      return false
    }
  }
  return true
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

/** Marks, embeddings, overrides and isolates: with these "3 mg" can be shown as "gm 3" (CVE-2021-42574). */
function turnsDirection(code: number): boolean {
  return (
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  )
}

function breaksLine(code: number): boolean {
  return code === tab || code === lineFeed || code === 0x2028 || code === 0x2029
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code <= 0x9f)
}
