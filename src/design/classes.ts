/** Joins class names; leaves out what does not hold. */
export function classes(...names: Array<string | false | undefined>): string {
  return names.filter(Boolean).join(' ')
}
