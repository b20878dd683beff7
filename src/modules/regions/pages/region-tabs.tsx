import { Tabs } from '#design/index.ts'
import { paths } from './paths.ts'

const tabs = [
  { href: paths.region, label: 'Overzicht' },
  { href: paths.escalated, label: 'Opgeschaald' },
  { href: paths.lights, label: 'Stoplicht' },
  { href: paths.routes, label: 'Verdeling' },
  { href: paths.teams, label: 'Coördinerende teams' },
  { href: paths.organizations, label: 'Organisaties' },
  { href: paths.otherHelp, label: 'Andere hulp' },
  { href: paths.wayOfWorking, label: 'Werkwijze' },
  { href: paths.weights, label: 'Advies' },
  { href: paths.reasons, label: 'Redenen' },
  { href: paths.files, label: 'Bestanden' },
] as const

/** The pages of the region manager, whichever module they are of. */
export function RegionTabs({ current }: { current: (typeof tabs)[number]['href'] }) {
  return <Tabs label="Regio" items={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
}
