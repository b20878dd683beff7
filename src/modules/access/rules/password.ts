/** In letters as people count them; ASVS 5.0 asks for 8, advises 15 and wants 64 to be possible. */
export const shortestPassword = 12
export const longestPassword = 128

export type PasswordRefusal = 'too-short' | 'too-long' | 'too-simple' | 'is-the-address'

/** Length counts, not kinds of characters: a sentence is easy to keep and hard to guess. */
export function refusePassword(password: string, email: string): PasswordRefusal | undefined {
  const letters = [...password]
  if (letters.length < shortestPassword) return 'too-short'
  if (letters.length > longestPassword) return 'too-long'
  if (password.toLowerCase().includes(email.split('@')[0]?.toLowerCase() ?? '') && letters.length < email.length + 6)
    return 'is-the-address'
  if (new Set(letters).size < 5 || isRun(letters)) return 'too-simple'
  return undefined
}

/** abcdefghijkl, 123456789012 and back: each letter next to the one before it. */
function isRun(letters: readonly string[]): boolean {
  const steps = letters
    .slice(1)
    .map((letter, place) => (letter.codePointAt(0) ?? 0) - (letters[place]?.codePointAt(0) ?? 0))
  return steps.filter((step) => Math.abs(step) === 1 || step === -9).length > steps.length * 0.8
}
