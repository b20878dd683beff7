import type { Routes } from '#platform/http/house.ts'
import { liveRoutes } from './live.tsx'
import { listRoutes } from './pages/list-routes.tsx'
import { requestRoutes } from './pages/request-routes.tsx'

export const routes: Routes = async (app, house) => {
  await listRoutes(app, house)
  await requestRoutes(app, house)
  await liveRoutes(app, house)
}
