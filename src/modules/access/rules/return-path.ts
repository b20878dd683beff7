const base = 'http://own.invalid'

/**
 * Where to go after signing in, as asked in the address: only a page of our own. Anything that a browser could read as
 * another site (`//evil`, `/\evil`, a scheme, a tab or line break in between) is refused.
 */
export function ownPath(asked: unknown): string | undefined {
  if (typeof asked !== 'string' || asked.length > 500) return undefined
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked)) return undefined
  const url = new URL(asked, base)
  if (url.origin !== base || /^\/(inloggen|uitloggen|oefenen|uitnodiging|api)(\/|$)/.test(url.pathname))
    return undefined
  return url.pathname.startsWith('//') ? undefined : url.pathname + url.search
}
