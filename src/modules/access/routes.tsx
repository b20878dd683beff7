import type { Routes } from '#platform/http/house.ts'
import { meApi, practiceApi } from './api.ts'
import { accountPage } from './pages/account-page.tsx'
import { caughtMailPage } from './pages/caught-mail-page.tsx'
import { invitationPage } from './pages/invitation-page.tsx'
import { practicePage } from './pages/practice-page.tsx'
import { signInPage } from './pages/sign-in-page.tsx'
import { signOutPage } from './pages/sign-out-page.tsx'

export const routes: Routes = (app, house) => {
  signInPage(app, house)
  signOutPage(app, house)
  invitationPage(app, house)
  accountPage(app, house)
  meApi(app)
  if (!house.practice) return
  practicePage(app, house)
  caughtMailPage(app)
  practiceApi(app)
}
