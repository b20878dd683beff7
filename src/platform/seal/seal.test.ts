import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeSeal, newPrivateKey } from './seal.ts'

const seal = makeSeal(Buffer.alloc(32, 1))
const other = makeSeal(Buffer.alloc(32, 2))

describe('the seal', () => {
  test('opens to the letter what it closed, never twice the same from outside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seal.open(seal.close(text))).toBe(text)
        expect(seal.close(text).equals(seal.close(text))).toBe(false)
      }),
    )
  })

  test('does not open what was changed or closed with another key', () => {
    const closed = seal.close('999990019')
    for (let place = 0; place < closed.length; place += 1) {
      const changed = Buffer.from(closed)
      changed[place]! ^= 1
      expect(() => seal.open(changed)).toThrow()
    }
    expect(() => other.open(closed)).toThrow()
  })

  test('hashes the same for one purpose only', () => {
    expect(seal.hash('a', 'x').equals(seal.hash('a', 'x'))).toBe(true)
    expect(seal.hash('a', 'x').equals(seal.hash('b', 'x'))).toBe(false)
    expect(seal.hash('a', 'x').equals(other.hash('a', 'x'))).toBe(false)
  })

  test('knows its own signature', () => {
    const signed = seal.sign('cookie', 'abc')
    expect(seal.verify('cookie', signed)).toBe('abc')
    expect(seal.verify('other', signed)).toBeUndefined()
    expect(seal.verify('cookie', signed.replace(/^./, 'X'))).toBeUndefined()
    expect(seal.verify('cookie', '')).toBeUndefined()
    expect(other.verify('cookie', signed)).toBeUndefined()
  })

  test('private keys hold 192 bits and survive an address', () => {
    const key = newPrivateKey()
    expect(Buffer.from(key, 'base64url').length).toBe(24)
    expect(encodeURIComponent(key)).toBe(key)
  })
})
