import { expect } from '@playwright/test'
import { become, people } from '../pages/practice.ts'
import { RegionView } from '../pages/region-view.ts'
import { expectAccessible, expectStop } from '../support/expect-accessible.ts'
import { inDays } from '../support/invented.ts'
import { test, withScript } from '../support/journey.ts'

test('a nurse looks for room, and sees it change while a colleague sets her light', async ({ page, someoneElse }) => {
  await become(page, people.centrumNurse)
  const region = new RegionView(page)
  await region.open()
  await expectStop(page, 'Wie heeft ruimte?')

  // The filters stand in the address and go along to every picture.
  await region.filterOn({ postcode: '6811', care: 'Wondzorg' })
  await expectAccessible(page)
  await region.show('Lijst')
  await expect(page).toHaveURL(/postcode=6811/)
  await expect(page.getByLabel('Postcode')).toHaveValue('6811')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Wis filters' }).first().click()
  await expect(page).not.toHaveURL(/postcode=/)
  await region.show('Week')
  await expectAccessible(page)
  await region.show('Kaart')
  await expect(region.area('6811')).toContainText(/ruimte|in overleg|niet opgegeven/)
  await expectAccessible(page)
  await region.area('6811').getByRole('link').click()
  await expect(page).toHaveURL(/postcode=6811/)

  // Of a team without room: who nearby has.
  await region.open()
  const full = page.locator('main a.heat--red, main a.heat--amber').first()
  await full.click()
  await expect(page.getByRole('heading', { name: 'Wie in de buurt heeft wel ruimte?' })).toBeVisible()
  await expectAccessible(page)

  // A colleague of another organisation sets her team to room; the open list of her team changes by itself.
  const { year, month, day } = inDays(1)
  const tomorrow = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  const colleague = await someoneElse()
  await become(colleague, people.centrumColleague)
  await region.open(`?dag=${tomorrow}`)
  const link = await page.getByRole('link', { name: 'Team Binnenstad' }).getAttribute('href')
  const teamId = /team\/([0-9a-f-]{36})/.exec(link ?? '')?.[1] ?? ''
  const place = page.locator(`#licht-${teamId}-${tomorrow}-night`)
  const before = (await place.getAttribute('title')) ?? ''
  const wanted = before === 'ruimte' ? 'in overleg' : 'ruimte'
  await setLight(colleague, { teamId, on: tomorrow, daypart: 'night', light: wanted === 'ruimte' ? 'green' : 'amber' })
  if (!withScript()) await page.reload()
  await expect(place).toHaveAttribute('title', wanted)

  // The wall of the meeting room, and how much each organisation tells.
  await page.goto('/stoplicht/scherm')
  await expectStop(page, /Wie heeft ruimte\?/)
  await page.goto('/stoplicht/actueel')
  await expectStop(page, 'Hoe actueel is het stoplicht?')
})

test('who answers for the stoplight agrees who sees it and how long it counts', async ({ page }) => {
  await become(page, people.organizationAdministrator)
  await page.goto('/organisatie/stoplicht')
  await expectStop(page, 'Wie ziet ons stoplicht?')
  await become(page, people.regionManager)
  await page.goto('/regio/stoplicht')
  await expectStop(page, 'Stoplicht van de regio')
  await page.getByLabel('Voor latere dagen, in uren').fill('1')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByRole('alert')).toContainText('ten minste zo veel uren')
  await expectAccessible(page)
})

type Light = { teamId: string; on: string; daypart: string; light: 'green' | 'amber' }

/** As her planning system does it, so that this journey is about looking; setting by hand has a journey of its own. */
async function setLight(page: import('@playwright/test').Page, { teamId, on, daypart, light }: Light): Promise<void> {
  const answer = await page.request.put(`/api/lights/${teamId}/${on}/${daypart}`, {
    data: { light, ...(light === 'amber' ? { reason: 'full-routes' } : {}) },
  })
  expect(answer.status()).toBe(200)
}
