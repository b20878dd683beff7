import type { Routes } from '#platform/http/house.ts'
import { changesPage } from './pages/changes-page.tsx'
import { peopleImportPage } from './pages/people-import-page.ts'
import { peoplePage } from './pages/people-page.tsx'
import { personPage } from './pages/person-page.tsx'
import { regionOrganizationsPage } from './pages/region-organizations-page.tsx'

export const routes: Routes = (app) => {
  changesPage(app)
  peoplePage(app)
  peopleImportPage(app)
  personPage(app)
  regionOrganizationsPage(app)
}
