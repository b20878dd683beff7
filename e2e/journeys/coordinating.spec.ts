import { expect } from '@playwright/test'
import { AskForm } from '../pages/ask-form.ts'
import { ErrorSummary } from '../pages/error-summary.ts'
import { become, people } from '../pages/practice.ts'
import { RequestList } from '../pages/request-list.ts'
import { RequestPage } from '../pages/request-page.ts'
import { expectAccessible, expectStop } from '../support/expect-accessible.ts'
import { aFamilyName, anEmail } from '../support/invented.ts'
import { test, withScript } from '../support/journey.ts'

test('a morning in the coordinating team', async ({ page, someoneElse }) => {
  const familyName = aFamilyName()
  const carer = await someoneElse()
  const { number } = await new AskForm(carer).askFor({
    familyName,
    carerName: `Riet ${familyName}`,
    carerEmail: anEmail(`Riet ${familyName}`),
    postcode: '6828 AB',
  })

  // What needs acting on first stands first, and the filters survive a look at one request.
  await become(page, people.centrumNurse)
  const list = new RequestList(page)
  const request = new RequestPage(page)
  await expectStop(page, 'Zorgvragen')
  const order = await list.order()
  expect(order.length).toBeGreaterThan(1)
  expect(order).toEqual(order.toSorted())
  await list.filterOn({ postcode: '6828', priority: 'Binnen 48 uur' })
  await expectAccessible(page)
  await list.openRequest(number)
  await expectAccessible(page)
  expect(await page.content()).not.toContain(familyName)
  await expect(page.getByRole('main')).toContainText('Wijkteam Arnhem Centrum')
  await request.backToList()
  await list.expectHere()
  await expect(page.getByLabel('Postcode')).toHaveValue('6828')
  await expect(list.request(number)).toBeVisible()

  // A colleague of another organisation has the same list open.
  const colleague = await someoneElse()
  const theirList = new RequestList(colleague)
  const theirRequest = new RequestPage(colleague)
  await become(colleague, people.centrumColleague)
  await theirList.filterOn({ postcode: '6828', priority: 'Binnen 48 uur' })
  await expect(theirList.request(number)).toBeVisible()
  expect(await colleague.content()).not.toContain(familyName)
  const address = await theirList.request(number).getByRole('link', { name: number, exact: true }).getAttribute('href')

  // One takes it; the identity opens for her organisation, and for nobody else.
  await list.openRequest(number)
  await request.take()
  await expectStop(page, new RegExp(familyName))
  await request.expectState('Genomen')
  if (!withScript()) await colleague.reload()
  await expect(theirList.request(number)).toHaveCount(0)
  await theirList.show('Genomen')
  await expect(theirList.request(number)).toContainText('Thuiszorg De Rijnbocht')
  await expectAccessible(colleague)
  await colleague.goto(address ?? '')
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText(number)
  await expect(colleague.getByRole('main')).toContainText('Thuiszorg De Rijnbocht heeft deze zorgvraag genomen.')
  await expect(colleague.getByRole('button', { name: 'Nemen' })).toHaveCount(0)
  expect(await colleague.content()).not.toContain(familyName)
  await expectAccessible(colleague)

  // It does not fit the route after all: back to the top of the list, with a reason.
  await request.startToReturn()
  await expectAccessible(page)
  await request.giveBack({})
  await new ErrorSummary(page).expectOnly('Kies waarom u de zorgvraag teruggeeft')
  await expectAccessible(page)
  await request.giveBack({ reason: 'Toch geen plek in de route', words: 'De ochtendroute zit vol.' })
  await list.expectHere()
  await expect(page.getByRole('main')).toContainText('De zorgvraag is teruggegeven')
  await expect(list.request(number)).toContainText('Teruggegeven')
  await expectAccessible(page)
  expect(await page.content()).not.toContain(familyName)
  await page.goto(address ?? '')
  await expect(page.getByRole('main')).toContainText('De ochtendroute zit vol.')
  expect(await page.content()).not.toContain(familyName)

  // The colleague takes it. The page of the first nurse says so by itself, or when she presses the old button.
  await colleague.goto(address ?? '')
  await theirRequest.take()
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText(familyName)
  if (!withScript()) {
    await request.take()
    await expect(page).toHaveTitle(/^Fout: /)
  }
  await expect(page.getByRole('main')).toContainText('heeft deze zorgvraag genomen.')
  await expect(page.getByRole('button', { name: 'Nemen' })).toHaveCount(0)
  expect(await page.content()).not.toContain(familyName)
  await expectAccessible(page)

  // Care begins, and the request is closed.
  await colleague.goto(address ?? '')
  await theirRequest.startToConfirm()
  await expectAccessible(colleague)
  await theirRequest.confirmStart()
  await theirRequest.expectState('Gestart')
  await expectAccessible(colleague)
  await theirRequest.close()
  await theirRequest.expectState('Afgesloten')
  await expectAccessible(colleague)
})
