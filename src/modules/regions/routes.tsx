import type { Routes } from '#platform/http/house.ts'
import { regionsApi } from './api.ts'
import { areasPage } from './pages/areas-page.tsx'
import { changeWayPage } from './pages/change-way-page.tsx'
import { chooseWayPage } from './pages/choose-way-page.tsx'
import { filesPage } from './pages/files-page.tsx'
import { namePage } from './pages/name-page.tsx'
import { reasonsPage } from './pages/reasons-page.tsx'
import { regionPage } from './pages/region-page.tsx'
import { wayOfWorkingPage } from './pages/way-of-working-page.tsx'

export const routes: Routes = async (app, house) => {
  regionPage(app)
  wayOfWorkingPage(app)
  changeWayPage(app, house)
  chooseWayPage(app, house)
  reasonsPage(app)
  await regionsApi(app, house)
  filesPage(app)
  areasPage(app)
  namePage(app)
}
