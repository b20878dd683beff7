import { expect, type Page } from '@playwright/test'
import { choose } from './choose.ts'

export type Client = { familyName: string; bsn?: string; postcode?: string }

type File = { name: string; mimeType: string; buffer: Buffer }

/** The one-page form of referrers. */
export class ReferForm {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/verwijzen')
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Cliënt verwijzen')
  }

  /** Only what tells who it is about: enough to hear whether a request is open already. */
  async sayWho({ familyName, bsn, postcode = '6811 AB' }: Client): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Achternaam' }).fill(familyName)
    const birthDate = this.page.getByRole('group', { name: 'Geboortedatum' })
    await birthDate.getByLabel('Dag').fill('5')
    await birthDate.getByLabel('Maand').fill('11')
    await birthDate.getByLabel('Jaar').fill('1938')
    await this.page.getByRole('textbox', { name: 'Postcode' }).fill(postcode)
    await this.page.getByRole('textbox', { name: 'Huisnummer' }).fill('7')
    if (bsn) await this.page.getByRole('textbox', { name: 'BSN' }).fill(bsn)
  }

  async check(): Promise<void> {
    await this.page.getByRole('button', { name: 'Controleer op een lopende zorgvraag' }).click()
  }

  async sayWhat(question: string): Promise<void> {
    await this.page.getByLabel('Telefoon cliënt').fill('026 1234567')
    await this.page.getByRole('textbox', { name: 'Zorgvraag' }).fill(question)
    await choose(this.page.getByRole('group', { name: 'Soort zorg' }), 'Persoonlijke verzorging')
    await choose(this.page.getByRole('group', { name: 'Dagdelen' }), 'Ochtend')
    await choose(this.page.getByRole('radiogroup', { name: 'Hoe snel' }), 'Binnen 24 uur')
    await choose(this.page, 'De cliënt of vertegenwoordiger weet hiervan en vindt het goed')
  }

  async unfold(section: string): Promise<void> {
    await this.page.locator('summary').filter({ hasText: section }).click()
  }

  async attach(letter: File): Promise<void> {
    await this.unfold('Bijlagen')
    await this.page.getByLabel('Ontslagbrief').setInputFiles(letter)
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Verstuur de zorgvraag' }).click()
  }
}
