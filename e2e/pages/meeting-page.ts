import { expect, type Page } from '@playwright/test'

/** The screen of a team's meeting, or a look of one's own at one of its items. */
export class MeetingPage {
  constructor(readonly page: Page) {}

  /** From the menu; opens or joins the meeting of today. */
  async join(): Promise<void> {
    await this.page.goto('/overleg')
    const begin = this.page.getByRole('button', { name: /^(Begin het overleg|Ga verder met het overleg)$/ })
    if (await begin.isVisible()) await begin.click()
    const here = this.page.getByRole('button', { name: 'Ik ben er' })
    if (await here.isVisible()) await here.click()
    await expect(this.page.getByText(/bezig sinds/)).toBeVisible()
  }

  get address(): string {
    return new URL(this.page.url()).pathname
  }

  async lookAt(meeting: string, requestId: string): Promise<void> {
    await this.page.goto(`${meeting}/zorgvraag/${requestId}`)
    await expect(this.page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  }

  async giveTo(organization: string): Promise<void> {
    const row = this.page.getByRole('radio', { name: new RegExp(organization) }).first()
    if (!(await row.isVisible()))
      await this.page
        .locator('details', { has: this.page.locator('input[type="radio"]') })
        .filter({ hasText: organization })
        .locator('summary')
        .first()
        .click()
    await row.check()
    await this.page.getByRole('button', { name: 'Besluit', exact: true }).click()
  }

  async confirm(): Promise<void> {
    await this.page.getByRole('button', { name: 'Ja, wij nemen dit' }).click()
  }

  async expectOutcome(words: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible()
  }

  async openMinutes(): Promise<void> {
    await this.page.getByRole('link', { name: 'Verslagen' }).click()
    await this.page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click()
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText('Verslag')
  }
}
