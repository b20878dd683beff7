import { expect, type Page } from '@playwright/test'
import { choose } from './choose.ts'

type DateParts = { day: string; month: string; year: string }

/** The private page of one request, for who asked for it. */
export class FollowPage {
  constructor(readonly page: Page) {}

  async open(address: string): Promise<void> {
    await this.page.goto(address)
  }

  async prove({ day, month, year }: DateParts): Promise<void> {
    const birthDate = this.page.getByRole('group', { name: 'Geboortedatum' })
    await birthDate.getByLabel('Dag').fill(day)
    await birthDate.getByLabel('Maand').fill(month)
    await birthDate.getByLabel('Jaar').fill(year)
    await this.page.getByRole('button', { name: 'Laat alles zien' }).click()
  }

  async startTo(what: 'Iets aanvullen' | 'Gegevens verbeteren' | 'De zorgvraag intrekken'): Promise<void> {
    await this.page.getByRole('link', { name: what }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(what)
  }

  async supplement(text: string): Promise<void> {
    await this.page.getByLabel('Wat wilt u aanvullen?').fill(text)
    await this.page.getByRole('button', { name: 'Voeg toe' }).click()
  }

  async correctRequestersPhone(phone: string): Promise<void> {
    await this.page.getByRole('group', { name: 'Wie de zorgvraag deed' }).getByLabel('Telefoon').fill(phone)
    await this.page.getByRole('button', { name: 'Bewaar' }).click()
  }

  async withdraw(reason: string): Promise<void> {
    await choose(this.page, reason)
    await this.page.getByRole('button', { name: 'Trek de zorgvraag in' }).click()
  }

  /** A line that says so, above the rest. */
  async expectDone(what: string): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(what)
    await expect(this.page).toHaveURL(/gelukt=/)
  }
}
