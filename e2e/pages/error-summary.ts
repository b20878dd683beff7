import { expect, type Page } from '@playwright/test'

/** The list of what has to be mended: it has the focus, the title says so, and each line leads to its field. */
export class ErrorSummary {
  constructor(readonly page: Page) {}

  async expectOnly(...messages: (string | RegExp)[]): Promise<void> {
    const summary = this.page.getByRole('alert')
    await expect(summary.getByRole('link')).toHaveText(messages)
    await expect(summary).toBeFocused()
    await expect(this.page).toHaveTitle(/^Fout: /)
  }

  /** Follows a line of the list; the field it leads to then has the focus. */
  async mend(message: string): Promise<void> {
    await this.page.getByRole('alert').getByRole('link', { name: message }).click()
    const field = new URL(this.page.url()).hash.slice(1)
    await expect(this.page.locator(`[id="${field}"]`)).toBeFocused()
  }
}
