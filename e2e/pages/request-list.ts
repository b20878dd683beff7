import { expect, type Locator, type Page } from '@playwright/test'

/** The list of the coordinating team. */
export class RequestList {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/zorgvragen')
    await this.expectHere()
  }

  async expectHere(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Zorgvragen')
  }

  request(number: string): Locator {
    return this.page.getByRole('row').filter({ hasText: number })
  }

  /** Narrows the list to one neighbourhood and how soon care must begin. */
  async filterOn({ postcode, priority }: { postcode: string; priority: string }): Promise<void> {
    const filters = this.page.locator('details').filter({ hasText: 'Filters' })
    if ((await filters.getAttribute('open')) === null) await filters.locator('summary').click()
    await this.page.getByLabel('Postcode').fill(postcode)
    await this.page.getByLabel('Hoe snel').selectOption(priority)
    await this.page.getByRole('button', { name: 'Toon' }).click()
    await expect(this.page).toHaveURL(/postcode=/)
  }

  async show(view: 'Te verdelen' | 'Genomen' | 'Mijn organisatie'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Lijsten' }).getByRole('link', { name: view }).click()
    await expect(this.page.getByRole('navigation', { name: 'Lijsten' }).locator('[aria-current]')).toContainText(view)
  }

  async openRequest(number: string): Promise<void> {
    await this.request(number).getByRole('link', { name: number, exact: true }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(number)
  }

  async take(number: string): Promise<void> {
    await this.request(number).getByRole('button', { name: 'Nemen' }).click()
  }

  /** The act-by moments from top to bottom, as the order of the rows says them. */
  async order(): Promise<string[]> {
    return this.page.getByRole('row').evaluateAll((rows) => rows.flatMap((row) => row.getAttribute('data-order') ?? []))
  }
}
