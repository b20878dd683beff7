import type { Routes } from '#platform/http/house.ts'
import type { ServingTeamsQuery } from './finding.ts'
import { askingExplainedPage } from './pages/asking-explained-page.tsx'
import { comparisonPage } from './pages/comparison-page.tsx'
import { findPage } from './pages/find-page.tsx'
import { neighbourhoodPage } from './pages/neighbourhood-page.tsx'
import { organizationPage } from './pages/organization-page.tsx'
import { otherHelpImportPages } from './pages/other-help-import-pages.ts'
import { otherHelpPage } from './pages/other-help-page.tsx'
import { widgetCodePage } from './pages/widget/code-page.tsx'
import { widgetRoutes } from './pages/widget/routes.tsx'
import { siteMap } from './site-map.ts'

/** @param serving who gets what is asked from a neighbourhood; see `ServingTeamsQuery` */
export function routes(serving: ServingTeamsQuery): Routes {
  return (app) => {
    findPage(app)
    comparisonPage(app)
    askingExplainedPage(app)
    organizationPage(app)
    neighbourhoodPage(app, serving)
    widgetRoutes(app, serving)
    widgetCodePage(app)
    siteMap(app)
    otherHelpPage(app)
    otherHelpImportPages(app)
  }
}
