import { describe, expect, test } from 'vitest'
import { isEmail } from './email.ts'

describe('a mail address', () => {
  test.each([
    'a@b.nl',
    'jan.jansen@example.nl',
    'jan+zorg@mail.example.co.uk',
    "o'brien@example.org",
    'UPPER@EXAMPLE.NL',
    '1@2.nl',
    'wijkteam_noord@xn--caf-dma.nl',
    `${'a'.repeat(64)}@example.nl`,
  ])('can be %s', (text) => {
    expect(isEmail(text)).toBe(true)
  })

  test.each([
    '',
    '@',
    'jan',
    'jan@',
    '@example.nl',
    'jan@example',
    'jan@localhost',
    'jan@example.n',
    'jan@127.0.0.1',
    'jan@.nl',
    'jan@example..nl',
    'jan@example.nl.',
    'jan@-example.nl',
    'jan@example-.nl',
    'jan@exa_mple.nl',
    '.jan@example.nl',
    'jan.@example.nl',
    'jan..jansen@example.nl',
    'jan jansen@example.nl',
    'jan@example.nl ',
    'jan@example.nl\n',
    'jan@example.nl\r\nBcc: ander@example.nl',
    'jan@ander@example.nl',
    'Jan <jan@example.nl>',
    '"jan"@example.nl',
    'jan@example.nl,ander@example.nl',
    'jän@example.nl',
    `${'a'.repeat(65)}@example.nl`,
    `jan@${'a'.repeat(64)}.nl`,
    `jan@${'a.'.repeat(130)}nl`,
    `${'a'.repeat(1_000_000)}@example.nl`,
  ])('cannot be a text that is none (%#)', (text) => {
    expect(isEmail(text)).toBe(false)
  })

  test('has at most 254 characters', () => {
    const domain = (length: number) => `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(length)}.nl`
    expect(isEmail(`${'x'.repeat(54)}@${domain(13)}`)).toBe(true)
    expect(`${'x'.repeat(54)}@${domain(13)}`).toHaveLength(254)
    expect(isEmail(`${'x'.repeat(54)}@${domain(14)}`)).toBe(false)
  })
})
