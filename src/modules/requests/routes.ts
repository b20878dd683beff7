import type { Routes } from '#platform/http/house.ts'
import { requestsApi } from './api.ts'
import { askRoutes } from './pages/ask/routes.tsx'
import { callbackRoutes } from './pages/callback/routes.tsx'

export const routes: Routes = async (app, house) => {
  await askRoutes(app, house)
  await callbackRoutes(app, house)
  await requestsApi(app, house)
}
