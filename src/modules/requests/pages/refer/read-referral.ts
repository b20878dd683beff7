import type { UserActor } from '#kernel/actor.ts'
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
import type { ContactPerson, NewCard, NewIdentity, NewRequest, NursingAction } from '../../new-request.ts'
import { actionText } from '../../particulars.nl.ts'
import type { FormFacts, Sought } from '../../referring.ts'
import { languages } from '../../rules/languages.ts'
import { commonActions } from '../../rules/particular-codes.ts'
import { sourceOf } from '../../rules/referral.ts'
import { alerts } from '../../text.nl.ts'
import { frequencies } from './form-words.nl.ts'
import {
  readExecutionRequest,
  readHealth,
  readHome,
  readIndication,
  readPalliative,
  readTreatment,
  readWishes,
} from './read-particulars.ts'

const wrongPhone = 'Vul een telefoonnummer in, zoals 06 12345678 of 026 1234567'
const wrongName = 'Vul een naam in met alleen letters'
export const locations = ['home', 'hospital', 'rehabilitation', 'nursing-home', 'hospice'] as const
const certainties = ['certain', 'expected', 'unknown'] as const
const contactRoles = ['informal-carer', 'representative', 'contact'] as const
const identityChecks = ['passport', 'identity-card', 'driving-licence', 'residence-permit'] as const
const oldest = 125

type Who = {
  bsn?: string
  birthDate?: LocalDate
  familyName?: string
  postcode?: string
  houseNumber?: string
}

/** Who the client is: the fields that the check and the form share. */
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

/** What is asked after before the form is filled; nothing when it is not enough to ask with. */
export function readSought(form: FormReader, today: LocalDate): Sought | undefined {
  const { bsn, birthDate, familyName, postcode, houseNumber } = readWho(form, today, false)
  if (!form.ok) return undefined
  const person =
    birthDate && familyName && postcode && houseNumber ? { birthDate, familyName, postcode, houseNumber } : undefined
  if (!bsn && !person) {
    form.refuse('bsn', 'Vul het BSN in, of de geboortedatum, achternaam, postcode en huisnummer samen')
    return undefined
  }
  return { bsn, person }
}

type Context = { actor: UserActor; facts: FormFacts; today: LocalDate; sentKey: string }

/** The whole form, in the order of the page; the request when nothing is wrong or missing. */
export function readReferral(form: FormReader, { actor, facts, today, sentKey }: Context): NewRequest | undefined {
  const who = readWho(form, today, true)
  const bsnCheckedWith = form.choice('bsnCheckedWith', identityChecks)
  const person = readPerson(form)
  const question = form.text('question', { required: 'Vul in waarvoor hulp nodig is' })
  const kinds = form.choices('careKinds', careKinds, { required: 'Kies welke zorg nodig is' })
  const priority = form.choice('priority', priorities, { required: 'Kies hoe snel de zorg nodig is' })
  const location = form.choice('location', locations, { required: 'Kies waar de cliënt nu is' })
  const ward = form.line('ward')
  const dates = readDates(form, today)
  const times = readTimes(form)
  const requester = readRequester(form, actor)
  const told = form.choices('consent', ['told'], {
    required: 'Bevestig dat de cliënt of vertegenwoordiger het weet en het goed vindt',
  })
  const actions = readActions(form)
  const finance = readFinance(form)
  const indication = readIndication(form)
  const health = readHealth(form)
  const treatment = readTreatment(form)
  const execution = readExecutionRequest(form)
  const palliative = readPalliative(form)
  const risks = {
    twoCarers: form.choices('twoCarers', ['ja']).length > 0,
    alerts: form.choices('alerts', alerts),
  }
  const home = readHome(form)
  const wishes = readWishCard(form, facts)
  const wishWords = readWishes(form)

  const { birthDate, familyName, postcode, houseNumber, bsn } = who
  if (!form.ok || !birthDate || !familyName || !postcode || !houseNumber) return undefined
  if (question === undefined || !priority || !location || told.length === 0) return undefined
  const { hardStart, ...when } = dates
  const card: NewCard = {
    source: sourceOf(facts.organizationKind),
    channel: 'portal',
    priority,
    gender: person.gender,
    careKinds: kinds,
    location,
    ...when,
    ...times,
    ...finance,
    ...wishes,
    ...risks,
    nursingActions: actions,
    palliative: kinds.includes('palliative') || palliative.palliative !== undefined,
    warmHandover: form.choices('warmHandover', ['ja']).length > 0,
  }
  const identity: NewIdentity = {
    givenName: person.givenName,
    familyName,
    birthDate,
    bsn,
    bsnCheckedWith,
    postcode,
    houseNumber,
    careAddress: person.careAddress,
    phone: person.phone,
    email: person.email,
    question,
    contacts: person.contacts,
    requester,
    particulars: {
      ...(ward ? { ward } : {}),
      ...(hardStart ? { hardStart } : {}),
      ...indication,
      ...health,
      ...treatment,
      ...execution,
      ...palliative,
      ...home,
      ...wishWords,
    },
  }
  return {
    sentKey,
    card,
    identity,
    consent: {
      givenBy: 'told-to-referrer',
      scope: ['share-with-team', 'share-with-taker'],
      textVersion: 'verwijzer-2026-11',
    },
    attachments: [],
  }
}

export function readPerson(form: FormReader) {
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

function readEmail(form: FormReader, name: string): string | undefined {
  return form.parsed(
    name,
    (line) => (isEmail(line) ? line : undefined),
    'Vul een mailadres in, zoals naam@voorbeeld.nl',
  )
}

/** Home on the day of discharge is helped on that day, unless another day was given. */
export function readDates(form: FormReader, today: LocalDate) {
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

export function readTimes(form: FormReader) {
  return {
    dayparts: form.choices('dayparts', dayparts),
    timesPerWeek: form.integer('timesPerWeek', { min: 1, max: 100 }),
    hoursPerWeek: form.number('hoursPerWeek', { min: 0, max: 168 }),
    expectedDuration: form.choice('expectedDuration', ['short', 'long', 'terminal', 'unknown'] as const),
  }
}

function readRequester(form: FormReader, actor: UserActor): NewIdentity['requester'] {
  const phone = form.parsed('requesterPhone', parsePhone, wrongPhone, {
    required: 'Vul het nummer in waarop het team u kan bellen',
  })
  const email = readEmail(form, 'requesterEmail')
  const reachable = form.line('requesterReachable', { max: 120 })
  return { name: actor.name, phone, email, reachable, relation: actor.organizationName }
}

/** The common ones have a code, each with how often; others are a line each. */
function readActions(form: FormReader): NursingAction[] {
  const common = commonActions.flatMap((code): NursingAction[] => {
    const frequency = form.choice(`action-${code}`, frequencies)
    return frequency ? [{ code, text: actionText[code], frequency }] : []
  })
  const lines = (form.text('otherActions', { max: 2000 }) ?? '').split('\n').map((line) => line.trim())
  const others = lines.filter((line) => line !== '')
  if (others.length > 20) form.refuse('otherActions', 'Er passen hier 20 handelingen, elk op een regel')
  return [...common, ...others.map((text) => ({ text }))]
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

export function readWishCard(form: FormReader, facts: Pick<FormFacts, 'providers'>) {
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
