import type { Routes } from '#platform/http/house.ts'
import { cellPage } from './pages/cell-page.tsx'
import { patternPage } from './pages/pattern-routes.tsx'
import { weekPage } from './pages/week-routes.tsx'
import { regionRoutes } from './region-routes.ts'

export const routes: Routes = async (app, house) => {
  weekPage(app)
  patternPage(app)
  cellPage(app)
  await regionRoutes(app, house)
}
