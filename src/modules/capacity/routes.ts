import type { Routes } from '#platform/http/house.ts'
import { weekPage } from './pages/week-routes.tsx'
import { regionRoutes } from './region-routes.ts'

export const routes: Routes = async (app, house) => {
  weekPage(app)
  await regionRoutes(app, house)
}
