import type { Routes } from '#platform/http/house.ts'
import { contactPage } from './pages/contact-page.tsx'
import { contactsPage } from './pages/contacts-page.tsx'
import { endpointsPage } from './pages/endpoints-page.tsx'
import { locationImportPages } from './pages/location-import-pages.ts'
import { locationsPage } from './pages/locations-page.tsx'
import { otherImportPages } from './pages/other-import-pages.ts'
import { photoRoute } from './pages/photo-route.ts'
import { profilePage } from './pages/profile-page.tsx'
import { regionTeamsPage } from './pages/region-teams-page.tsx'
import { teamImportPages } from './pages/team-import-pages.tsx'
import { teamsPage } from './pages/teams-page.tsx'

export const routes: Routes = (app) => {
  photoRoute(app)
  locationsPage(app)
  endpointsPage(app)
  contactsPage(app)
  contactPage(app)
  profilePage(app)
  teamsPage(app)
  teamImportPages(app)
  locationImportPages(app)
  otherImportPages(app)
  regionTeamsPage(app)
}
