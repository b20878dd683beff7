import { expect } from '@playwright/test'
import { ErrorSummary } from '../pages/error-summary.ts'
import { become, people } from '../pages/practice.ts'
import { ReferForm } from '../pages/refer-form.ts'
import { ReferralPage } from '../pages/referral-page.ts'
import { expectAccessible, expectStop } from '../support/expect-accessible.ts'
import { aFamilyName, aFreeTestBsn, inDays } from '../support/invented.ts'
import { test } from '../support/journey.ts'
import { aDischargeLetter } from '../support/small-pdf.ts'

test('a transfer nurse refers two clients, moves a discharge, supplements, and takes one back', async ({ page }) => {
  const form = new ReferForm(page)
  const referral = new ReferralPage(page)

  await become(page, people.transferNurse)
  const client = { familyName: aFamilyName(), bsn: await aFreeTestBsn(page) }
  await expectStop(page, 'Mijn verwijzingen')
  await page.getByRole('main').getByRole('link', { name: 'Cliënt verwijzen' }).click()
  await expectStop(page, 'Cliënt verwijzen')

  // Sent too soon: what misses is told, and what was typed stands.
  await form.sayWho(client)
  await form.send()
  await expect(page).toHaveTitle(/^Fout: /)
  await expect(page.getByRole('alert')).toContainText('Vul in waarvoor hulp nodig is')
  await expect(page.getByRole('textbox', { name: 'Achternaam' })).toHaveValue(client.familyName)
  await expectAccessible(page)

  await form.check()
  await expect(page.getByRole('main')).toContainText('Er loopt nog geen zorgvraag voor deze cliënt')
  await expectAccessible(page)
  await form.sayWhat('Wassen en steunkousen na een heupoperatie.')
  await form.attach(aDischargeLetter())
  await form.send()
  await expectStop(page, new RegExp(client.familyName))
  await referral.expectDone('De zorgvraag is verstuurd')
  const number = await referral.number()
  await expect(page.getByRole('main')).toContainText('Wijkteam Arnhem Centrum')
  const letter = await page.getByRole('link', { name: 'ontslagbrief.pdf' }).getAttribute('href')
  const download = await page.request.get(letter ?? '')
  expect(download.headers()['content-type']).toBe('application/pdf')
  expect(await download.body()).toEqual(aDischargeLetter().buffer)

  // The second time she is warned before she fills anything in.
  await form.open()
  await form.sayWho(client)
  await form.check()
  await expect(page.getByRole('main')).toContainText('Er loopt al een zorgvraag voor deze cliënt')
  await expect(page.getByRole('main')).toContainText(number)
  await expectAccessible(page)

  // The list finds it again; the discharge is a day later.
  await page.goto('/verwijzingen')
  await page.getByLabel('Zoek op nummer of begin van de achternaam').fill(number)
  await page.getByRole('button', { name: 'Zoek' }).click()
  await expect(page.getByText('1 gevonden.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: new RegExp(client.familyName) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(client.familyName)
  await referral.moveDischargeTo(inDays(400))
  await new ErrorSummary(page).expectOnly(/.+/)
  await expectAccessible(page)
  await referral.moveDischargeTo(inDays(2))
  await referral.expectDone('De nieuwe datum is opgeslagen')
  await referral.supplement('Mevrouw heeft een rollator mee naar huis.')
  await referral.expectDone('De aanvulling is toegevoegd')
  await expect(page.getByRole('main')).toContainText('Mevrouw heeft een rollator mee naar huis.')

  // Another client turns out to go to a hospice.
  const other = { familyName: aFamilyName(), bsn: await aFreeTestBsn(page) }
  await form.open()
  await form.sayWho(other)
  await form.sayWhat('Hulp bij wassen in de laatste weken.')
  await form.send()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(other.familyName)
  await referral.unfoldWithdrawal()
  await referral.withdraw()
  await new ErrorSummary(page).expectOnly('Kies waarom u de zorgvraag intrekt')
  await referral.withdraw('Opgenomen in ziekenhuis, verpleeghuis of hospice')
  await referral.expectDone('De zorgvraag is ingetrokken')
  await expectAccessible(page)
})
