import { parseBsn } from '#kernel/bsn.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { addDays, ageOn, type LocalDate } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { isEmail } from '#kernel/email.ts'
import { isId } from '#kernel/ids.ts'
import { parsePhone } from '#kernel/phone.ts'
import { parsePostcode } from '#kernel/postcode.ts'
import { priorities } from '#kernel/priorities.ts'
import { isPersonName } from '#kernel/text.ts'
import type { FormReader } from '#platform/http/form-reader.ts'
import type { ContactPerson } from '../../new-request.ts'
import type { FormFacts } from '../../referring.ts'
import { languages } from '../../rules/languages.ts'
import { alerts } from '../../text.nl.ts'
import { readHome, readWishes } from './read-particulars.ts'

export const wrongPhone = 'Vul een telefoonnummer in, zoals 06 12345678 of 026 1234567'
const wrongName = 'Vul een naam in met alleen letters'
export const locations = ['home', 'hospital', 'rehabilitation', 'nursing-home', 'hospice'] as const
const certainties = ['certain', 'expected', 'unknown'] as const
const contactRoles = ['informal-carer', 'representative', 'contact'] as const
const oldest = 125

type Who = {
  bsn?: string
  birthDate?: LocalDate
  familyName?: string
  postcode?: string
  houseNumber?: string
}

/** Who the client is: the fields that the check and both forms share. */
export function readWho(form: FormReader, today: LocalDate, required: boolean): Who {
  const bsn = form.parsed('bsn', parseBsn, 'Dit is geen BSN. Een BSN heeft 9 cijfers.')
  const birthDate = form.date('birthDate', { required: required ? 'Vul de geboortedatum in' : undefined })
  if (birthDate && birthDate > today) form.refuse('birthDate', 'De geboortedatum ligt in de toekomst')
  else if (birthDate && ageOn(birthDate, today) > oldest) form.refuse('birthDate', 'Controleer het geboortejaar')
  const familyName = form.parsed('familyName', (line) => (isPersonName(line) ? line : undefined), wrongName, {
    required: required ? 'Vul de achternaam in' : undefined,
    max: 100,
  })
  const postcode = form.parsed('postcode', parsePostcode, 'Vul een postcode in, zoals 6811 AB', {
    required: required ? 'Vul de postcode in' : undefined,
  })?.pc6
  const houseNumber = form.parsed(
    'houseNumber',
    (line) => (/^\d{1,5}\P{Cc}{0,10}$/u.test(line) ? line : undefined),
    'Vul een huisnummer in, zoals 12 of 12 A',
    { required: required ? 'Vul het huisnummer in' : undefined, max: 16 },
  )
  return { bsn, birthDate, familyName, postcode, houseNumber }
}

/** Who the client is and who speaks for them; nothing when what must be known is missing. */
export function readClient(form: FormReader, today: LocalDate) {
  const { bsn, birthDate, familyName, postcode, houseNumber } = readWho(form, today, true)
  const { gender, ...person } = readPerson(form)
  if (!birthDate || !familyName || !postcode || !houseNumber) return undefined
  return { card: { gender }, identity: { ...person, bsn, birthDate, familyName, postcode, houseNumber } }
}

/** What is needed, in words and by kind, and how soon. */
export function readCare(form: FormReader) {
  const question = form.text('question', { required: 'Vul in waarvoor hulp nodig is' })
  const kinds = form.choices('careKinds', careKinds, { required: 'Kies welke zorg nodig is' })
  const priority = form.choice('priority', priorities, { required: 'Kies hoe snel de zorg nodig is' })
  if (question === undefined || !priority) return undefined
  return { card: { careKinds: kinds, priority }, identity: { question } }
}

/** Where the client is, from which day and how often care is needed. */
export function readWhen(form: FormReader, today: LocalDate) {
  const location = form.choice('location', locations, { required: 'Kies waar de cliënt nu is' })
  const ward = form.line('ward')
  const { hardStart, ...dates } = readDates(form, today)
  const times = readTimes(form)
  if (!location) return undefined
  const particulars = { ...(ward ? { ward } : {}), ...(hardStart ? { hardStart } : {}) }
  return { card: { location, ...dates, ...times }, particulars }
}

/** Risks, home and wishes: what few forms fill in. */
export function readAround(form: FormReader, facts: Pick<FormFacts, 'providers'>) {
  const twoCarers = form.choices('twoCarers', ['ja']).length > 0
  const risks = { twoCarers, alerts: form.choices('alerts', alerts) }
  const home = readHome(form)
  const wishes = readWishCard(form, facts)
  return { card: { ...wishes, ...risks }, particulars: { ...home, ...readWishes(form) } }
}

export function readFinance(form: FormReader) {
  return {
    insurer: form.parsed(
      'insurer',
      (line) => (/^\d{4}$/.test(line) ? line : undefined),
      'Kies een verzekeraar of vul de UZOVI-code in: 4 cijfers',
    ),
    financing: form.choice('financing', ['zvw', 'wlz', 'wmo', 'youth', 'private', 'unknown'] as const),
    indication: form.choice('indication', ['present', 'to-do'] as const),
  }
}

function readPerson(form: FormReader) {
  const givenName = form.parsed('givenName', (line) => (isPersonName(line) ? line : undefined), wrongName, { max: 100 })
  const gender = form.choice('gender', ['female', 'male', 'other', 'unknown'] as const)
  const phone = form.parsed('phone', parsePhone, wrongPhone)
  const email = readEmail(form, 'email')
  const careAddress = form.line('careAddress')
  const name = form.parsed('contactName', (line) => (isPersonName(line) ? line : undefined), wrongName, { max: 100 })
  const contactPhone = form.parsed('contactPhone', parsePhone, wrongPhone)
  const relation = form.line('contactRelation', { max: 60 })
  const role = form.choice('contactRole', contactRoles)
  if (!name && (contactPhone || relation)) form.refuse('contactName', 'Vul de naam van de contactpersoon in')
  if (!phone && !contactPhone) form.refuse('phone', 'Vul een nummer in: van de cliënt of van een contactpersoon')
  const contacts: ContactPerson[] = name ? [{ name, phone: contactPhone, relation, role: role ?? 'contact' }] : []
  return { givenName, gender, phone, email, careAddress, contacts }
}

export function readEmail(form: FormReader, name: string): string | undefined {
  return form.parsed(
    name,
    (line) => (isEmail(line) ? line : undefined),
    'Vul een mailadres in, zoals naam@voorbeeld.nl',
  )
}

/** Home on the day of discharge is helped on that day, unless another day was given. */
function readDates(form: FormReader, today: LocalDate) {
  const dischargeOn = form.date('dischargeOn', { wrong: 'Vul een datum in die bestaat, zoals 3 12 2026' })
  const given = form.date('startOn', { wrong: 'Vul een datum in die bestaat, zoals 3 12 2026' })
  const startCertainty = form.choice('certainty', certainties) ?? 'expected'
  const hardStart = form.text('hardStart', { max: 500 })
  refuseFarDay(form, 'dischargeOn', dischargeOn, today)
  refuseFarDay(form, 'startOn', given, today)
  return { dischargeOn, startOn: given ?? dischargeOn, startCertainty, hardStart }
}

/** A slip in the year is the commonest: nobody is discharged a year from now, and care does not start last year. */
export function refuseFarDay(form: FormReader, name: string, day: LocalDate | undefined, today: LocalDate): void {
  if (day && day < addDays(today, -60)) form.refuse(name, 'Deze datum ligt ver in het verleden. Controleer het jaar.')
  if (day && day > addDays(today, 365))
    form.refuse(name, 'Deze datum ligt meer dan een jaar vooruit. Controleer het jaar.')
}

function readTimes(form: FormReader) {
  return {
    dayparts: form.choices('dayparts', dayparts),
    timesPerWeek: form.integer('timesPerWeek', { min: 1, max: 100 }),
    hoursPerWeek: form.number('hoursPerWeek', { min: 0, max: 168 }),
    expectedDuration: form.choice('expectedDuration', ['short', 'long', 'terminal', 'unknown'] as const),
  }
}

function readWishCard(form: FormReader, facts: Pick<FormFacts, 'providers'>) {
  const known = facts.providers.map(({ id }) => id)
  const organization = (name: string) =>
    form.parsed(
      name,
      (line) => (isId(line) && known.includes(line) ? line : undefined),
      'Kies een organisatie uit de lijst',
    )
  const preferredOrganizationId = organization('preferredOrganization')
  const existingOrganizationId = organization('existingOrganization')
  const unwanted = organization('unwantedOrganization')
  if (unwanted && unwanted === preferredOrganizationId)
    form.refuse('unwantedOrganization', 'Kies niet dezelfde organisatie als bij “Liefst van”')
  const language = form.choice('language', languages)
  return {
    preferredOrganizationId,
    existingOrganizationId,
    unwantedOrganizationIds: unwanted ? [unwanted] : [],
    languages: language ? [language] : [],
    faith: form.line('faith', { max: 120 }),
    carerGender: form.choice('carerGender', ['female', 'male'] as const),
  }
}
