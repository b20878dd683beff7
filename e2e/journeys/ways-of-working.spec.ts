import { expect } from '@playwright/test'
import { become, people } from '../pages/practice.ts'
import { OneRequest, secondDoor, secondOrganizations, secondPeople } from '../pages/second-region.ts'
import { expectAccessible, expectStop } from '../support/expect-accessible.ts'
import { test } from '../support/journey.ts'

/**
 * One request per way of working, from asking to care started, with what happens when nobody takes it. All in the second
 * practice region, which is switched from one way to the next; so they go one after the other. The term of the request is let
 * run out: nobody waits for it.
 */
test.describe.configure({ mode: 'default' })
test.use({ baseURL: secondDoor() })

const phone = { viewport: { width: 375, height: 812 }, hasTouch: true }
const desktop = { viewport: { width: 1280, height: 800 }, hasTouch: false }
const { desk, nurse, otherNurse } = secondPeople
const { nurses, otherNurses } = secondOrganizations
const yes = 'Ja, wij kunnen dit'

const withoutScript = { javaScriptEnabled: false }
/** Who is asked in Zoetermeer, by name; and who answers for those that the wished one leaves it to. */
const teamsOfZoetermeer = [otherNurses, nurses, 'Wijkzorg Plaszicht']
const answersFor: Record<string, string> = { [otherNurses]: otherNurse, 'Wijkzorg Plaszicht': 'Hanneke Versluis' }

test.describe('on a phone', () => {
  test.use(phone)

  test('coordinating teams: the list of the team, a wider circle, and one of them takes it', async ({ page }) => {
    const request = new OneRequest(page)
    await request.worksBy('Coördinerende teams')
    await request.isReferred()
    await request.expectSaid('Wijkteam Zoetermeer')
    await request.isLeftAlone({ next: 'Transferpunt' })
    await expectAccessible(page)
    await request.isSeenBy(nurse)
    await request.expectWithoutName()
    await request.isTaken()
    await request.startsWith(nurse)
  })

  test('a shared counter: all are asked and nobody answers; asked again, the client chooses', async ({ page }) => {
    const request = new OneRequest(page)
    await request.worksBy('Gezamenlijk loket')
    await request.isAskedForByCarer()
    await request.isLeftAlone({ next: 'Transferpunt' })
    await request.isSeenBy(desk)
    await request.isAskedOf(nurses, otherNurses)
    await request.isAnsweredBy(otherNurse, yes)
    await request.isAnsweredBy(nurse, yes)
    await request.isChosenByCarer(nurses)
    await request.startsWith(nurse)
  })
})

test.describe('asking at once', () => {
  test.describe('on a phone', () => {
    test.use(phone)

    test('nobody answers: one team after the other by itself, and what is left is on the agenda of the meeting', async ({
      page,
    }) => {
      const request = new OneRequest(page)
      await request.worksBy('Coördinerende teams', { asksAtOnce: true })
      await request.isSentByCarer()
      const asked: string[] = []
      for (const _ of teamsOfZoetermeer) {
        asked.push(await request.askedNow())
        await request.isLeftAlone({ next: 'Wijkteam Zoetermeer' })
      }
      expect([...asked].sort()).toEqual(teamsOfZoetermeer)
      await request.isFollowed()
      for (const name of asked) await request.expectSaid(`${name} gaf geen antwoord op tijd`)
      await request.expectSaid('Het team zoekt nu zelf verder')
      await expectAccessible(page)
      await request.isOnTheListOf(nurse)
      await request.isOnTheAgendaOf('Wijkteam Zoetermeer')
    })
  })

  test.describe('on a desktop, without script', () => {
    test.use({ ...desktop, ...withoutScript })

    test('the wished party says no, the next is asked at once and says yes', async ({ page }) => {
      const request = new OneRequest(page)
      await request.worksBy('Coördinerende teams', { asksAtOnce: true })
      await request.isReferred({ wish: nurses })
      expect(await request.askedNow()).toBe(nurses)
      await request.isAnsweredBy(nurse, 'Nee, wij kunnen dit niet', 'Geen plek op dit dagdeel')
      const next = await request.askedNow()
      await request.expectSaid(`${nurses} kan het nu niet`)
      await request.isAnsweredBy(answersFor[next] ?? '', yes)
      await request.startsWith(answersFor[next] ?? '')
    })
  })
})

test.describe('on a phone, without script', () => {
  test.use({ ...phone, ...withoutScript })

  test('one entry: the desk gives it to a party after its term, and that confirms', async ({ page }) => {
    const request = new OneRequest(page)
    await request.worksBy('Eén ingang met een overleg')
    await request.isReferred()
    await request.expectSaid('Transferpunt')
    await request.isLeftAlone({ next: 'Transferpunt' })
    await request.isSeenBy(desk)
    await request.isAssignedTo(nurses)
    await request.isAnsweredBy(nurse, yes)
    await request.startsWith(nurse)
  })

  test('a transfer point: the wished party lets its hours pass, the point asks two, the hospital chooses', async ({
    page,
  }) => {
    const request = new OneRequest(page)
    await request.worksBy('Transferpunt')
    await request.isReferred({ wish: otherNurses })
    await request.isLeftAlone({ next: 'Transferpunt' })
    await request.isLeftAlone({ next: 'Transferpunt' })
    await request.isSeenBy(desk)
    await request.isAskedOf(nurses, otherNurses)
    await request.isAnsweredBy(nurse, yes)
    await request.isAnsweredBy(otherNurse, yes)
    await request.isChosenByReferrer(otherNurses)
    await request.startsWith(otherNurse)
  })
})

test.describe('to another region, on a desktop, without script', () => {
  test.use({ ...desktop, ...withoutScript })

  test('it is on the list there at once, and who asked goes along by the same link', async ({ page }) => {
    const request = new OneRequest(page)
    await request.worksBy('Coördinerende teams')
    await request.isSentByCarer()
    await request.isOnTheListOf(nurse)
    await request.isHandedOverTo('6828 AB')
    await request.isFollowedToTheOtherRegion()
    await request.expectSaid('Doorgestuurd door Oefenregio Zoetermeer')
    await request.isOnTheListOfTheOtherRegion(people.centrumNurse)
    await request.expectSaid('Oefenregio Zoetermeer, daar nummer')
    await request.expectWithoutName()
  })
})

test.describe('on a desktop', () => {
  test.use(desktop)

  test('a coordination point: who it gives it to cannot; after its term another can', async ({ page }) => {
    const request = new OneRequest(page)
    await request.worksBy('Coördinatiepunt')
    await request.isReferred()
    await request.isSeenBy(desk)
    await request.expectSaid(request.familyName)
    await request.isAssignedTo(otherNurses)
    await request.isAnsweredBy(otherNurse, 'Nee, wij kunnen dit niet', 'Geen plek op dit dagdeel')
    await request.isLeftAlone({ next: 'Transferpunt' })
    await expectAccessible(page)
    await request.isSeenBy(desk)
    await request.isAssignedTo(nurses)
    await request.isAnsweredBy(nurse, yes)
    await request.startsWith(nurse)
  })

  test('a switch team: the wished party first, then the team gives it to who fits best', async ({ page }) => {
    const request = new OneRequest(page)
    await request.worksBy('Schakelteam')
    await request.isReferred({ wish: nurses })
    await request.isLeftAlone({ next: 'Wijkteam Zoetermeer' })
    await request.isSeenBy(nurse)
    await request.isAssignedTo(otherNurses)
    await request.isAnsweredBy(otherNurse, yes)
    await request.startsWith(otherNurse)
  })

  test('the region manager reads what is stuck, and which postcode has no team', async ({ page }) => {
    const request = new OneRequest(page)
    await request.worksBy('Coördinerende teams')
    await request.isReferred()
    await request.isLeftAlone({ next: 'Transferpunt' })
    await become(page, secondPeople.manager)
    await page.goto('/regio/opgeschaald')
    await expectStop(page, 'Opgeschaald of over tijd')
    await request.expectSaid(request.number)
    await request.expectWithoutName()

    await page.goto('/regio/verdeling')
    await request.expectSaid('Elke postcode heeft een team')
    await page.goto('/regio/postcodes/nieuw')
    await page.getByRole('textbox', { name: 'Postcode' }).fill('2722')
    await page.getByRole('textbox', { name: 'Plaats' }).fill('Zoetermeer')
    await page.getByRole('textbox', { name: 'Gemeente' }).fill('Zoetermeer')
    await page.getByRole('textbox', { name: 'Breedtegraad' }).fill('52,05')
    await page.getByRole('textbox', { name: 'Lengtegraad' }).fill('4,50')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await request.expectSaid('De postcodes zijn bewaard')
    await page.goto('/regio/verdeling')
    await request.expectSaid('1 postcode heeft geen team')
    await request.expectSaid('2722')
  })
})

test.describe('on a desktop, without script', () => {
  test.use({ ...desktop, ...withoutScript })

  test('answer rounds: nobody answers in time, and the joint discussion gives it to one', async ({ page }) => {
    const request = new OneRequest(page)
    await request.worksBy('Antwoordrondes')
    await request.isReferred()
    await request.isLeftAlone({ next: 'Wijkteam Zoetermeer' })
    await request.isLeftAlone({ next: 'Transferpunt' })
    await request.isSeenBy(desk)
    await request.isAssignedTo(nurses)
    await request.isAnsweredBy(nurse, yes)
    await request.startsWith(nurse)
  })
})
