import type { NavigationItem } from '#design/index.ts'
import { type Actor, may, type Permission } from '#kernel/actor.ts'
import type { Language } from '#kernel/languages.ts'
import { wordsOf } from '#modules/directory/index.ts'
import { paths as directoryPaths } from '#modules/directory/pages/paths.ts'
import { paths as requestPaths } from '#modules/requests/pages/paths.ts'
import { sitePaths } from './paths.ts'

type Place = { href: string; label: string; permission?: Permission | readonly Permission[] }

const workplaces: readonly Place[] = [
  { href: '/balie', label: 'Balie', permission: 'desk.work' },
  { href: '/zorgvragen', label: 'Zorgvragen', permission: 'requests.list' },
  { href: '/overleg', label: 'Overleg', permission: 'requests.list' },
  { href: '/consulten', label: 'Consulten', permission: 'consult.answer' },
  { href: '/capaciteit', label: 'Stoplicht zetten', permission: 'capacity.set' },
  {
    href: '/stoplicht',
    label: 'Wie heeft ruimte?',
    permission: ['requests.list', 'requests.refer', 'requests.oversee', 'organization.administer'],
  },
  { href: '/verwijzen', label: 'Verwijzen', permission: 'requests.refer' },
  { href: '/verwijzingen', label: 'Mijn verwijzingen', permission: 'requests.refer' },
  { href: '/organisatie', label: 'Organisatie', permission: 'organization.administer' },
  { href: '/regio', label: 'Regio', permission: 'region.manage' },
  { href: '/inzage-log', label: 'Inzage-log', permission: 'audit.read' },
]

function publicPlaces(language: Language): readonly Place[] {
  const { navigation } = wordsOf(language)
  return [
    { href: requestPaths.ask(language), label: navigation.ask },
    { href: directoryPaths.find(language), label: navigation.find },
    { href: requestPaths.callback(language), label: navigation.callBack },
    { href: '/inloggen', label: navigation.signIn },
  ]
}

/** Where this actor can go; what they may not do is not shown. */
export function navigationOf(
  actor: Actor | undefined,
  here: string,
  practice: boolean,
  language: Language = 'nl',
): NavigationItem[] {
  const places =
    actor?.kind === 'user'
      ? workplaces.filter(({ permission }) => [permission ?? []].flat().some((one) => may(actor, one)))
      : publicPlaces(language)
  const all = practice ? [...places, { href: '/oefenen', label: wordsOf(language).navigation.practise }] : places
  const current = longestMatch(all, here)
  return all.map(({ href, label }) => ({ href, label, current: href === current }))
}

export function footerOf(practice: boolean, language: Language = 'nl') {
  const { footer } = wordsOf(language)
  return [
    { href: sitePaths.privacy(language), label: footer.privacy },
    { href: sitePaths.accessibility(language), label: footer.accessibility },
    { href: sitePaths.about(language), label: footer.about },
    ...(practice ? [{ href: '/oefenen', label: footer.practice }] : []),
  ]
}

function longestMatch(places: readonly Place[], here: string): string | undefined {
  return places
    .map(({ href }) => href)
    .filter((href) => here === href || here.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0]
}
