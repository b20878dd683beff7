import { Tabs } from '#design/index.ts'
import { paths } from './paths.ts'

const tabs = [
  { href: paths.organization, label: 'Gegevens' },
  { href: paths.teams, label: 'Teams en werkgebied' },
  { href: paths.locations, label: 'Locaties' },
  { href: paths.endpoints, label: 'Elektronische adressen' },
  { href: paths.contacts, label: 'Contactpersonen' },
  { href: paths.lights, label: 'Stoplicht' },
  { href: paths.people, label: 'Mensen' },
  { href: paths.changes, label: 'Wijzigingen' },
] as const

/** The pages of the administrator of an organisation. */
export function OrganizationTabs({ current }: { current: (typeof tabs)[number]['href'] }) {
  return <Tabs label="Organisatie" items={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
}
