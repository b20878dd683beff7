import { expect, type Page } from '@playwright/test'

export type Sent = {
  /** As people read it out: 'ABCD-EFGH'. */
  number: string
  /** Address of the page where the requester follows the request. */
  follow: string
}

/** What the requester is told right after sending. */
export class SentPage {
  constructor(readonly page: Page) {}

  async whatItSays(): Promise<Sent> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Uw aanvraag is verstuurd')
    const number = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await this.page.getByRole('main').textContent()) ?? '')?.[0]
    const follow = await this.page.getByRole('link', { name: 'Volg uw aanvraag' }).getAttribute('href')
    if (!number || !follow) throw new Error('The confirmation tells no number or no way to follow the request')
    return { number, follow }
  }
}
