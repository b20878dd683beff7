import { expect, type Locator, type Page } from '@playwright/test'

/** Who has room in the region: a day, a week, the map, a list. */
export class RegionView {
  constructor(readonly page: Page) {}

  async open(query = ''): Promise<void> {
    await this.page.goto(`/stoplicht${query}`)
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Wie heeft ruimte?')
  }

  async show(view: 'Dag' | 'Week' | 'Kaart' | 'Lijst'): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: 'Beelden' })
    await tabs.getByRole('link', { name: view }).click()
    await expect(tabs.locator('[aria-current]')).toHaveText(view)
  }

  async filterOn({ postcode, care }: { postcode: string; care: string }): Promise<void> {
    const filters = this.page.locator('details').filter({ hasText: 'Filters' })
    if ((await filters.getAttribute('open')) === null) await filters.locator('summary').click()
    await this.page.getByLabel('Postcode').fill(postcode)
    await this.page.getByLabel('Soort zorg').selectOption({ label: care })
    await this.page.getByRole('button', { name: 'Toon' }).click()
    await expect(this.page).toHaveURL(/postcode=/)
  }

  team(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) })
  }

  /** What a team says about a part of the day: the word that stands in its place. */
  light(team: string, place: number): Locator {
    return this.team(team).getByRole('cell').nth(place)
  }

  area(pc4: string): Locator {
    return this.page.getByRole('table', { name: 'Waar is ruimte?' }).getByRole('row').filter({ hasText: pc4 })
  }
}
