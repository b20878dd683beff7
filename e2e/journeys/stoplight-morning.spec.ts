import { expect } from '@playwright/test'
import { ErrorSummary } from '../pages/error-summary.ts'
import { LightWeek } from '../pages/light-week.ts'
import { become, people } from '../pages/practice.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { test, withScript } from '../support/journey.ts'

/** Journeys run beside one another in one practice region: each kind of browser has a team of its own. */
const teams: Record<string, string> = {
  phone: 'Team Singels',
  'phone without script': 'Team Oost',
  desktop: 'Team Zuid',
  'desktop without script': 'Team Veluwezoom',
}

test('a nurse sets the week of her team, takes it back, and says why it is full', async ({ page, someoneElse }) => {
  const team = teams[test.info().project.name] ?? 'Team Singels'
  const week = new LightWeek(page)
  const errors = new ErrorSummary(page)
  await become(page, people.centrumNurse)
  await week.open(team)
  await expectAccessible(page)

  // Tomorrow evening is full. Why, she forgets to say; what she chose is still there.
  const before = await week.shown(1, 'avond')
  const after = before === 'rood' ? 'oranje' : 'rood'
  await week.set(1, 'avond', after)
  await week.save()
  await errors.expectOnly('Kies waarom er geen plek is')
  await week.expectLight(1, 'avond', after)
  await expectAccessible(page)
  await page.getByLabel('Waarom niet groen?').selectOption('De routes zijn vol')
  await week.save()
  await expect(page.getByRole('heading', { name: /Bewaard/ })).toBeVisible()
  await week.expectLight(1, 'avond', after)
  await expectAccessible(page)

  // A mistake is taken back with one button.
  await page.getByRole('button', { name: 'Maak ongedaan' }).click()
  await expect(page.getByRole('heading', { name: /Teruggezet/ })).toBeVisible()
  expect(await week.shown(1, 'avond')).toBe(before)

  // A colleague has the same week open, and is second.
  const colleague = await someoneElse()
  const hers = new LightWeek(colleague)
  await become(colleague, people.teamColleague)
  await hers.open(team)
  const known = await week.shown(2, 'ochtend')
  await week.set(2, 'ochtend', known === 'groen' ? 'niet opgegeven' : 'groen')
  await week.save()
  await expect(page.getByRole('heading', { name: /Bewaard/ })).toBeVisible()
  const wanted = known === 'oranje' ? 'rood' : 'oranje'
  await hers.set(2, 'ochtend', wanted)
  await colleague.getByLabel('Waarom niet groen?').selectOption('Zieke collega’s')
  await hers.save()
  await expect(colleague.getByRole('heading', { name: /Een collega was u net voor/ })).toBeVisible()
  await expect(colleague.getByText(`door ${people.centrumNurse}`)).toBeVisible()
  await expectAccessible(colleague)
  await colleague.getByLabel('Waarom niet groen?').selectOption('Zieke collega’s')
  await hers.save()
  await expect(colleague.getByRole('heading', { name: /Bewaard/ })).toBeVisible()
  await hers.expectLight(2, 'ochtend', wanted)
})

test('the week goes by keyboard alone', async ({ page }) => {
  // Without script these are the radios of every browser, which need no journey of ours.
  if (!withScript()) return
  const week = new LightWeek(page)
  await become(page, people.centrumNurse)
  await week.open('Team Singels')
  const first = week.light(1, 'ochtend')
  await first.locator('input:checked').focus()
  await page.keyboard.press('r')
  await week.expectLight(1, 'ochtend', 'rood')
  await page.keyboard.press('g')
  await week.expectLight(1, 'ochtend', 'groen')
  const wide = (page.viewportSize()?.width ?? 0) > 1000
  await page.keyboard.press(wide ? 'Shift+ArrowDown' : 'Shift+ArrowRight')
  await week.expectLight(1, 'middag', 'groen')
  await page.keyboard.press('o')
  await week.expectLight(1, 'middag', 'oranje')
  await expect(page.getByLabel('Waarom niet groen?')).toBeVisible()
})
