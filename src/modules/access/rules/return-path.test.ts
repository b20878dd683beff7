import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownPath } from './return-path.ts'

describe('the page to go back to after signing in', () => {
  test.each(['/zorgvragen', '/zorgvragen?toon=mijn&team=1', '/', '/verwijzingen/a-b_c'])('may be %s', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/a\\b',
    '/./\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%0d%0aSet-Cookie:x\r\n',
    ' /zorgvragen',
    '',
    undefined,
    null,
    ['/zorgvragen', '/regio'],
    `/${'a'.repeat(600)}`,
    '/inloggen?naar=/inloggen',
    '/uitloggen',
    '/api/me',
  ])('is refused when it is %j', (asked) => {
    expect(ownPath(asked)).toBeUndefined()
  })

  test('never leads to another site, whatever is asked', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '%2f',
      '%5c',
      '\t',
      '\n',
      'evil.example',
      '?',
      '#',
      'a',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = ownPath(pieces.join(''))
        if (path !== undefined) expect(new URL(path, 'https://wijkpoort.example').host).toBe('wijkpoort.example')
      }),
      { numRuns: 2000 },
    )
  })
})
