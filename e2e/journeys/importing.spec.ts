import { expect, type Page } from '@playwright/test'
import { become, people } from '../pages/practice.ts'
import { expectAccessible, expectStop } from '../support/expect-accessible.ts'
import { aFamilyName } from '../support/invented.ts'
import { test } from '../support/journey.ts'

test('an administrator imports teams, sees three mistakes, mends them and imports', async ({ page }) => {
  const team = `Team ${aFamilyName()}`
  const file = (phone: string, name: string, pc4: string) =>
    `Team;Telefoon;Werkgebied\r\n${team} A;${phone};6811\r\n${name};;6812\r\n${team} C;;${pc4}\r\n`

  await become(page, people.organizationAdministrator)
  await page.goto('/organisatie/teams')
  await page.getByRole('link', { name: 'Veel tegelijk' }).click()
  await expectStop(page, 'Teams: veel tegelijk')

  await send(page, file('bel maar', '=1+1', '1012'))
  await expectStop(page, 'Teams: wat verandert er?')
  await expect(page.getByText('Er zijn 3 dingen niet goed')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'regel 3' })).toContainText('Hier staat een formule')
  await expect(page.getByRole('button', { name: /Bewaar/ })).toHaveCount(0)

  await page.getByRole('link', { name: 'Stuur het verbeterde bestand' }).click()
  await send(page, file('026 123 45 67', `${team} B`, '6814'))
  await expect(page.getByText('Telefoon: 026 123 45 67')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Bewaar deze 3 wijzigingen' }).click()
  await expect(page.getByRole('row').filter({ hasText: `${team} C` })).toContainText('6814')
})

test('a region manager sees on the map what a line would change before it counts', async ({ page }) => {
  await become(page, people.regionManager)
  await page.goto('/regio/verdeling')
  await expectStop(page, 'Welk team krijgt welke zorgvraag?')
  await page.getByRole('link', { name: 'Regel toevoegen' }).click()
  await expectStop(page, 'Regel toevoegen')
  await page.getByLabel('Team', { exact: true }).selectOption('Wijkteam Renkum')
  await page.getByLabel('Postcodes').fill('6701')
  await page.getByRole('button', { name: 'Bekijk op de kaart' }).click()
  await expect(page.getByText('Hiermee ontstaat een gat of een overlap')).toBeVisible()
  await expect(page.getByRole('img', { name: 'De verdeling zoals die wordt' })).toBeVisible()
  await expectAccessible(page)
})

async function send(page: Page, text: string): Promise<void> {
  const file = { name: 'teams.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.getByLabel('CSV-bestand').setInputFiles(file)
  await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click()
}
