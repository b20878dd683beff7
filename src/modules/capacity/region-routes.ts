import type { Routes } from '#platform/http/house.ts'
import { historyApi } from './history-api.ts'
import { liveRoutes } from './live/routes.ts'
import { audiencePage } from './pages/region/audience-page.tsx'
import { freshnessPage } from './pages/region/freshness-page.tsx'
import { honestyPage } from './pages/region/honesty-page.tsx'
import { regionViewPage } from './pages/region/region-page.tsx'
import { regionScreenPage } from './pages/region/screen-page.tsx'
import { teamLightsPage } from './pages/region/team-page.tsx'

/** Looking at lights: the region, a team, who sees what, how honest they are. */
export const regionRoutes: Routes = async (app, house) => {
  regionViewPage(app)
  teamLightsPage(app)
  regionScreenPage(app)
  freshnessPage(app)
  honestyPage(app)
  audiencePage(app)
  await liveRoutes(app, house)
  await historyApi(app, house)
}
