import { expect, type Locator, type Page } from '@playwright/test'
import { withScript } from '../support/journey.ts'

type Light = 'groen' | 'oranje' | 'rood' | 'niet opgegeven'

/** The week of a team: its lights, by tapping or by radios. */
export class LightWeek {
  constructor(readonly page: Page) {}

  async open(team: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Stoplicht zetten' }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText('Stoplicht zetten')
    await this.#choose(team)
    await expect(this.page).toHaveURL(/team=/)
    await expect(this.page.locator('html')).not.toHaveAttribute('aria-busy')
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(team)
  }

  /** A few teams are tabs; many (another journey may have brought some in) are a list to choose from. */
  async #choose(team: string): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: 'Teams van uw organisatie' })
    if ((await tabs.count()) > 0) return tabs.getByRole('link', { name: team, exact: true }).click()
    const form = this.page.getByRole('form', { name: 'Ander team' })
    await form.getByLabel('Team').selectOption(team)
    await form.getByRole('button', { name: 'Kies' }).click()
  }

  /** The days on the page, today first. */
  day(place: number): Locator {
    return this.page.locator('.light-week__day').nth(place)
  }

  light(place: number, daypart: string): Locator {
    return this.day(place).getByRole('group', { name: new RegExp(`, ${daypart}$`) })
  }

  /** With script a tap steps the light; without, each light is there to choose. */
  async set(place: number, daypart: string, light: Light): Promise<void> {
    const group = this.light(place, daypart)
    if (withScript()) {
      for (let taps = 0; taps < 4 && (await this.shown(place, daypart)) !== light; taps += 1)
        await group.locator('label:has(:checked)').click()
    } else {
      await group.getByRole('radio', { name: light, exact: true }).check()
    }
    await this.expectLight(place, daypart, light)
  }

  async shown(place: number, daypart: string): Promise<string> {
    const chosen = this.light(place, daypart).locator('label:has(:checked)')
    return ((await chosen.textContent()) ?? '').trim()
  }

  async expectLight(place: number, daypart: string, light: Light): Promise<void> {
    await expect(this.light(place, daypart).getByRole('radio', { name: light, exact: true })).toBeChecked()
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  }
}
