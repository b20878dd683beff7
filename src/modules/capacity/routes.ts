import type { Routes } from '#platform/http/house.ts'
import { weekPage } from './pages/week-routes.tsx'

export const routes: Routes = (app) => {
  weekPage(app)
}
