import { expect, type Page } from '@playwright/test'
import { aFamilyName, anEmail } from '../support/invented.ts'
import { AskForm } from './ask-form.ts'
import { choose } from './choose.ts'
import { FollowPage } from './follow-page.ts'
import { MeetingPage } from './meeting-page.ts'
import { become } from './practice.ts'
import { ReferForm } from './refer-form.ts'
import { ReferralPage } from './referral-page.ts'
import { RequestList } from './request-list.ts'
import { RequestPage } from './request-page.ts'

/** People of the second practice region. */
export const secondPeople = {
  desk: 'Jolanda Keijzer',
  /** At Rokkeveen; sits in both area teams. */
  nurse: 'Winston Pinas',
  /** At Balijbos; sits in both area teams. */
  otherNurse: 'Truus Batelaan',
  transferNurse: 'Sven Hoogland',
  manager: 'Walter de Nijs',
} as const

export const secondOrganizations = { nurses: 'Thuiszorg Rokkeveen', otherNurses: 'Buurtzorg Balijbos' } as const

/** Its door: the name that every browser takes for its own machine, on the port of the first one. */
export function secondDoor(): string | undefined {
  const first = process.env.WIJKPOORT_ADDRESS
  return first && `http://zoetermeer.localhost:${new URL(first).port}`
}

/** The door of the other region, which stays with coordinating teams. */
const firstDoor = { address: process.env.WIJKPOORT_ADDRESS ?? '', name: 'Oefenregio Arnhem e.o.' }

/** One request on its way through the second region, whatever its way of working. */
export class OneRequest {
  readonly page: Page
  readonly familyName = aFamilyName()
  #id = ''
  #number = ''
  #follow: string | undefined

  constructor(page: Page) {
    this.page = page
  }

  get number(): string {
    return this.#number
  }

  /** The region manager lets the region work in another way from now on; asking at once has no quiet hours then. */
  async worksBy(way: string, { asksAtOnce = false } = {}): Promise<void> {
    await become(this.page, secondPeople.manager)
    await this.page.goto('/regio/werkwijze/kiezen')
    await choose(this.page, way)
    const atOnce = /^Vraag elke nieuwe zorgvraag meteen/
    // What was agreed before stands in the form.
    if ((await this.page.getByLabel(atOnce).isChecked()) !== asksAtOnce)
      await this.page.locator('label').getByText(atOnce).click()
    await this.#switchesNow()
    if (!asksAtOnce) return
    await this.page.goto('/regio/werkwijze/wijzigen')
    await this.page.locator('summary').filter({ hasText: 'Meteen vragen' }).click()
    await this.page.getByLabel('Vragen vanaf').fill('00:00')
    await this.page.getByLabel('Vragen tot').fill('24:00')
    await this.#switchesNow()
  }

  async #switchesNow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Zet de oefenregio nu om' }).click()
    await this.expectSaid('De oefenregio werkt vanaf nu zo')
  }

  /** The hospital asks, with or without an organisation that the client would rather have. */
  async isReferred({ wish }: { wish?: string } = {}): Promise<void> {
    await become(this.page, secondPeople.transferNurse)
    const form = new ReferForm(this.page)
    await form.open()
    await form.sayWho({ familyName: this.familyName, postcode: '2711 AB' })
    await form.sayWhat('Wassen en steunkousen na een heupoperatie.')
    if (wish) {
      await form.unfold('Wensen van de cliënt')
      await this.page.getByLabel('Liefst van').selectOption({ label: wish })
    }
    await form.send()
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(this.familyName)
    this.#number = await new ReferralPage(this.page).number()
    this.#id = new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  /** A family carer asks, without an account. */
  async isSentByCarer(): Promise<void> {
    const carerName = `Riet ${this.familyName}`
    const { number, follow } = await new AskForm(this.page).askFor({
      familyName: this.familyName,
      carerName,
      carerEmail: anEmail(carerName),
      postcode: '2711 AB',
    })
    this.#number = number
    this.#follow = follow
  }

  /** The same, and the desk finds it on its list. */
  async isAskedForByCarer(): Promise<void> {
    await this.isSentByCarer()
    await this.isOnTheListOf(secondPeople.desk)
  }

  async isOnTheListOf(name: string): Promise<void> {
    await become(this.page, name)
    const list = new RequestList(this.page)
    await list.open()
    await list.openRequest(this.#number)
    this.#id = new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  /** Nobody does anything until the term is over; the region's own rule says who is to act then. */
  async isLeftAlone({ next }: { next: string }): Promise<void> {
    await this.page.goto('/oefenen/tijd')
    await this.page.getByRole('textbox', { name: 'Nummer van de zorgvraag' }).fill(this.#number)
    await this.page.getByRole('button', { name: 'Laat de termijn verlopen' }).click()
    await this.expectSaid(`De termijn van ${this.#number} is om`)
    await this.expectSaid(`Nu aan zet: ${next}`)
  }

  /** Somebody of the region has it before them. */
  async isSeenBy(name: string): Promise<void> {
    await become(this.page, name)
    await this.page.goto(`/zorgvragen/${this.#id}`)
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
  }

  async expectSaid(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('main')).toContainText(words)
  }

  async expectWithoutName(): Promise<void> {
    expect(await this.page.content()).not.toContain(this.familyName)
  }

  async isTaken(): Promise<void> {
    await new RequestPage(this.page).take()
    await this.expectSaid(this.familyName)
  }

  async isAskedOf(...organizations: string[]): Promise<void> {
    await this.page.getByRole('link', { name: 'Organisaties vragen' }).click()
    for (const organization of organizations) await choose(this.page, organization)
    await this.page.getByRole('button', { name: 'Vraag het' }).click()
    await this.expectSaid('Uitvraag')
  }

  async isAssignedTo(organization: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Toewijzen' }).click()
    await choose(this.page, organization)
    await this.page.getByRole('button', { name: 'Wijs toe' }).click()
    await this.expectSaid('Uitvraag')
  }

  async isAnsweredBy(name: string, answer: string, reason?: string): Promise<void> {
    await this.isSeenBy(name)
    await this.expectWithoutName()
    await this.page.getByRole('link', { name: 'Antwoord geven' }).click()
    await choose(this.page, answer)
    if (reason) await this.page.getByLabel('Waarom niet?').selectOption({ label: reason })
    await this.page.getByRole('button', { name: 'Geef antwoord' }).click()
    await expect(this.page.getByRole('button', { name: 'Geef antwoord' })).toHaveCount(0)
  }

  /** The hospital chooses between those who can. */
  async isChosenByReferrer(organization: string): Promise<void> {
    await become(this.page, secondPeople.transferNurse)
    await this.page.goto(`/verwijzingen/${this.#id}/kiezen`)
    await choose(this.page, organization)
    await this.page.getByRole('button', { name: 'Kies deze organisatie' }).click()
    await this.expectSaid(organization)
  }

  /** The carer chooses, by the private link. */
  async isChosenByCarer(organization: string): Promise<void> {
    const followed = new FollowPage(this.page)
    await followed.open(this.#follow ?? '')
    await followed.prove({ day: '27', month: '3', year: '1941' })
    await this.page.goto(`${this.#follow}/kiezen`)
    await choose(this.page, organization)
    await this.page.getByRole('button', { name: 'Kies deze organisatie' }).click()
    await this.expectSaid(organization)
  }

  /** Who asked looks at it: on the private page without saying who they are, or among the referrals of the hospital. */
  async isFollowed(): Promise<void> {
    if (this.#follow) {
      await this.page.goto(this.#follow)
      return
    }
    await become(this.page, secondPeople.transferNurse)
    await this.page.goto(`/verwijzingen/${this.#id}`)
  }

  /** The client goes to live in the other region; who holds it hands it over, and somebody of the client's side says yes. */
  async isHandedOverTo(postcode: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Overdragen aan een andere regio' }).click()
    await choose(this.page, firstDoor.name)
    await this.page.locator('summary').filter({ hasText: 'ander adres' }).click()
    await this.page.getByRole('textbox', { name: 'Postcode' }).fill(postcode)
    await this.page.getByRole('textbox', { name: 'Huisnummer' }).fill('7')
    await choose(this.page, 'De mantelzorger, namens de cliënt')
    await this.page.getByRole('button', { name: 'Draag over' }).click()
    await this.expectSaid(`${firstDoor.name}, daar nummer`)
  }

  /** Who asked looks where they always look, reads where it is now, and goes there. */
  async isFollowedToTheOtherRegion(): Promise<void> {
    await this.isFollowed()
    await this.expectSaid(`Uw zorgvraag ligt nu bij ${firstDoor.name}`)
    const there = this.page.getByRole('link', { name: `Volg de zorgvraag bij ${firstDoor.name}` })
    await there.click()
    await expect(this.page).toHaveURL((url) => url.origin === new URL(firstDoor.address).origin)
    const said = (await this.page.getByRole('main').textContent()) ?? ''
    const number = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)?.[0]
    if (!number) throw new Error('The page over there tells no number')
    this.#number = number
  }

  /** Over there it is a request like all others, with where it came from. */
  async isOnTheListOfTheOtherRegion(name: string): Promise<void> {
    await become(this.page, name, firstDoor.address)
    await this.page.goto(`${firstDoor.address}/zorgvragen`)
    await new RequestList(this.page).openRequest(this.#number)
  }

  /** Who was asked last, as who asked for care reads it. */
  async askedNow(): Promise<string> {
    await this.isFollowed()
    const lines = await this.page
      .getByRole('main')
      .getByText(/ gevraagd$/)
      .allTextContents()
    const name = lines[0]?.replace(/ gevraagd$/, '').trim()
    if (!name) throw new Error('Nobody was asked')
    return name
  }

  /** It is an item of the meeting of this team, without whom it is about. */
  async isOnTheAgendaOf(team: string): Promise<void> {
    await this.page.goto('/overleg')
    await this.page.getByRole('link', { name: new RegExp(team) }).click()
    await expect(this.page).toHaveURL(/\/overleg\/./)
    const meeting = new MeetingPage(this.page)
    await meeting.lookAt(meeting.address, this.#id)
    await this.expectSaid(this.#number)
    await this.expectWithoutName()
  }

  /** Whoever took it lets know that care has begun, and who asked reads so. */
  async startsWith(name: string): Promise<void> {
    await this.isSeenBy(name)
    await this.expectSaid(this.familyName)
    const request = new RequestPage(this.page)
    await request.startToConfirm()
    await request.confirmStart()
    await expect(this.page.getByRole('button', { name: 'Bevestig de start' })).toHaveCount(0)
    await this.isFollowed()
    await this.expectSaid(/zorg (is )?gestart/i)
  }
}
