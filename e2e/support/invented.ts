import { randomBytes, randomInt } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

/** A family name that nobody else in the region has, so that finding it somewhere means something. */
export function aFamilyName(): string {
  const letters = [...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')
  return `Van ${letters[0]?.toUpperCase()}${letters.slice(1)}`
}

export function aPhoneNumber(): string {
  return `06 ${randomInt(10_000_000, 99_999_999)}`
}

/** An address that no mail server knows (RFC 2606). */
export function anEmail(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.nl`
}

/**
 * A number for tests with which nobody has an open request; this page may ask that. There are some nine thousand, and the people
 * of the practice region have most of them.
 */
export async function aFreeTestBsn(page: Page): Promise<string> {
  for (;;) {
    const bsn = aTestBsn()
    const answer = await page.request.post('/api/referrals/check', { data: { bsn } })
    expect(answer.status()).toBe(200)
    if ((await answer.json()).open === null) return bsn
  }
}

/** A number for tests only: starts with 9999 and passes the check of eleven. */
function aTestBsn(): string {
  for (;;) {
    const digits = [...`9999${String(randomInt(0, 100_000)).padStart(5, '0')}`].map(Number)
    const sum = digits.reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0)
    if (sum % 11 === 0) return digits.join('')
  }
}

/** A day so many days from now, as a form asks it. */
export function inDays(days: number): { day: string; month: string; year: string } {
  const date = new Date(Date.now() + days * 86_400_000)
  const [year, month, day] = date.toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }).split('-').map(Number)
  return { day: String(day), month: String(month), year: String(year) }
}
