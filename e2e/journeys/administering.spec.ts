import { expect } from '@playwright/test'
import { AskForm } from '../pages/ask-form.ts'
import { choose } from '../pages/choose.ts'
import { ErrorSummary } from '../pages/error-summary.ts'
import { Mailbox } from '../pages/mailbox.ts'
import { become, people } from '../pages/practice.ts'
import { RequestList } from '../pages/request-list.ts'
import { SignInPage } from '../pages/sign-in-page.ts'
import { Authenticator } from '../support/authenticator.ts'
import { expectAccessible, expectStop } from '../support/expect-accessible.ts'
import { aFamilyName, anEmail, aPhoneNumber } from '../support/invented.ts'
import { test } from '../support/journey.ts'

test('an administrator invites a colleague, who signs in with a password and a code', async ({ page, someoneElse }) => {
  const name = `Noor ${aFamilyName()}`
  const email = anEmail(name)
  const errors = new ErrorSummary(page)

  await become(page, people.organizationAdministrator)
  await expectStop(page, /Gegevens van uw organisatie/)
  await page.getByRole('navigation', { name: 'Organisatie' }).getByRole('link', { name: 'Mensen' }).click()
  await expectStop(page, 'Mensen')
  await page.getByRole('link', { name: 'Iemand toevoegen' }).click()
  await page.getByLabel('Naam').fill(name)
  await page.getByLabel('Functie').fill('Wijkverpleegkundige')
  await page.getByRole('button', { name: 'Bewaar en nodig uit' }).click()
  await errors.expectOnly('Vul het e-mailadres in. Daar gaat de uitnodiging heen.', 'Kies wat deze persoon gaat doen')
  await expectAccessible(page)
  await page.getByLabel('E-mail').fill(email)
  await choose(page, 'Zorgvragen verdelen en oppakken, in een coördinerend team')
  await choose(page, 'Wijkteam Arnhem Centrum')
  await page.getByRole('button', { name: 'Bewaar en nodig uit' }).click()
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('nog geen wachtwoord')
  await expectAccessible(page)

  // The colleague opens the mail, chooses a sentence and adds the key to her phone.
  const colleague = await someoneElse()
  const hers = new ErrorSummary(colleague)
  const letter = await new Mailbox(colleague).letterTo(email)
  const invitation = await letter.getByRole('link').getAttribute('href')
  await letter.getByRole('link').click()
  await expectStop(colleague, 'Kies een wachtwoord en stel uw inlogcode in')
  const key = (await colleague.getByText(/^([A-Z2-7]{4} ?){8}$/).textContent()) ?? ''
  const authenticator = new Authenticator(key)
  const password = `een zin over ${name} in de regen`
  await colleague.getByLabel('Wachtwoord').fill('kort')
  await colleague.getByLabel('Nog een keer').fill('kort')
  await colleague.getByLabel('Code uit uw app').fill(authenticator.shown())
  await colleague.getByRole('button', { name: 'Bewaar en log in' }).click()
  await hers.expectOnly(/^Kies een wachtwoord van 12 tekens of meer/)
  await expectAccessible(colleague)
  await colleague.getByLabel('Wachtwoord').fill(password)
  await colleague.getByLabel('Nog een keer').fill(password)
  await colleague.getByLabel('Code uit uw app').fill(authenticator.code())
  await colleague.getByRole('button', { name: 'Bewaar en log in' }).click()
  await new RequestList(colleague).expectHere()
  await expect(colleague.getByRole('banner')).toContainText(name)

  // She signs out and in again; the invitation has had its time.
  const signIn = new SignInPage(colleague)
  await signIn.signOut()
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Zorg thuis nodig?')
  await colleague.goto('/zorgvragen')
  await expectStop(colleague, 'Inloggen voor zorgverleners')
  await signIn.signIn({ email, password: 'een andere zin', code: '000000' })
  await hers.expectOnly(/^Deze gegevens horen niet bij elkaar/)
  await expectAccessible(colleague)
  await signIn.signIn({ email, password, code: authenticator.code() })
  await new RequestList(colleague).expectHere()
  await colleague.goto('/account')
  await expectStop(colleague, 'Mijn account')
  await colleague.goto(invitation ?? '')
  await expectStop(colleague, 'Deze link werkt niet meer')
})

test('an administrator keeps the facts of the organisation right', async ({ page }) => {
  const errors = new ErrorSummary(page)
  const description = `Wij zijn er dag en nacht. Vraag naar ${aFamilyName()}.`
  await become(page, people.hospitalAdministrator)
  const phone = page.getByLabel('Telefoon')
  await phone.fill('bel maar')
  await page.getByLabel('Omschrijving').fill(description)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await errors.expectOnly('Vul een telefoonnummer in, zoals 026 123 45 67')
  await expect(page.getByLabel('Omschrijving')).toHaveValue(description)
  await expectAccessible(page)
  await phone.fill(aPhoneNumber())
  await page.getByRole('button', { name: 'Bewaar' }).click()
  // Someone else may have saved in the meantime: then both are shown, and saving again lets this one hold.
  await expect(page.getByText(/De gegevens zijn bewaard|intussen gewijzigd/)).toBeVisible()
  await expectAccessible(page)
})

test('the privacy officer finds who opened a request', async ({ page, someoneElse }) => {
  const familyName = aFamilyName()
  const carer = await someoneElse()
  const { number } = await new AskForm(carer).askFor({
    familyName,
    carerName: `Riet ${familyName}`,
    carerEmail: anEmail(`Riet ${familyName}`),
    postcode: '6828 AB',
  })
  const nurse = await someoneElse()
  const list = new RequestList(nurse)
  await become(nurse, people.centrumColleague)
  await list.filterOn({ postcode: '6828', priority: 'Binnen 48 uur' })
  await list.openRequest(number)

  await become(page, people.privacyOfficer)
  await expectStop(page, 'Inzage-log')
  await page.getByText('Filters', { exact: true }).click()
  await page.getByLabel('Nummer zorgvraag').fill(number)
  await page.getByRole('button', { name: 'Zoek' }).click()
  const look = page.getByRole('row').filter({ hasText: people.centrumColleague }).filter({ hasText: 'kaart bekeken' })
  await expect(look).toHaveCount(1)
  await expect(look).toContainText(number)
  expect(await page.content()).not.toContain(familyName)
  await expectAccessible(page)
  await look.getByRole('link').click()
  await expect(page.getByRole('main')).toContainText(people.centrumColleague)
  await expectAccessible(page)
})
