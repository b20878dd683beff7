import type { Routes } from '#platform/http/house.ts'
import { chainPage } from './pages/chain-page.tsx'
import { entryPage } from './pages/entry-page.tsx'
import { logPage } from './pages/log-page.tsx'

export const routes: Routes = (app, house) => {
  logPage(app)
  entryPage(app)
  chainPage(app, house)
}
