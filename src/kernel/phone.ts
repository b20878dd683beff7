/** The area codes of three digits, 0 included; all others have four (Nummerplan telefoon- en ISDN-diensten). */
const shortAreaCodes = new Set(
  '010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 070 071 072 073 074 075 076 077 078 079 084 085 087 088 091'.split(
    ' ',
  ),
)

/**
 * Reads a phone number as people write it, with spaces, dots, dashes, slashes and brackets. Answers it in the form of
 * E.164 ('+31612345678'), or `undefined`.
 *
 * A number without country code is Dutch and starts with 0. Dutch numbers must have the right length; of foreign ones
 * only the length that E.164 allows is checked. The 0 that people leave behind the country code is taken away.
 */
export function parsePhone(text: string): string | undefined {
  if (text.length > 40 || !/^[\d\s()+./\u2010-\u2013-]+$/.test(text)) return undefined
  const withoutTrunkZero = /^[\s(]*(?:\+|00)/.test(text) ? text.replace('(0)', '') : text
  const dialled = withoutTrunkZero.replace(/[\s()./\u2010-\u2013-]/g, '')
  const [, international] = /^(?:\+|00)([1-9]\d{6,14})$/.exec(dialled) ?? []
  if (international) return international.startsWith('31') ? dutch(international.slice(2)) : `+${international}`
  return /^0[1-9]\d+$/.test(dialled) ? dutch(dialled) : undefined
}

/**
 * A number from `parsePhone` as it is read in the Netherlands: '06 12 34 56 78', '026 123 45 67', '0313 12 34 56',
 * '0800 1234'. A foreign number stays as it is.
 */
export function formatPhone(e164: string): string {
  if (!e164.startsWith('+31')) return e164
  const national = `0${e164.slice(3)}`
  if (/^0[89]0/.test(national)) return `${national.slice(0, 4)} ${national.slice(4)}`
  if (national.startsWith('06')) return national.replace(/^(..)(..)(..)(..)(..)$/, '$1 $2 $3 $4 $5')
  if (shortAreaCodes.has(national.slice(0, 3))) return national.replace(/^(...)(...)(..)(..)$/, '$1 $2 $3 $4')
  return national.replace(/^(....)(..)(..)(..)$/, '$1 $2 $3 $4')
}

function dutch(national: string): string | undefined {
  const significant = national.replace(/^0/, '')
  // 0800, 0900, 0906 and 0909 are followed by four or by seven digits, all others have nine in total.
  const isService = /^(?:800|90[069])(?:\d{4}|\d{7})$/.test(significant)
  const isOrdinary = /^[1-9]\d{8}$/.test(significant) && !/^(?:800|90[069])/.test(significant)
  return isService || isOrdinary ? `+31${significant}` : undefined
}
