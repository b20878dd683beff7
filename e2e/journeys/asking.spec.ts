import { expect } from '@playwright/test'
import { AskForm } from '../pages/ask-form.ts'
import { ErrorSummary } from '../pages/error-summary.ts'
import { Mailbox } from '../pages/mailbox.ts'
import { SentPage } from '../pages/sent-page.ts'
import { expectAccessible, expectStop } from '../support/expect-accessible.ts'
import { aFamilyName, anEmail, aPhoneNumber } from '../support/invented.ts'
import { test } from '../support/journey.ts'

test('a carer of eighty asks for care for her husband, with mistakes, on two evenings', async ({
  page,
  someoneElse,
}) => {
  const familyName = aFamilyName()
  const carer = { familyName, carerName: `Riet ${familyName}`, carerEmail: anEmail(`Riet ${familyName}`) }
  const form = new AskForm(page)
  const errors = new ErrorSummary(page)

  await page.goto('/')
  await expectStop(page, 'Zorg thuis nodig?')
  await page.getByRole('main').getByRole('link', { name: 'Zorg aanvragen' }).click()
  await expectStop(page, 'Zorg aanvragen')
  await page.getByRole('button', { name: 'Begin met aanvragen' }).click()
  await expectStop(page, 'Voor wie vraagt u zorg aan?')

  // Step 1, first without answers, then with a date that does not exist.
  await form.goOn()
  await errors.expectOnly('Kies voor wie u zorg aanvraagt')
  await expectAccessible(page)
  await errors.mend('Kies voor wie u zorg aanvraagt')
  await form.choose('Voor iemand anders')
  await form.goOn()
  await expectStop(page, 'Wie heeft zorg nodig?')
  await form.fillPerson(familyName)
  await form.fillDate('Geboortedatum', { day: '31', month: '2', year: '1941' })
  await form.goOn()
  await errors.expectOnly('Vul een datum in die bestaat, zoals 27 3 1941')
  await expectAccessible(page)
  await expect(page.getByLabel('Achternaam')).toHaveValue(familyName)
  await expect(page.getByLabel('Dag')).toHaveValue('31')
  await form.fillDate('Geboortedatum', { day: '27', month: '3', year: '1941' })
  await form.goOn()

  // Outside the region: told where to go, and nothing typed is lost.
  await expectStop(page, 'Waar is de zorg nodig?')
  await form.fillPlace('1012 AB')
  await form.goOn()
  await expect(page.getByRole('main')).toContainText('Bel de huisarts.')
  await expectAccessible(page)
  await expect(page.getByLabel('Huisnummer')).toHaveValue('12 A')
  await form.fill('Postcode', '6811 AB')

  // Back and on again: the answers stand.
  await form.goBack()
  await expect(page.getByLabel('Achternaam')).toHaveValue(familyName)
  await form.goOn()
  await expect(page.getByLabel('Postcode')).toHaveValue('6811 AB')
  await form.goOn()
  await expectStop(page, 'Wie bent u?')
  await form.fillCarer(carer)

  // Half-way she stops, and mails herself the link.
  await form.goOn()
  await expectStop(page, 'Is er nu spoed?')
  await page.getByRole('link', { name: 'Bewaar uw aanvraag' }).click()
  await expectStop(page, 'Bewaar uw aanvraag')
  await page.getByLabel('Mail de link naar mijzelf').fill(carer.carerEmail)
  await page.getByRole('button', { name: 'Mail mij de link' }).click()
  await expect(page.getByText('De link is onderweg')).toBeVisible()
  await expectAccessible(page)

  // The next evening, on the computer of her daughter.
  const daughters = await someoneElse()
  const evening = new AskForm(daughters)
  const letter = await new Mailbox(daughters).letterTo(carer.carerEmail)
  await expect(letter).not.toContainText(familyName)
  await letter.getByRole('link').click()
  await expect(daughters.getByRole('heading', { level: 1 })).toHaveText('Is er nu spoed?')
  await evening.choose('Ja, er is nu iets ernstigs aan de hand')
  await evening.goOn()
  await expect(daughters.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112')
  await expectAccessible(daughters)
  await evening.choose('Ik heb al gebeld en vraag nu ook zorg aan')
  await evening.goOn()
  await expectStop(daughters, 'Waar is hulp bij nodig?')
  await evening.choose('Wassen, aankleden of steunkousen')
  await evening.goOn()
  await expectStop(daughters, 'Vertel in uw eigen woorden wat er nodig is')
  await evening.tell('Wassen en aankleden lukt niet meer. Hij valt vaak.')
  await evening.goOn()
  await expectStop(daughters, 'Wanneer is de zorg nodig?')
  await evening.fillWhen()
  await evening.goOn()
  await expectStop(daughters, 'Wat vindt u belangrijk?')
  await evening.choose('Een vrouw')
  await evening.goOn()
  await expectStop(daughters, 'Zorgverzekering en huisarts')
  await evening.goOn()

  // One answer is changed from the overview, and the way back leads there; a hasty double click sends once.
  await expectStop(daughters, 'Klopt alles?')
  await evening.send()
  await new ErrorSummary(daughters).expectOnly(
    'Zet een vinkje. Zonder toestemming mogen wij de aanvraag niet doorgeven.',
  )
  await expectAccessible(daughters)
  await daughters.getByRole('link', { name: 'het adres' }).click()
  await evening.fill('Huisnummer', '14')
  await daughters.getByRole('button', { name: 'Bewaar en ga terug' }).click()
  await expect(daughters.getByRole('main')).toContainText('6811 AB, nummer 14')
  await evening.consent()
  await daughters.getByRole('button', { name: 'Verstuur de aanvraag' }).dblclick()

  const sentPage = new SentPage(daughters)
  const { number } = await sentPage.whatItSays()
  await expect(daughters.getByRole('main')).toContainText('uiterlijk')
  await expect(daughters.getByRole('main').getByRole('link', { name: /^0\d/ }).first()).toHaveAttribute(
    'href',
    /^tel:\+31/,
  )
  await expectAccessible(daughters)

  // Refreshing, going back and sending again make no second request.
  await daughters.reload()
  expect((await sentPage.whatItSays()).number).toBe(number)
  await daughters.goBack()
  await page.goBack()
  expect((await new SentPage(page).whatItSays()).number).toBe(number)
})

test('whoever would rather talk is called back, and the form can be printed', async ({ page }) => {
  const errors = new ErrorSummary(page)
  await page.goto('/terugbellen')
  await expectStop(page, 'Bel mij terug')
  await page.getByRole('textbox', { name: 'Uw naam' }).fill(aFamilyName())
  await page.getByRole('textbox', { name: 'Uw telefoonnummer' }).fill('12')
  await page.getByRole('button', { name: 'Bel mij terug' }).click()
  await errors.expectOnly('Vul een telefoonnummer in, zoals 06 12345678 of 026 1234567')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Uw telefoonnummer' }).fill(aPhoneNumber())
  await page.getByRole('button', { name: 'Bel mij terug' }).click()
  await expectStop(page, 'Wij bellen u terug')
  await expect(page.getByRole('main')).toContainText('U wordt gebeld, uiterlijk')

  await page.goto('/aanvragen/printen')
  await expectStop(page, 'Zorg aanvragen: formulier op papier')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
})
