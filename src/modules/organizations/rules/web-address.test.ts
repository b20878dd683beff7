import { describe, expect, test } from 'vitest'
import { parseWebAddress } from './web-address.ts'

describe('the address of a website', () => {
  test.each([
    ['www.alfa.example', 'https://www.alfa.example/'],
    ['https://alfa.example/over-ons?x=1', 'https://alfa.example/over-ons?x=1'],
    ['HTTP://Alfa.example', 'http://alfa.example/'],
  ])('%s is read', (text, address) => {
    expect(parseWebAddress(text)).toBe(address)
  })

  test.each([
    'javascript:alert(1)',
    'https://user:secret@alfa.example',
    'https://localhost',
    'http://127.0.0.1',
    'http://[::1]/',
    'alfa',
    'ftp://alfa.example',
    'https://alfa.example:8080',
    'https://alfa.example/"><script>',
    'https://a b.example',
    '//alfa.example',
    `https://alfa.example/${'a'.repeat(300)}`,
  ])('%s is refused', (text) => {
    expect(parseWebAddress(text)).toBeUndefined()
  })
})
