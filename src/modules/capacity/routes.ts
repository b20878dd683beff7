import type { Routes } from '#platform/http/house.ts'
import { capacityApi } from './api.ts'
import { cellPage } from './pages/cell-page.tsx'
import { connectionsPage } from './pages/connections-routes.tsx'
import { patternPage } from './pages/pattern-routes.tsx'
import { suggestionPage } from './pages/suggestion-routes.tsx'
import { weekPage } from './pages/week-routes.tsx'
import { regionRoutes } from './region-routes.ts'

export const routes: Routes = async (app, house) => {
  weekPage(app)
  suggestionPage(app)
  patternPage(app)
  cellPage(app)
  connectionsPage(app, house)
  await capacityApi(app, house)
  await regionRoutes(app, house)
}
