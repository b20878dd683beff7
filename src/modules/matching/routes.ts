import type { Routes } from '#platform/http/house.ts'
import { matchingApi } from './api.ts'
import { divisionPage } from './pages/division-page.tsx'
import { shortlistPage } from './pages/shortlist-page.tsx'
import { weightsPage } from './pages/weights-page.tsx'

export const routes: Routes = async (app, house) => {
  await shortlistPage(app, house)
  await divisionPage(app, house)
  weightsPage(app)
  await matchingApi(app, house)
}
