import { expect, type Page } from '@playwright/test'
import { choose } from './choose.ts'
import { become } from './practice.ts'

/** The desk: what somebody hears on the phone, and what comes of it. */
export class Desk {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  become(name: string): Promise<void> {
    return become(this.#page, name)
  }

  async open(): Promise<void> {
    await this.#page.goto('/balie')
  }

  /** Types while talking, with the keyboard alone. */
  async typeCall(name: string, phone: string, about: string, callBackBefore: string): Promise<void> {
    const { keyboard } = this.#page
    await this.#page.getByLabel('Wie belt er?').focus()
    await keyboard.type(name)
    await keyboard.press('Tab')
    await keyboard.type(phone)
    await keyboard.press('Tab')
    await keyboard.type('m')
    await keyboard.press('Tab')
    await keyboard.type(about)
    await keyboard.press('Tab')
    await keyboard.type(callBackBefore)
  }

  async keep(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Bewaar gesprek' }).click()
    await expect(this.#page.getByRole('heading', { name: 'Het gesprek is bewaard' })).toBeVisible()
  }

  /** The row of a call on the board; the newest, when somebody rang more often. */
  callOf(name: string) {
    return this.#page.locator('tr', { has: this.#page.getByText(name, { exact: true }) }).first()
  }

  async makeRequest(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Maak er een zorgvraag van' }).click()
    await expect(this.#page.getByRole('heading', { name: 'Zorgvraag per telefoon' })).toBeVisible()
  }

  async fillIntake(familyName: string, houseNumber: string): Promise<void> {
    const page = this.#page
    await choose(page, 'Persoonlijke verzorging')
    await choose(page, 'Binnen 48 uur')
    await page.getByLabel('Achternaam').fill(familyName)
    const birth = page.getByRole('group', { name: 'Geboortedatum' })
    await birth.getByLabel('Dag').fill('4')
    await birth.getByLabel('Maand').fill('7')
    await birth.getByLabel('Jaar').fill('1938')
    await page.getByLabel('Postcode').fill('6811 AB')
    await page.getByLabel('Huisnummer').fill(houseNumber)
    await choose(page, /^De beller vindt het goed/)
  }

  async send(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Verstuur de zorgvraag' }).click()
  }

  promiseTo(name: string) {
    return this.#page.locator('article', { has: this.#page.getByRole('heading', { name, level: 3, exact: true }) })
  }
}
