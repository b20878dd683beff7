import { expect } from '@playwright/test'
import { Desk } from '../pages/desk.ts'
import { become, people } from '../pages/practice.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { test, withScript } from '../support/journey.ts'

test('somebody calls: typed while talking, kept when it breaks off, sent, and promised', async ({
  page,
  someoneElse,
}) => {
  const desk = new Desk(page)
  const project = test.info().project.name
  const caller = `Beller ${project.replace(/[^a-z]/g, ' ')}`
  await become(page, people.deskNurse)
  await desk.open()
  await expectAccessible(page)

  // Meanwhile a colleague writes down another call: the board changes by itself, and what is being typed stays.
  const colleague = new Desk(await someoneElse())
  await desk.typeCall(caller, '06 12345678', 'Vader komt morgen thuis.', '2359')
  await colleague.become(people.deskColleague)
  await colleague.open()
  await colleague.typeCall(`Collega van ${caller}`, '', 'Vraagt de weg.', '')
  await colleague.keep()
  if (withScript()) await expect(desk.callOf(`Collega van ${caller}`)).toBeVisible()
  await expect(page.getByLabel('Wie belt er?')).toHaveValue(caller)

  // The line drops halfway: nothing of it is lost.
  await desk.makeRequest()
  await expectAccessible(page)
  await desk.fillIntake('Halverwege', '12')
  if (withScript()) await expect(page.getByRole('status')).toHaveText('Bewaard')
  else await page.getByRole('button', { name: 'Bewaar en ga later verder' }).click()
  await desk.open()
  await desk.callOf(caller).getByRole('link').click()
  await page.getByRole('link', { name: 'Ga verder met de zorgvraag' }).click()
  await expect(page.getByLabel('Achternaam')).toHaveValue('Halverwege')

  // One mistake, then sent: what to read out stands on the page.
  await page.getByLabel('Huisnummer').fill('')
  await desk.send()
  await expect(page.getByRole('link', { name: 'Vul het huisnummer in' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Huisnummer').fill(String(100 + project.length))
  await desk.send()
  await expect(page.getByRole('heading', { name: 'De zorgvraag is verstuurd' })).toBeVisible()
  await expect(page.getByText('Wijkteam Arnhem Centrum')).toBeVisible()
  await expectAccessible(page)

  // And the promise stands on the list until it is kept.
  await desk.open()
  await expect(desk.promiseTo(caller)).toContainText('Terugbellen')
  await desk
    .promiseTo(caller)
    .getByRole('button', { name: /^Gedaan/ })
    .click()
  await expect(desk.promiseTo(caller)).toHaveCount(0)
})
