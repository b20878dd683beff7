import { expect, type Locator, type Page } from '@playwright/test'

/** Ticks a box or picks a radio the way a finger does: by its words, which cover the whole row. */
export async function choose(within: Page | Locator, option: string | RegExp): Promise<void> {
  const exact = typeof option === 'string'
  await within.locator('label').getByText(option, { exact }).click()
  await expect(within.getByLabel(option, { exact })).toBeChecked()
}
