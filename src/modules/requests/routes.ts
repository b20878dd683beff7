import type { Routes } from '#platform/http/house.ts'
import { requestsApi } from './api.ts'
import { liveReferralRoute } from './live-referrals.ts'
import { askRoutes } from './pages/ask/routes.tsx'
import { attachmentRoutes } from './pages/attachment-routes.ts'
import { callbackRoutes } from './pages/callback/routes.tsx'
import { followRoutes } from './pages/follow/follow-routes.tsx'
import { questionRoutes } from './pages/question-routes.tsx'
import { referRoutes } from './pages/refer/refer-routes.tsx'
import { referralRoutes } from './pages/refer/referral-routes.tsx'
import { unwantedRoutes } from './pages/unwanted-routes.tsx'
import { referApi } from './refer-api.ts'

export const routes: Routes = async (app, house) => {
  await askRoutes(app, house)
  await callbackRoutes(app, house)
  await referRoutes(app, house)
  await referralRoutes(app, house)
  await liveReferralRoute(app, house)
  await attachmentRoutes(app, house)
  await followRoutes(app, house)
  await questionRoutes(app, house)
  await unwantedRoutes(app, house)
  await requestsApi(app, house)
  await referApi(app, house)
}
