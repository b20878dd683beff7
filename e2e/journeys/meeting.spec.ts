import { expect } from '@playwright/test'
import { AskForm } from '../pages/ask-form.ts'
import { MeetingPage } from '../pages/meeting-page.ts'
import { become, people } from '../pages/practice.ts'
import { RequestList } from '../pages/request-list.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { aFamilyName, anEmail } from '../support/invented.ts'
import { test, withScript } from '../support/journey.ts'

test('a request is given to an organisation in the meeting, and that one says yes itself', async ({
  page,
  someoneElse,
}) => {
  const familyName = aFamilyName()
  const carer = await someoneElse()
  const { number } = await new AskForm(carer).askFor({
    familyName,
    carerName: `Riet ${familyName}`,
    carerEmail: anEmail(`Riet ${familyName}`),
    postcode: '6828 AB',
  })

  // Who leads looks at the item and gives it away; nothing on the shared screen says whose it is.
  await become(page, people.centrumColleague)
  const meeting = new MeetingPage(page)
  await meeting.join()
  await expectAccessible(page)
  const address = meeting.address
  await page.goto('/zorgvragen')
  const link = new RequestList(page).request(number).getByRole('link', { name: number, exact: true })
  const requestId = /[0-9a-f-]{36}/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? ''
  await meeting.lookAt(address, requestId)
  await expectAccessible(page)
  expect(await page.content()).not.toContain(familyName)
  if (withScript()) {
    await page.keyboard.press('1')
    await expect(page.getByRole('radio').first()).toBeChecked()
  }
  await meeting.giveTo('Thuiszorg De Rijnbocht')
  await meeting.expectOutcome('Toegewezen aan Thuiszorg De Rijnbocht')

  // That organisation confirms from its own seat; the others see it.
  const colleague = await someoneElse()
  await become(colleague, people.centrumNurse)
  const theirs = new MeetingPage(colleague)
  await theirs.lookAt(address, requestId)
  await theirs.confirm()
  await expect(colleague.getByText('Thuiszorg De Rijnbocht heeft deze zorgvraag.')).toBeVisible()
  if (!withScript()) await page.reload()
  await expect(page.getByText(/Thuiszorg De Rijnbocht (neemt de zorg|heeft deze zorgvraag)/).first()).toBeVisible()
  expect(await colleague.content()).not.toContain(familyName)

  // Decisions are the minutes.
  await page.goto(address)
  await meeting.openMinutes()
  await expect(page.getByRole('row').filter({ hasText: number }).first()).toContainText('Thuiszorg De Rijnbocht')
  await expectAccessible(page)
})
