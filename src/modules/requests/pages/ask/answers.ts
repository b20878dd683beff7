import { parseBsn } from '#kernel/bsn.ts'
import { type CareKind, careKinds } from '#kernel/care-kinds.ts'
import { addDays, ageOn, type LocalDate } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { isEmail } from '#kernel/email.ts'
import { insurers } from '#kernel/insurers.ts'
import { parsePhone } from '#kernel/phone.ts'
import { type Postcode, parsePostcode } from '#kernel/postcode.ts'
import { isPersonName } from '#kernel/text.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { wordsOf } from '../../languages/index.ts'
import type { Location } from '../../new-request.ts'
import { locations, type Relation, relations, type Start, starts, unknownCare } from '../../rules/form-codes.ts'
import { languages, type SpokenLanguage } from '../../rules/languages.ts'
import { type FormPage, questionPages } from './form-pages.ts'

/** What the answers are checked against. */
export type Facts = {
  today: LocalDate
  /** Whether this neighbourhood (four digits) belongs to the region. */
  servesArea(pc4: string): boolean
  providerIds: readonly string[]
}

type Contact = { name: string; phone?: string; relation?: string }

/** All answers of the form, checked. Phones in E.164. */
export type Answers = {
  forWhom: 'self' | 'other'
  person: { givenName?: string; familyName: string; birthDate: LocalDate; gender?: 'female' | 'male' | 'other' }
  place: { postcode: Postcode; houseNumber: string; location: Location; dischargeOn?: LocalDate }
  /** How to reach the client; for a carer, whom to call first. */
  reach: { phone?: string; email?: string; contact?: Contact }
  carer?: { name: string; relation: Relation; phone: string; email?: string; callFirst: 'carer' | 'client' }
  care: { kinds: CareKind[]; isUnknown: boolean }
  question: string
  when: { dayparts: Daypart[]; timesPerWeek?: number; start: Start; startOn?: LocalDate }
  wishes: {
    existingOrganizationId?: string
    preferredOrganizationId?: string
    unwantedOrganizationId?: string
    carerGender?: 'female' | 'male'
    language?: SpokenLanguage
    faith?: string
  }
  cover: { insurer?: string; gp?: string; bsn?: string }
}

const name = (line: string) => (isPersonName(line) ? line : undefined)
const email = (line: string) => (isEmail(line) ? line : undefined)

export function readForWhom(form: FormReader) {
  const { wrong } = wordsOf(form.language)
  return form.choice('forWhom', ['self', 'other'], { required: wrong.forWhom })
}

export function readPerson(form: FormReader, { today }: Facts): Answers['person'] | undefined {
  const { wrong } = wordsOf(form.language)
  const givenName = form.parsed('givenName', name, wrong.name, { max: 100 })
  const familyName = form.parsed('familyName', name, wrong.name, { max: 100, required: wrong.noFamilyName })
  const birthDate = form.date('birthDate', { required: wrong.noBirthDate })
  if (birthDate && birthDate > today) form.refuse('birthDate', wrong.notBornYet)
  if (birthDate && ageOn(birthDate, today) > 120) form.refuse('birthDate', wrong.tooOld)
  const gender = form.choice('gender', ['female', 'male', 'other'])
  if (!form.ok || !familyName || !birthDate) return undefined
  return { ...(givenName && { givenName }), familyName, birthDate, ...(gender && { gender }) }
}

export function readPlace(form: FormReader, { today, servesArea }: Facts): Answers['place'] | undefined {
  const { wrong } = wordsOf(form.language)
  const postcode = form.parsed('postcode', parsePostcode, wrong.postcode, {
    required: wrong.noPostcode,
  })
  if (postcode && !servesArea(postcode.pc4)) form.refuse('postcode', wrong.outsideRegion)
  const houseNumber = form.parsed('houseNumber', houseNumberOf, wrong.houseNumber, {
    required: wrong.noHouseNumber,
    max: 20,
  })
  const location = form.choice('location', locations, { required: wrong.location })
  const dischargeOn = form.date('dischargeOn')
  if (dischargeOn) refuseOddDay(form, 'dischargeOn', dischargeOn, today)
  if (!form.ok || !postcode || !houseNumber || !location) return undefined
  return { postcode, houseNumber, location, ...(location !== 'home' && dischargeOn && { dischargeOn }) }
}

/** '12', '12 A', '12-2', '12 bis': kept as it is typed. */
function houseNumberOf(line: string): string | undefined {
  return /^[1-9]\d{0,4}(?!\d)(?:[ -]{0,2}[\p{L}\d/]{1,8}){0,2}$/u.test(line) ? line : undefined
}

export function readReach(form: FormReader): Answers['reach'] | undefined {
  const { wrong } = wordsOf(form.language)
  const phone = form.parsed('phone', parsePhone, wrong.phone, { required: wrong.noPhone })
  const mail = form.parsed('email', email, wrong.email)
  const contactName = form.parsed('contactName', name, wrong.name, { max: 100 })
  const relation = form.line('contactRelation', { max: 60 })
  const contactPhone = form.parsed('contactPhone', parsePhone, wrong.phone)
  if ((contactPhone || relation) && !contactName) form.refuse('contactName', wrong.noContactName)
  if (contactName && !contactPhone) form.refuse('contactPhone', wrong.noContactPhone)
  if (!form.ok || !phone) return undefined
  const contact = contactName && {
    name: contactName,
    ...(contactPhone && { phone: contactPhone }),
    ...(relation && { relation }),
  }
  return { phone, ...(mail && { email: mail }), ...(contact && { contact }) }
}

export type CarerAnswers = { carer: NonNullable<Answers['carer']>; reach: Answers['reach'] }

export function readCarer(form: FormReader): CarerAnswers | undefined {
  const { wrong } = wordsOf(form.language)
  const carerName = form.parsed('carerName', name, wrong.name, { max: 100, required: wrong.noOwnName })
  const relation = form.choice('relation', relations, { required: wrong.relation })
  const phone = form.parsed('carerPhone', parsePhone, wrong.phone, { required: wrong.noPhone })
  const mail = form.parsed('carerEmail', email, wrong.email)
  const callFirst = form.choice('callWho', ['carer', 'client'], { required: wrong.callWho })
  const clientPhone = form.parsed('clientPhone', parsePhone, wrong.phone)
  if (callFirst === 'client' && !clientPhone) {
    form.refuse('clientPhone', wrong.noClientPhone)
  }
  if (!form.ok || !carerName || !relation || !phone || !callFirst) return undefined
  return {
    carer: { name: carerName, relation, phone, ...(mail && { email: mail }), callFirst },
    reach: clientPhone ? { phone: clientPhone } : {},
  }
}

/** 'yes' stops the form: first call. 'called' goes on. */
export function readUrgent(form: FormReader) {
  const { wrong } = wordsOf(form.language)
  return form.choice('urgent', ['no', 'yes', 'called'], { required: wrong.urgent })
}

export function readCare(form: FormReader): Answers['care'] | undefined {
  const { wrong } = wordsOf(form.language)
  const chosen = form.choices('careKinds', [...careKinds, unknownCare], { required: wrong.care })
  if (!form.ok) return undefined
  return { kinds: chosen.filter((kind) => kind !== unknownCare), isUnknown: chosen.includes(unknownCare) }
}

export function readQuestion(form: FormReader): string | undefined {
  const { wrong } = wordsOf(form.language)
  return form.text('question', { required: wrong.noQuestion, max: 2000 })
}

export function readWhen(form: FormReader, { today }: Facts): Answers['when'] | undefined {
  const { wrong } = wordsOf(form.language)
  const chosen = form.choices('dayparts', dayparts)
  const timesPerWeek = form.integer('timesPerWeek', { min: 1, max: 70 })
  const start = form.choice('start', starts, { required: wrong.start })
  const startOn = form.date('startOn')
  if (startOn) refuseOddDay(form, 'startOn', startOn, today)
  if (start === 'later' && !startOn) form.refuse('startOn', wrong.noStartOn)
  if (!form.ok || !start) return undefined
  return {
    dayparts: chosen,
    ...(timesPerWeek && { timesPerWeek }),
    start,
    ...(start === 'later' && startOn && { startOn }),
  }
}

export function readWishes(form: FormReader, { providerIds }: Facts): Answers['wishes'] | undefined {
  const { wrong } = wordsOf(form.language)
  const existing = form.choice('existingOrganizationId', providerIds)
  const preferred = form.choice('preferredOrganizationId', providerIds)
  const unwanted = form.choice('unwantedOrganizationId', providerIds)
  if (unwanted && unwanted === preferred) form.refuse('unwantedOrganizationId', wrong.unwantedIsPreferred)
  const carerGender = form.choice('carerGender', ['any', 'female', 'male'])
  const language = form.choice('language', languages)
  const faith = form.line('faith', { max: 200 })
  if (!form.ok) return undefined
  return {
    ...(existing && { existingOrganizationId: existing }),
    ...(preferred && { preferredOrganizationId: preferred }),
    ...(unwanted && { unwantedOrganizationId: unwanted }),
    ...(carerGender && carerGender !== 'any' && { carerGender }),
    ...(language && { language }),
    ...(faith && { faith }),
  }
}

export function readCover(form: FormReader): Answers['cover'] | undefined {
  const { wrong } = wordsOf(form.language)
  const codes = insurers.map(({ code }) => code)
  const insurer = form.choice('insurer', [...codes, 'other'])
  const gp = form.line('gp', { max: 120 })
  const bsn = form.parsed('bsn', parseBsn, wrong.bsn)
  if (!form.ok) return undefined
  return { ...(insurer && insurer !== 'other' && { insurer }), ...(gp && { gp }), ...(bsn && { bsn }) }
}

/** Reads one page; its errors stand in the form. */
export function readPage(page: FormPage, form: FormReader, facts: Facts, forWhom: Answers['forWhom']): unknown {
  switch (page) {
    case 'stap-1':
      return readForWhom(form)
    case 'stap-1/wie':
      return readPerson(form, facts)
    case 'stap-1/waar':
      return readPlace(form, facts)
    case 'stap-1/contact':
      return forWhom === 'self' ? readReach(form) : readCarer(form)
    case 'stap-2':
      return readUrgent(form)
    case 'stap-2/zorg':
      return readCare(form)
    case 'stap-2/verhaal':
      return readQuestion(form)
    case 'stap-2/wanneer':
      return readWhen(form, facts)
    case 'stap-2/wensen':
      return readWishes(form, facts)
    case 'stap-2/gegevens':
      return readCover(form)
    default:
      return undefined
  }
}

/**
 * The whole form at once: all answers, or the first page that still asks for something. What is wrong is said by that page, in its own
 * language.
 */
export function readAnswers(values: FormValues, facts: Facts): Answers | { asksOn: FormPage } {
  const forWhom = readForWhom(new FormReader(values, 'nl'))
  if (!forWhom) return { asksOn: 'stap-1' }
  for (const page of questionPages) {
    const form = new FormReader(values, 'nl')
    const answer = readPage(page, form, facts, forWhom)
    if (!form.ok || answer === undefined || answer === 'yes') return { asksOn: page }
  }
  const form = () => new FormReader(values, 'nl')
  const person = readPerson(form(), facts)
  const place = readPlace(form(), facts)
  const carer = forWhom === 'other' ? readCarer(form()) : undefined
  const reach = carer ? carer.reach : readReach(form())
  const care = readCare(form())
  const question = readQuestion(form())
  const when = readWhen(form(), facts)
  const wishes = readWishes(form(), facts)
  const cover = readCover(form())
  if (!person || !place || !reach || !care || !question || !when || !wishes || !cover) return { asksOn: 'stap-1' }
  return { forWhom, person, place, reach, ...(carer && { carer: carer.carer }), care, question, when, wishes, cover }
}

/** A day in the past or more than a year away is a slip of the hand. */
function refuseOddDay(form: FormReader, field: string, day: LocalDate, today: LocalDate): void {
  const { wrong } = wordsOf(form.language)
  if (day < today) form.refuse(field, wrong.dayBehind)
  if (day > addDays(today, 365)) form.refuse(field, wrong.dayFarAhead)
}
