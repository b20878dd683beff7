import type { NavigationItem } from '#design/index.ts'
import { type Actor, may, type Permission } from '#kernel/actor.ts'

type Place = { href: string; label: string; permission?: Permission }

const workplaces: readonly Place[] = [
  { href: '/zorgvragen', label: 'Zorgvragen', permission: 'requests.list' },
  { href: '/capaciteit', label: 'Stoplicht zetten', permission: 'capacity.set' },
  { href: '/terugbelverzoeken', label: 'Terugbellen', permission: 'requests.list' },
  { href: '/verwijzen', label: 'Verwijzen', permission: 'requests.refer' },
  { href: '/verwijzingen', label: 'Mijn verwijzingen', permission: 'requests.refer' },
  { href: '/organisatie', label: 'Organisatie', permission: 'organization.administer' },
  { href: '/regio', label: 'Regio', permission: 'region.manage' },
  { href: '/inzage-log', label: 'Inzage-log', permission: 'audit.read' },
]

const publicPlaces: readonly Place[] = [
  { href: '/aanvragen', label: 'Zorg aanvragen' },
  { href: '/terugbellen', label: 'Bel mij terug' },
  { href: '/inloggen', label: 'Voor zorgverleners' },
]

/** Where this actor can go; what they may not do is not shown. */
export function navigationOf(actor: Actor | undefined, here: string, practice: boolean): NavigationItem[] {
  const places =
    actor?.kind === 'user' ? workplaces.filter(({ permission }) => permission && may(actor, permission)) : publicPlaces
  const all = practice ? [...places, { href: '/oefenen', label: 'Oefenen' }] : places
  const current = longestMatch(all, here)
  return all.map(({ href, label }) => ({ href, label, current: href === current }))
}

export function footerOf(practice: boolean) {
  return [
    { href: '/privacy', label: 'Privacy' },
    { href: '/toegankelijkheid', label: 'Toegankelijkheid' },
    { href: '/over', label: 'Over Wijkpoort' },
    ...(practice ? [{ href: '/oefenen', label: 'Dit is een oefenregio' }] : []),
  ]
}

function longestMatch(places: readonly Place[], here: string): string | undefined {
  return places
    .map(({ href }) => href)
    .filter((href) => here === href || here.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0]
}
