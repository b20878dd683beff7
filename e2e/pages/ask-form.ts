import type { Page } from '@playwright/test'
import { choose } from './choose.ts'
import { type Sent, SentPage } from './sent-page.ts'

export type CarersAnswers = {
  familyName: string
  carerName: string
  carerEmail: string
  postcode?: string
  question?: string
}

/** The public form: three steps of short pages, for who asks care for themself or someone else. */
export class AskForm {
  constructor(readonly page: Page) {}

  async start(): Promise<void> {
    await this.page.goto('/aanvragen')
    await this.page.getByRole('button', { name: 'Begin met aanvragen' }).click()
  }

  async choose(option: string): Promise<void> {
    await choose(this.page, option)
  }

  async fill(label: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label }).fill(text)
  }

  async fillDate(legend: string, { day, month, year }: { day: string; month: string; year: string }): Promise<void> {
    const group = this.page.getByRole('group', { name: legend })
    await group.getByLabel('Dag').fill(day)
    await group.getByLabel('Maand').fill(month)
    await group.getByLabel('Jaar').fill(year)
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Volgende' }).click()
  }

  async goBack(): Promise<void> {
    await this.page.getByRole('button', { name: 'Vorige' }).click()
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Verstuur de aanvraag' }).click()
  }

  async fillPerson(familyName: string): Promise<void> {
    await this.fill('Voornaam', 'Cor')
    await this.fill('Achternaam', familyName)
    await this.fillDate('Geboortedatum', { day: '27', month: '3', year: '1941' })
    await this.choose('Man')
  }

  async fillPlace(postcode: string): Promise<void> {
    await this.fill('Postcode', postcode)
    await this.fill('Huisnummer', '12 A')
    await this.choose('Thuis')
  }

  async fillCarer({ carerName, carerEmail }: CarersAnswers): Promise<void> {
    await this.fill('Uw naam', carerName)
    await this.choose('Partner')
    await this.fill('Uw telefoonnummer', '026 1234567')
    await this.fill('Uw e-mailadres', carerEmail)
    await this.choose('Mij')
  }

  async tell(question: string): Promise<void> {
    await this.fill('Wat lukt niet meer?', question)
  }

  async consent(): Promise<void> {
    await choose(this.page, /^Ja, dit mag/)
  }

  async fillWhen(): Promise<void> {
    await this.choose('Binnen twee dagen')
    await this.choose('Ochtend')
    await this.fill('Hoe vaak per week?', '7')
  }

  /** The whole form without a stop, for journeys that are about what comes after. */
  async askFor(answers: CarersAnswers): Promise<Sent> {
    await this.start()
    await this.choose('Voor iemand anders')
    await this.goOn()
    await this.fillPerson(answers.familyName)
    await this.goOn()
    await this.fillPlace(answers.postcode ?? '6811 AB')
    await this.goOn()
    await this.fillCarer(answers)
    await this.goOn()
    await this.choose('Nee, er is geen spoed')
    await this.goOn()
    await this.choose('Wassen, aankleden of steunkousen')
    await this.goOn()
    await this.tell(answers.question ?? 'Wassen en aankleden lukt niet meer.')
    await this.goOn()
    await this.fillWhen()
    await this.goOn()
    await this.goOn()
    await this.goOn()
    await this.consent()
    await this.send()
    return new SentPage(this.page).whatItSays()
  }
}
