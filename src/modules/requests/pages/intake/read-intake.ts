import { careKinds } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { priorities } from '#kernel/priorities.ts'
import { isPersonName } from '#kernel/text.ts'
import type { FormReader, FormValues } from '#platform/http/form-reader.ts'
import type { NewConsent, NewRequest, Source } from '../../new-request.ts'
import type { FormFacts } from '../../referring.ts'
import { alerts } from '../../text.nl.ts'
import { readHome, readWishes } from '../refer/read-particulars.ts'
import {
  locations,
  readDates,
  readFinance,
  readPerson,
  readTimes,
  readWho,
  readWishCard,
} from '../refer/read-referral.ts'

/** Who is on the phone; phone in E.164. */
export type Caller = { kind: Source; name: string; phone: string | null; note: string }

type Context = { caller: Caller; facts: Pick<FormFacts, 'providers'>; today: LocalDate; sentKey: string }

/** What the call told already, so that nothing is asked or typed twice. */
export function intakeOf({ kind, name, phone, note }: Caller): FormValues {
  const number = phone ? formatPhone(phone) : ''
  const known = { question: note, certainty: 'expected', location: kind === 'hospital' ? 'hospital' : 'home' }
  if (kind === 'client') return { ...known, familyName: isPersonName(name) ? name : '', phone: number }
  if (kind === 'informal-carer')
    return { ...known, contactName: name, contactPhone: number, contactRole: 'informal-carer' }
  return known
}

/** The intake on the phone, in the order of the page; the request when nothing is wrong or missing. */
export function readIntake(form: FormReader, { caller, facts, today, sentKey }: Context): NewRequest | undefined {
  const who = readWho(form, today, true)
  const person = readPerson(form)
  const question = form.text('question', { required: 'Vul in waarvoor hulp nodig is' })
  const kinds = form.choices('careKinds', careKinds, { required: 'Kies welke zorg nodig is' })
  const priority = form.choice('priority', priorities, { required: 'Kies hoe snel de zorg nodig is' })
  const location = form.choice('location', locations, { required: 'Kies waar de cliënt nu is' })
  const ward = form.line('ward')
  const { hardStart, ...when } = readDates(form, today)
  const times = readTimes(form)
  const told = form.choices('consent', ['told'], { required: 'Vraag of het delen goed is, en vink het aan' })
  const finance = readFinance(form)
  const generalPractitioner = form.line('generalPractitioner')
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
  return {
    sentKey,
    card: {
      source: caller.kind,
      channel: 'phone',
      priority,
      gender: person.gender,
      careKinds: kinds,
      location,
      ...when,
      ...times,
      ...finance,
      ...wishes,
      ...risks,
      nursingActions: [],
      palliative: kinds.includes('palliative'),
      warmHandover: false,
    },
    identity: {
      givenName: person.givenName,
      familyName,
      birthDate,
      bsn,
      postcode,
      houseNumber,
      careAddress: person.careAddress,
      phone: person.phone,
      email: person.email,
      question,
      contacts: person.contacts,
      requester: { name: caller.name, ...(caller.phone ? { phone: caller.phone } : {}) },
      particulars: {
        ...(ward ? { ward } : {}),
        ...(hardStart ? { hardStart } : {}),
        ...(generalPractitioner ? { generalPractitioner } : {}),
        ...home,
        ...wishWords,
      },
    },
    consent: {
      givenBy: giverOf(caller.kind),
      scope: ['card-to-team', 'identity-to-taker', 'holder-may-call'],
      textVersion: 'telefoon-2026-11',
    },
    attachments: [],
  }
}

function giverOf(kind: Source): NewConsent['givenBy'] {
  if (kind === 'client' || kind === 'informal-carer') return kind
  return 'told-to-referrer'
}
