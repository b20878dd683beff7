import { expect } from '@playwright/test'
import { AskForm } from '../pages/ask-form.ts'
import { ErrorSummary } from '../pages/error-summary.ts'
import { FollowPage } from '../pages/follow-page.ts'
import { Mailbox } from '../pages/mailbox.ts'
import { expectAccessible, expectStop } from '../support/expect-accessible.ts'
import { aFamilyName, anEmail } from '../support/invented.ts'
import { test } from '../support/journey.ts'

test('who asked follows the request, sees who looked, mends a number and withdraws', async ({ page, someoneElse }) => {
  const familyName = aFamilyName()
  const carerEmail = anEmail(`Riet ${familyName}`)
  const { number } = await new AskForm(page).askFor({ familyName, carerName: `Riet ${familyName}`, carerEmail })

  // On another device, from the mail: which tells nothing but a link.
  const tablet = await someoneElse()
  const follow = new FollowPage(tablet)
  const errors = new ErrorSummary(tablet)
  const letter = await new Mailbox(tablet).letterTo(carerEmail)
  await expect(letter).not.toContainText(familyName)
  await expectAccessible(tablet)
  await letter.getByRole('link').click()
  await expectStop(tablet, /Hoe staat het met de zorgvraag\?/)

  // Where it stands is told to whoever has the link; who it is about is not.
  const main = tablet.getByRole('main')
  await expect(main).toContainText(number)
  await expect(main).toContainText('Wijkteam Arnhem Centrum')
  await expect(main.getByRole('link', { name: /^0\d/ }).first()).toHaveAttribute('href', /^tel:\+31/)
  await expect(main).toContainText('Er is antwoord vóór')
  expect(await tablet.content()).not.toContain(familyName)

  await follow.prove({ day: '28', month: '3', year: '1941' })
  await errors.expectOnly(/Deze datum klopt niet\. U kunt het nog \d van de \d keer proberen\./)
  await expectAccessible(tablet)
  expect(await tablet.content()).not.toContain(familyName)
  await follow.prove({ day: '27', month: '3', year: '1941' })
  await expect(main).toContainText(familyName)
  await expect(main).toContainText('Wie heeft gekeken?')
  await expectAccessible(tablet)

  await follow.startTo('Iets aanvullen')
  await expectAccessible(tablet)
  await follow.supplement('De sleutel ligt bij de buren.')
  await follow.expectDone('Uw aanvulling is toegevoegd')

  await follow.startTo('Gegevens verbeteren')
  await expectAccessible(tablet)
  await follow.correctRequestersPhone('026 98')
  await expect(tablet.getByRole('alert').getByRole('link')).toHaveCount(1)
  await expectAccessible(tablet)
  await follow.correctRequestersPhone('026 7654321')
  await follow.expectDone('Uw gegevens zijn verbeterd')
  await expect(main).toContainText('026 765 43 21')

  await follow.startTo('De zorgvraag intrekken')
  await expectAccessible(tablet)
  await follow.withdraw('De zorg is op een andere manier geregeld')
  await follow.expectDone('De zorgvraag is ingetrokken')
  await expectAccessible(tablet)
  await expect(tablet.getByRole('link', { name: 'De zorgvraag intrekken' })).toHaveCount(0)
})

test('a link that is not whole opens nothing, and says what to do', async ({ page }) => {
  await page.goto('/volg')
  await expectStop(page, 'Zorgvraag volgen')
  await page.getByLabel('Plak hier de hele link').fill('K7MX-4PQR')
  await page.getByRole('button', { name: 'Open de zorgvraag' }).click()
  await new ErrorSummary(page).expectOnly(/^Dit is niet de hele link/)
  await expectAccessible(page)
  await page.goto('/volg/K7MX4PQR/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
  await expectStop(page, 'Deze link werkt niet')
})
