import { expect, type Page } from '@playwright/test'

/** The post of the practice region: what would have been mailed. */
export class Mailbox {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/oefenen/post')
  }

  /** The newest letter to this address; mail is made by a job, so it may take a moment. */
  async letterTo(email: string) {
    const letter = this.page
      .getByRole('article')
      .or(this.page.locator('.card'))
      .filter({ hasText: `Aan ${email}` })
    await expect(async () => {
      await this.open()
      await expect(letter.first()).toBeVisible({ timeout: 500 })
    }).toPass()
    return letter.first()
  }
}
