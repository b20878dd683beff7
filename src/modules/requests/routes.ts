import type { Routes } from '#platform/http/house.ts'
import { callbackRoutes } from './pages/callback/routes.tsx'

export const routes: Routes = async (app, house) => {
  await callbackRoutes(app, house)
}
