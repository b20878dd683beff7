import { done, type Outcome, refused } from '#kernel/outcome.ts'

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252'
export type NoText = 'empty' | 'spreadsheet' | 'no-text'

/**
 * The text of a file as Dutch spreadsheets write it: UTF-8 with or without its mark, UTF-16 ("Unicode-tekst"), or else
 * Windows-1252, in which every byte is a character: so it is only believed when nothing else fits.
 */
export function decodeText(bytes: Buffer): Outcome<{ text: string; encoding: Encoding }, NoText> {
  if (bytes.length === 0) return refused('empty')
  // A spreadsheet is a zip (xlsx, ods) or an old compound document (xls).
  if (bytes.subarray(0, 4).equals(zip) || bytes.subarray(0, 4).equals(compound)) return refused('spreadsheet')
  const { text: raw, encoding } = decode(bytes)
  // One way to end a line, so that lines are counted as a spreadsheet counts them.
  const text = raw.replace(/\r\n?/g, '\n')
  if (text.includes('\u0000')) return refused('no-text')
  return text.trim() === '' ? refused('empty') : done({ text, encoding })
}

const zip = Buffer.from('PK\u0003\u0004', 'latin1')
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

function decode(bytes: Buffer): { text: string; encoding: Encoding } {
  // A decoder takes the mark at the start away by itself.
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
  }
}

/**
 * Node 20 decodes 'windows-1252' as Latin-1 (nodejs/node#56542), which makes control characters of the euro sign and of the
 * quotation marks that a word processor types: these 27 are what the two differ in.
 */
function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (one) => differing[one.charCodeAt(0) - 0x80] ?? one)
}
const differing = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
