import type { Routes } from '#platform/http/house.ts'
import type { ServingTeamsQuery } from './finding.ts'
import { comparisonPage } from './pages/comparison-page.tsx'
import { findPage } from './pages/find-page.tsx'
import { neighbourhoodPage } from './pages/neighbourhood-page.tsx'
import { organizationPage } from './pages/organization-page.tsx'
import { siteMap } from './site-map.ts'

/** @param serving who gets what is asked from a neighbourhood; see `ServingTeamsQuery` */
export function routes(serving: ServingTeamsQuery): Routes {
  return (app, house) => {
    findPage(app, house)
    comparisonPage(app, house)
    organizationPage(app, house)
    neighbourhoodPage(app, house, serving)
    siteMap(app, house)
  }
}
