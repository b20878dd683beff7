import { expect, type Page } from '@playwright/test'
import { choose } from './choose.ts'

/** One referral, for who sent it. */
export class ReferralPage {
  constructor(readonly page: Page) {}

  /** The number that people read out. */
  async number(): Promise<string> {
    const number = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(
      (await this.page.getByRole('heading', { level: 1 }).textContent()) ?? '',
    )?.[0]
    if (!number) throw new Error('The referral tells no number')
    return number
  }

  async expectDone(what: string): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(what)
  }

  async moveDischargeTo({ day, month, year }: { day: string; month: string; year: string }): Promise<void> {
    const date = this.page.getByRole('group', { name: 'Ontslagdatum' })
    await date.getByLabel('Dag').fill(day)
    await date.getByLabel('Maand').fill(month)
    await date.getByLabel('Jaar').fill(year)
    await this.page.getByRole('button', { name: 'Bewaar de datum' }).click()
  }

  async supplement(text: string): Promise<void> {
    await this.page.locator('summary').filter({ hasText: 'Aanvullen' }).click()
    await this.page.getByLabel('Aanvulling').fill(text)
    await this.page.getByRole('button', { name: 'Voeg toe' }).click()
  }

  async unfoldWithdrawal(): Promise<void> {
    await this.page.locator('summary').filter({ hasText: 'Intrekken' }).click()
  }

  async withdraw(reason?: string): Promise<void> {
    if (reason) await choose(this.page, reason)
    await this.page.getByRole('button', { name: 'Trek de zorgvraag in' }).click()
  }
}
