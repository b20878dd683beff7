import { describe, expect, test } from 'vitest'
import { mayTry, perAccount, perAddress, subscriberOf } from './throttle.ts'

describe('tries at the door', () => {
  test('from one address for one account are refused within ten', () => {
    expect(perAddress).toBeLessThan(10)
    expect(mayTry({ fromAddress: perAddress - 1, forAccount: 0, knownDevice: false })).toBe(true)
    expect(mayTry({ fromAddress: perAddress, forAccount: 0, knownDevice: true })).toBe(false)
  })

  test('from many addresses at once do not lock somebody out of their own device', () => {
    expect(mayTry({ fromAddress: 0, forAccount: perAccount, knownDevice: false })).toBe(false)
    expect(mayTry({ fromAddress: 0, forAccount: 100_000, knownDevice: true })).toBe(true)
  })
})

describe('the address of a subscriber', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (address, subscriber) => {
    expect(subscriberOf(address)).toBe(subscriber)
  })
})
