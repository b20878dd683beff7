import type { Routes } from '#platform/http/house.ts'
import { coordinationApi } from './api.ts'
import { commandApi } from './api-commands.ts'
import { inquiryApi } from './api-inquiry.ts'
import { liveRequestRoute, liveRoutes } from './live.tsx'
import { choiceRoutes } from './pages/choice-routes.tsx'
import { commandRoutes } from './pages/command-routes.tsx'
import { escalatedPage } from './pages/escalated-page.tsx'
import { inquiryRoutes } from './pages/inquiry-routes.tsx'
import { listRoutes } from './pages/list-routes.tsx'
import { outOfHoursRoutes } from './pages/out-of-hours-page.tsx'
import { requestRoutes } from './pages/request-routes.tsx'
import { routeImportPage } from './pages/route-import-page.ts'
import { routePage } from './pages/route-page.tsx'
import { routeTablePage } from './pages/route-table-page.tsx'
import { wayProposalPage } from './pages/way-proposal-page.tsx'

export const routes: Routes = async (app, house) => {
  await listRoutes(app, house)
  await requestRoutes(app, house)
  await inquiryRoutes(app, house)
  await commandRoutes(app, house)
  await outOfHoursRoutes(app, house)
  await choiceRoutes(app, house)
  await liveRoutes(app, house)
  await liveRequestRoute(app, house)
  escalatedPage(app)
  routeTablePage(app)
  routePage(app)
  routeImportPage(app)
  wayProposalPage(app)
  await coordinationApi(app, house)
  await inquiryApi(app, house)
  await commandApi(app, house)
}
