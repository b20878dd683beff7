import { expect, type Page } from '@playwright/test'
import { choose } from './choose.ts'

/** One request, for a nurse of the team. */
export class RequestPage {
  constructor(readonly page: Page) {}

  async take(): Promise<void> {
    await this.page.getByRole('button', { name: 'Nemen voor mijn organisatie' }).click()
  }

  async startToReturn(): Promise<void> {
    await this.page.getByRole('link', { name: 'Teruggeven' }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText('Zorgvraag teruggeven')
  }

  async giveBack({ reason, words }: { reason?: string; words?: string }): Promise<void> {
    if (reason) await choose(this.page, reason)
    if (words) await this.page.getByLabel('Toelichting voor het team').fill(words)
    await this.page.getByRole('button', { name: 'Geef terug' }).click()
  }

  async startToConfirm(): Promise<void> {
    await this.page.getByRole('link', { name: 'Zorg is gestart' }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText('Zorg is gestart')
  }

  async confirmStart(): Promise<void> {
    await this.page.getByRole('button', { name: 'Bevestig de start' }).click()
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: 'Afsluiten' }).click()
  }

  async expectState(state: string): Promise<void> {
    await expect(this.page.getByRole('main').getByText(state, { exact: true }).first()).toBeVisible()
  }

  async backToList(): Promise<void> {
    await this.page.getByRole('link', { name: 'Terug naar de lijst' }).click()
  }
}
