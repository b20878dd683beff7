import { describe, expect, test } from 'vitest'
import { refusePassword } from './password.ts'

const email = 'anja.alfa@alfa.example'

describe('a password', () => {
  test.each(['de kat zit op het dak', 'Zomerregen-op-zink', 'ÿÿÿÿéén twee drie', 'ppppaardenstal!9'])(
    'may be %s',
    (password) => {
      expect(refusePassword(password, email)).toBeUndefined()
    },
  )

  test('may be of 128 letters, and is not cut off', () => {
    expect(refusePassword('zes boeken '.repeat(11), email)).toBeUndefined()
    expect(refusePassword('zes boeken '.repeat(12), email)).toBe('too-long')
  })

  test.each([
    ['kort', 'too-short'],
    ['elf tekens!', 'too-short'],
    ['aaaaaaaaaaaaaaa', 'too-simple'],
    ['abababababababab', 'too-simple'],
    ['123456789012345', 'too-simple'],
    ['abcdefghijklmnop', 'too-simple'],
    ['anja.alfa@alfa.example', 'is-the-address'],
    ['Anja.Alfa2026', 'is-the-address'],
  ] as const)('is refused when it is %s: %s', (password, refusal) => {
    expect(refusePassword(password, email)).toBe(refusal)
  })
})
