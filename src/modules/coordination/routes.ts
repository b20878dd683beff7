import type { Routes } from '#platform/http/house.ts'
import { coordinationApi } from './api/api.ts'
import { commandApi } from './api/api-commands.ts'
import { inquiryApi } from './api/api-inquiry.ts'
import { partsApi } from './api/api-parts.ts'
import { consultApi } from './consult/api-consult.ts'
import { deskApi } from './desk/api-desk.ts'
import { liveRequestRoute, liveRoutes } from './list/live.tsx'
import { itemApi } from './meeting/api-items.ts'
import { meetingApi } from './meeting/api-meeting.ts'
import { liveMeetingRoute } from './meeting/live.tsx'
import { choiceRoutes } from './pages/choice-routes.tsx'
import { commandRoutes } from './pages/command-routes.tsx'
import { consultRoutes } from './pages/consult/consult-routes.tsx'
import { deskRoutes } from './pages/desk/desk-routes.tsx'
import { intakeRoutes } from './pages/desk/intake-routes.tsx'
import { liveDeskRoute } from './pages/desk/live-desk.ts'
import { rosterRoutes } from './pages/desk/roster-routes.tsx'
import { escalatedPage } from './pages/escalated-page.tsx'
import { inquiryRoutes } from './pages/inquiry-routes.tsx'
import { inviteRoutes, lookingRoutes } from './pages/invited/invited-routes.tsx'
import { listRoutes } from './pages/list-routes.tsx'
import { mediationRoutes } from './pages/mediation/mediation-routes.tsx'
import { attendancePage } from './pages/meeting/attendance-page.tsx'
import { meetingIndexPage } from './pages/meeting/index-page.tsx'
import { meetingRoutes } from './pages/meeting/meeting-routes.tsx'
import { minutesPages } from './pages/meeting/minutes-page.tsx'
import { printPage } from './pages/meeting/print-page.tsx'
import { roundPage } from './pages/meeting/round-page.tsx'
import { settingPage } from './pages/meeting/setting-page.tsx'
import { outOfHoursRoutes } from './pages/out-of-hours-page.tsx'
import { partRoutes } from './pages/parts/part-routes.tsx'
import { splitRoutes } from './pages/parts/split-routes.tsx'
import { practiceTimePage } from './pages/practice-time-page.tsx'
import { acceptRoutes } from './pages/proposal/accept-routes.tsx'
import { requestRoutes } from './pages/request-routes.tsx'
import { routeImportPage } from './pages/route-import-page.ts'
import { routePage } from './pages/route-page.tsx'
import { routeTablePage } from './pages/route-table-page.tsx'
import { sendOnRoutes } from './pages/send-on-page.tsx'
import { swapRoutes } from './pages/swap/swap-routes.tsx'
import { toBedRoutes } from './pages/to-bed-page.tsx'
import { toRegionRoutes } from './pages/to-region-page.tsx'
import { wayProposalPage } from './pages/way-proposal-page.tsx'
import { proposalApi } from './proposal/api-proposal.ts'

export const routes: Routes = async (app, house) => {
  await listRoutes(app, house)
  await requestRoutes(app, house)
  await inquiryRoutes(app, house)
  await commandRoutes(app, house)
  await sendOnRoutes(app, house)
  await toBedRoutes(app, house)
  await toRegionRoutes(app, house)
  await splitRoutes(app, house)
  await partRoutes(app, house)
  await swapRoutes(app, house)
  await inviteRoutes(app, house)
  await lookingRoutes(app, house)
  await mediationRoutes(app, house)
  await outOfHoursRoutes(app, house)
  await acceptRoutes(app, house)
  await choiceRoutes(app, house)
  await liveRoutes(app, house)
  await liveRequestRoute(app, house)
  await consultRoutes(app, house)
  await deskRoutes(app, house)
  await intakeRoutes(app, house)
  await rosterRoutes(app, house)
  await liveDeskRoute(app, house)
  meetingIndexPage(app)
  await meetingRoutes(app, house)
  await liveMeetingRoute(app, house)
  attendancePage(app)
  minutesPages(app)
  printPage(app)
  settingPage(app)
  roundPage(app, house)
  escalatedPage(app)
  routeTablePage(app)
  routePage(app)
  routeImportPage(app)
  wayProposalPage(app)
  if (house.practice) practiceTimePage(app)
  await coordinationApi(app, house)
  await inquiryApi(app, house)
  await commandApi(app, house)
  await proposalApi(app, house)
  await deskApi(app, house)
  await consultApi(app, house)
  await partsApi(app, house)
  await meetingApi(app, house)
  await itemApi(app, house)
}
