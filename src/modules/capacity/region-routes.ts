import type { Routes } from '#platform/http/house.ts'
import { regionViewPage } from './pages/region/region-page.tsx'

/** Looking at lights: the region, a team, who sees what, how honest they are. */
export const regionRoutes: Routes = async (app) => {
  regionViewPage(app)
}
