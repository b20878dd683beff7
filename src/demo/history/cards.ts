import { type AgeBand, ageBandOf } from '#kernel/age-bands.ts'
import type { CareKind } from '#kernel/care-kinds.ts'
import { addDays, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { dayparts as allDayparts, type Daypart } from '#kernel/dayparts.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import type { Priority } from '#kernel/priorities.ts'
import type { Channel, ContactPerson, NursingAction, Source } from '#modules/requests/new-request.ts'
import type { Particulars } from '#modules/requests/particulars.ts'
import type { Random } from '../random.ts'
import type { PracticeRegion, ProviderInRegion, ReferrerInRegion } from '../region/practice-region.ts'
import { insurers } from '../region/providers.ts'
import { slugOf } from '../slug.ts'
import type { Case } from './case.ts'
import { type InventedPerson, inventPerson, type PersonWishes } from './persons.ts'
import { carerSentences, cases, extras } from './question-text.ts'

/** What somebody asks for, and who asks: everything that is known at the moment of sending. */
export type InventedRequest = {
  sentAt: Date
  source: Source
  channel: Channel
  referrer?: ReferrerInRegion
  requester: { name?: string; phone?: string; email?: string; reachable?: string; relation?: string; userId?: string }
  person: InventedPerson
  contacts: ContactPerson[]
  ageBand: AgeBand
  priority: Priority
  careKinds: readonly CareKind[]
  dayparts: readonly Daypart[]
  timesPerWeek: number
  hoursPerWeek: number
  startOn: LocalDate
  startCertainty: 'certain' | 'expected' | 'unknown'
  dischargeOn?: LocalDate
  location: 'home' | 'hospital' | 'rehabilitation'
  expectedDuration: 'short' | 'long' | 'terminal' | 'unknown'
  financing: 'zvw' | 'wlz' | 'unknown'
  insurer: string
  indication?: 'present' | 'to-do'
  nursingActions: readonly NursingAction[]
  twoCarers: boolean
  palliative: boolean
  alerts: readonly string[]
  preferred?: ProviderInRegion
  existing?: ProviderInRegion
  languages: readonly string[]
  faith?: string
  carerGender?: 'female' | 'male'
  question: string
  fullQuestion: string
  particulars: Particulars
  warmHandover: boolean
}

/** What the request has to be; what is left out is up to chance. */
export type Wishes = PersonWishes & {
  careKind?: CareKind
  /** Beside that kind of care, and what is asked then. */
  also?: { careKind: CareKind; about: Case }
  priority?: Priority
  referrer?: string
  faith?: string
}

const mainKinds: readonly (readonly [CareKind, number])[] = [
  ['personal-care', 35],
  ['nursing', 24],
  ['wound', 13],
  ['medical-technical', 6],
  ['palliative', 6],
  ['advice', 4],
  ['technical', 3.5],
  ['respiratory', 2.5],
  ['dementia-casemanagement', 3],
  ['unplanned', 1],
  ['child', 1],
  ['short-stay', 1],
]
const caseManagerKinds: readonly (readonly [CareKind, number])[] = [
  ['dementia-casemanagement', 30],
  ['personal-care', 50],
  ['nursing', 18],
  ['unplanned', 2],
]
const priorityWeights: Readonly<Record<'hospital' | 'other', readonly (readonly [Priority, number])[]>> = {
  hospital: [
    ['today', 6],
    ['within-24-hours', 30],
    ['within-48-hours', 38],
    ['this-week', 20],
    ['planned', 6],
  ],
  other: [
    ['today', 5],
    ['within-24-hours', 14],
    ['within-48-hours', 22],
    ['this-week', 40],
    ['planned', 19],
  ],
}
const startsWithin: Readonly<Record<Priority, readonly [number, number]>> = {
  today: [0, 0],
  'within-24-hours': [1, 1],
  'within-48-hours': [1, 2],
  'this-week': [2, 6],
  planned: [5, 16],
}

export function inventRequest(
  random: Random,
  region: PracticeRegion,
  source: Source,
  sentAt: Date,
  count: number,
  wishes: Wishes = {},
): InventedRequest {
  const today = localDateOf(sentAt)
  const mainKind = wishes.careKind ?? random.weighted(source === 'case-manager' ? caseManagerKinds : mainKinds)
  const fromHospital = source === 'hospital' || source === 'rehabilitation'
  const person = inventPerson(random, region.postcodes, today, count, {
    ...wishes,
    child: wishes.child ?? mainKind === 'child',
  })
  const priority = wishes.priority ?? random.weighted(priorityWeights[fromHospital ? 'hospital' : 'other'])
  const startOn = addDays(today, random.whole(...startsWithin[priority]))
  const usual = caseOf(random, mainKind, fromHospital)
  const about = wishes.also?.about ?? usual
  const careKinds = [...(wishes.also ? [wishes.also.careKind] : []), ...kindsWith(random, mainKind)]
  const palliative = mainKind === 'palliative' || (priority !== 'planned' && random.chance(0.02))
  const referrer = referrerOf(random, region, source, person.pc4, wishes.referrer)
  const providers = region.providers.filter(({ pc4s }) => pc4s.has(person.pc4))
  const preferred = random.chance(0.34) ? random.weighted(providers.map((one) => [one, one.size] as const)) : undefined
  const existing = random.chance(0.1) ? random.weighted(providers.map((one) => [one, one.size] as const)) : undefined
  const isLay = source === 'client' || source === 'informal-carer'
  const words = [
    about.situation,
    random.pick(about.needs),
    ...(random.chance(0.45) ? random.some(extras, random.whole(1, 2)) : []),
    ...(source === 'informal-carer' || random.chance(isLay ? 0.4 : 0) ? [random.pick(carerSentences)] : []),
  ]
  const contacts = contactsOf(random, person)
  const fullQuestion = words.join(' ').replace('{naam}', contacts[0]?.name.split(' ')[0] ?? 'Ineke')
  const question = isLay ? withoutPersonal(fullQuestion, { names: [contacts[0]?.name ?? ''] }).text : fullQuestion
  const dayparts = allDayparts.filter(isIn(random.pick(about.dayparts)))
  const timesPerWeek = (about.timesPerDay ?? dayparts.length) * (about.daysPerWeek ?? 7)
  return {
    sentAt,
    source,
    channel: isLay ? (random.chance(0.3) ? 'phone' : 'website') : random.chance(0.08) ? 'api' : 'portal',
    referrer,
    requester: requesterOf(random, source, referrer, contacts, person),
    person,
    contacts,
    ageBand: ageBandOf(person.birthDate, today),
    priority,
    careKinds,
    dayparts,
    timesPerWeek,
    hoursPerWeek: Math.max(0.25, Math.round(timesPerWeek * random.whole(15, 40) * (4 / 60)) / 4),
    startOn,
    startCertainty:
      priority === 'today' || random.chance(0.55) ? 'certain' : random.chance(0.85) ? 'expected' : 'unknown',
    dischargeOn: fromHospital ? startOn : undefined,
    location: source === 'hospital' ? 'hospital' : source === 'rehabilitation' ? 'rehabilitation' : 'home',
    expectedDuration:
      palliative && mainKind === 'palliative' ? 'terminal' : random.pick(['short', 'short', 'long', 'unknown']),
    financing: isLay && random.chance(0.5) ? 'unknown' : random.chance(0.93) ? 'zvw' : 'wlz',
    insurer: random.weighted(insurers),
    indication: isLay ? undefined : random.chance(0.35) ? 'present' : 'to-do',
    nursingActions: about.actions,
    particulars: isLay ? {} : particularsOf(random, region, person.pc4, about),
    twoCarers: random.chance(mainKind === 'palliative' ? 0.2 : 0.05),
    palliative,
    alerts: random.chance(0.2) ? random.some(['fall', 'delirium', 'wandering', 'smoking-with-oxygen', 'mrsa'], 1) : [],
    preferred,
    existing,
    languages: person.language ? [person.language] : [],
    faith: wishes.faith ?? (random.chance(0.03) ? random.pick(faiths) : undefined),
    carerGender: random.chance(0.05) ? person.gender : undefined,
    question,
    fullQuestion,
    warmHandover: random.chance(palliative ? 0.6 : 0.15),
  }
}

const faiths = ['rooms-katholiek', 'protestants', 'islamitisch', 'humanistisch']

function kindsWith(random: Random, mainKind: CareKind): CareKind[] {
  if (mainKind === 'nursing') return random.chance(0.45) ? ['personal-care', 'nursing'] : ['nursing']
  if (mainKind === 'wound' || mainKind === 'technical')
    return random.chance(0.25) ? ['personal-care', mainKind] : [mainKind]
  if (mainKind === 'palliative') return random.chance(0.6) ? ['personal-care', 'nursing', 'palliative'] : ['palliative']
  return [mainKind]
}

function caseOf(random: Random, mainKind: CareKind, fromHospital: boolean): Case {
  const all = cases[mainKind]
  const fitting = all.filter(({ from }) => from === 'either' || (from === 'hospital') === fromHospital)
  return random.pick(fitting.length > 0 ? fitting : all)
}

/** What a professional adds to the case itself; nothing in it names the client. */
function particularsOf(random: Random, region: PracticeRegion, pc4: string, about: Case): Particulars {
  const practices = region.referrers.filter(({ kind, pc4s }) => kind === 'gp-practice' && pc4s?.has(pc4))
  const practice = practices.length > 0 ? random.pick(practices) : undefined
  return {
    ...(practice ? { generalPractitioner: practice.name, generalPractitionerPhone: practice.phone } : {}),
    home: {
      kind: random.weighted([
        ['EENGEZW', 45],
        ['FLATW', 42],
        ['AANLW', 13],
      ]),
    },
    keySafe: random.weighted([
      ['present', 35],
      ['to-arrange', 25],
      ['not-needed', 40],
    ]),
    informalCare: random.pick(informalCare),
    ...about.particulars,
  }
}

const informalCare = [
  'Een dochter komt drie keer per week.',
  'De partner helpt, maar is zelf ook op leeftijd.',
  'De buren doen de boodschappen.',
  'Er is weinig mantelzorg.',
  'De kinderen wisselen elkaar af in het weekend.',
]

function isIn<T>(list: readonly T[]): (item: T) => boolean {
  return (item) => list.includes(item)
}

function referrerOf(
  random: Random,
  region: PracticeRegion,
  source: Source,
  pc4: string,
  slug: string | undefined,
): ReferrerInRegion | undefined {
  const kind = (
    {
      hospital: 'hospital',
      gp: 'gp-practice',
      rehabilitation: 'rehabilitation',
      'case-manager': 'case-management',
      'social-team': 'social-team',
    } as Partial<Record<Source, string>>
  )[source]
  if (slug) return region.referrers.find((referrer) => referrer.slug === slug)
  if (!kind) return undefined
  const all = region.referrers.filter((referrer) => referrer.kind === kind)
  const near = all.filter(({ pc4s }) => !pc4s || pc4s.has(pc4))
  return random.pick(near.length > 0 ? near : all)
}

function requesterOf(
  random: Random,
  source: Source,
  referrer: ReferrerInRegion | undefined,
  contacts: readonly ContactPerson[],
  person: InventedPerson,
): InventedRequest['requester'] {
  if (source === 'client')
    return {
      name: `${person.givenName} ${person.familyName}`,
      phone: person.phone,
      email: mailOf(person.givenName, person.familyName),
      relation: 'cliënt',
    }
  if (source === 'informal-carer') {
    const [carer] = contacts
    const email = carer && mailOf(...(carer.name.split(' ', 2) as [string, string]))
    return { name: carer?.name, phone: carer?.phone, email, relation: carer?.relation, reachable: 'na 17.00 uur' }
  }
  if (!referrer) return { name: 'Dienstdoende verpleegkundige', phone: '+31260000150', reachable: 'dag en nacht' }
  const sender = referrer.people.filter(({ role }) => role === 'referrer')
  if (sender.length === 0) return { name: 'Medewerker sociaal team', phone: referrer.phone, email: referrer.email }
  const { name, userId } = random.pick(sender)
  return { name, userId, phone: referrer.phone, email: referrer.email, reachable: 'tussen 8.30 en 17.00 uur' }
}

const relations: readonly (readonly [string, number])[] = [
  ['dochter', 40],
  ['zoon', 26],
  ['partner', 20],
  ['buurvrouw', 6],
  ['zus', 4],
  ['nicht', 4],
]
const carerNames = [
  'Ineke',
  'Marleen',
  'Sandra',
  'Patricia',
  'Hans',
  'Edwin',
  'Mirjam',
  'Gerda',
  'Ronald',
  'Wilma',
  'Anneke',
  'Karin',
]

const menAmongCarers = ['Hans', 'Edwin', 'Ronald']
const sameOfMan: Record<string, string> = { dochter: 'zoon', buurvrouw: 'buurman', zus: 'broer', nicht: 'neef' }

/** Hans is nobody's daughter, and Ineke no son. */
function relationOf(givenName: string, relation: string): string {
  if (menAmongCarers.includes(givenName)) return sameOfMan[relation] ?? relation
  return relation === 'zoon' ? 'dochter' : relation
}

function contactsOf(random: Random, person: InventedPerson): ContactPerson[] {
  if (random.chance(0.15)) return []
  const givenName = random.pick(carerNames)
  return [
    {
      name: `${givenName} ${person.familyName}`,
      phone: `+3160000${String(random.whole(2000, 9999))}`,
      relation: relationOf(givenName, random.weighted(relations)),
      role: random.chance(0.7) ? 'informal-carer' : 'contact',
    },
  ]
}

function mailOf(...names: string[]): string {
  return `${names.map(slugOf).join('.')}@example.nl`
}
