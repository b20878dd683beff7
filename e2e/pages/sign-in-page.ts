import type { Page } from '@playwright/test'

type Keys = { email: string; password: string; code: string }

export class SignInPage {
  constructor(readonly page: Page) {}

  async signIn({ email, password, code }: Keys): Promise<void> {
    await this.page.getByLabel('E-mailadres').fill(email)
    await this.page.getByLabel('Wachtwoord').fill(password)
    await this.page.getByLabel('Code uit uw app').fill(code)
    await this.page.getByRole('button', { name: 'Log in' }).click()
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('link', { name: 'Uitloggen' }).click()
    await this.page.getByRole('button', { name: 'Log uit' }).click()
  }
}
