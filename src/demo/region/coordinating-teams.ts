import type { CareKind, Expertise } from '#kernel/care-kinds.ts'
import { postcodes } from './postcodes.ts'

/** Twelve area teams, four specialised teams, one that only gives advice, a desk and its partner at night; and the routes to them. */
export type PracticeCoordinatingTeam = {
  slug: string
  name: string
  kind: 'area' | 'specialised' | 'desk'
  expertise?: Expertise
  phone: string
  phoneHours: string
  description: string
}

export const areas: Readonly<Record<string, { name: string; pc4s: readonly string[] }>> = {
  'arnhem-centrum': { name: 'Arnhem Centrum', pc4s: among('6811', '6812', '6814', '6821', '6828') },
  'arnhem-noord': { name: 'Arnhem Noord', pc4s: among('6813', '6815', '6816', '6822', '6823') },
  'arnhem-oost': { name: 'Arnhem Oost', pc4s: among('6824', '6825', '6826', '6827') },
  'arnhem-zuid': { name: 'Arnhem Zuid', pc4s: between('6831', '6846') },
  overbetuwe: { name: 'Overbetuwe', pc4s: inMunicipalities('Overbetuwe') },
  lingewaard: { name: 'Lingewaard', pc4s: inMunicipalities('Lingewaard') },
  renkum: { name: 'Renkum', pc4s: inMunicipalities('Renkum') },
  wageningen: { name: 'Wageningen', pc4s: inMunicipalities('Wageningen') },
  'rheden-rozendaal': { name: 'Rheden en Rozendaal', pc4s: inMunicipalities('Rheden', 'Rozendaal') },
  'duiven-westervoort': { name: 'Duiven en Westervoort', pc4s: inMunicipalities('Duiven', 'Westervoort') },
  zevenaar: { name: 'Zevenaar', pc4s: inMunicipalities('Zevenaar') },
  // Angerlo belongs to Zevenaar and looks to Doesburg: both teams serve it, Doesburg first.
  doesburg: { name: 'Doesburg', pc4s: [...inMunicipalities('Doesburg'), '6986'] },
}

/** The postcodes of these areas, each once. */
export function pc4sOf(served: readonly string[]): string[] {
  return [...new Set(served.flatMap((slug) => areas[slug]?.pc4s ?? []))]
}

const officeHours = 'maandag tot en met vrijdag, 8.00 tot 17.00 uur'

export const coordinatingTeams: readonly PracticeCoordinatingTeam[] = [
  ...Object.entries(areas).map(([slug, { name }], place) => ({
    slug,
    name: `Wijkteam ${name}`,
    kind: 'area' as const,
    phone: `+312600000${String(10 + place)}`,
    phoneHours: officeHours,
    description: `Wijkverpleegkundigen van alle organisaties in ${name}. Zij verdelen samen de zorgvragen.`,
  })),
  {
    slug: 'wondteam',
    name: 'Wondteam',
    kind: 'specialised',
    expertise: 'wound',
    phone: '+31260000030',
    phoneHours: officeHours,
    description: 'Wondverpleegkundigen voor de hele regio: moeilijke wonden, decubitus, open been en stoma.',
  },
  {
    slug: 'palliatief-team',
    name: 'Palliatief team',
    kind: 'specialised',
    expertise: 'palliative',
    phone: '+31260000031',
    phoneHours: 'elke dag, 8.00 tot 22.00 uur',
    description: 'Zorg in de laatste fase van het leven, thuis of in een hospice.',
  },
  {
    slug: 'technisch-team',
    name: 'Technisch team',
    kind: 'specialised',
    expertise: 'technical',
    phone: '+31260000032',
    phoneHours: 'elke dag, 7.00 tot 23.00 uur',
    description: 'Infuus, pomp, drain, sondevoeding en andere handelingen die veel oefening vragen.',
  },
  {
    slug: 'longteam',
    name: 'Longteam',
    kind: 'specialised',
    expertise: 'respiratory',
    phone: '+31260000033',
    phoneHours: officeHours,
    description: 'Longverpleegkundigen: zuurstof, vernevelen en leven met een longziekte.',
  },
  {
    slug: 'ouderengeneeskunde',
    name: 'Ouderengeneeskunde',
    kind: 'specialised',
    phone: '+31260000034',
    phoneHours: officeHours,
    description:
      'Specialisten ouderengeneeskunde die collega’s adviseren: onrust, vallen, medicijnen, thuis blijven of niet.',
  },
  {
    slug: 'avondloket',
    name: 'Avond- en nachtloket',
    kind: 'desk',
    phone: '+31260000002',
    phoneHours: 'elke dag, 20.00 tot 8.00 uur',
    description: 'Neemt waar als het Regioloket dicht is of het druk heeft.',
  },
  {
    slug: 'regioloket',
    name: 'Regioloket',
    kind: 'desk',
    phone: '+31260000001',
    phoneHours: 'elke dag, 8.00 tot 20.00 uur',
    description: 'Hulp bij het aanvragen, en vangnet voor elke zorgvraag die blijft liggen.',
  },
]

export type PracticeRoute = {
  priority: number
  team: string
  pc4s?: readonly string[]
  careKinds?: readonly CareKind[]
  remark: string
}

/** Tried in this order: exceptions, kinds of care, borders that two teams share, areas. */
export const routes: readonly PracticeRoute[] = [
  { priority: 10, team: 'regioloket', careKinds: ['short-stay'], remark: 'Tijdelijk verblijf regelt het loket' },
  {
    priority: 20,
    team: 'doesburg',
    pc4s: areas.doesburg?.pc4s,
    careKinds: ['wound'],
    remark: 'Doesburg heeft zelf een wondverpleegkundige',
  },
  { priority: 30, team: 'palliatief-team', careKinds: ['palliative'], remark: 'Zorg in de laatste levensfase' },
  {
    priority: 40,
    team: 'technisch-team',
    careKinds: ['technical', 'medical-technical'],
    remark: 'Infuus, pomp, sonde',
  },
  { priority: 50, team: 'longteam', careKinds: ['respiratory'], remark: 'Zuurstof en longziekten' },
  { priority: 60, team: 'wondteam', careKinds: ['wound'], remark: 'Wondzorg' },
  { priority: 90, team: 'doesburg', pc4s: ['6986'], remark: 'Angerlo: Doesburg gaat vóór Zevenaar' },
  { priority: 90, team: 'arnhem-zuid', pc4s: ['6665'], remark: 'Driel: Arnhem Zuid gaat vóór Overbetuwe' },
  ...Object.entries(areas).map(([team, { pc4s, name }]) => ({ priority: 100, team, pc4s, remark: name })),
]

function among(...pc4s: string[]): string[] {
  return pc4s
}

function between(first: string, last: string): string[] {
  return postcodes.map(({ pc4 }) => pc4).filter((pc4) => pc4 >= first && pc4 <= last)
}

function inMunicipalities(...names: string[]): string[] {
  return postcodes.filter(({ municipality }) => names.includes(municipality)).map(({ pc4 }) => pc4)
}
