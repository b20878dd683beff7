import type { LocalDate } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { isPersonName } from '#kernel/text.ts'
import type { FormReader, FormValues } from '#platform/http/form-reader.ts'
import type { NewConsent, NewRequest, Source } from '../../new-request.ts'
import type { FormFacts } from '../../referring.ts'
import { readAround, readCare, readClient, readFinance, readWhen } from '../refer/read-asked.ts'

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
  const care = readCare(form)
  const client = readClient(form, today)
  const when = readWhen(form, today)
  const finance = readFinance(form)
  const generalPractitioner = form.line('generalPractitioner')
  const around = readAround(form, facts)
  form.choices('consent', ['told'], { required: 'Vraag of het delen goed is, en vink het aan' })
  if (!form.ok || !client || !care || !when) return undefined
  return {
    sentKey,
    card: {
      source: caller.kind,
      channel: 'phone',
      ...client.card,
      ...care.card,
      ...when.card,
      ...finance,
      ...around.card,
      nursingActions: [],
      palliative: care.card.careKinds.includes('palliative'),
      warmHandover: false,
    },
    identity: {
      ...client.identity,
      ...care.identity,
      requester: { name: caller.name, ...(caller.phone ? { phone: caller.phone } : {}) },
      particulars: {
        ...when.particulars,
        ...(generalPractitioner ? { generalPractitioner } : {}),
        ...around.particulars,
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
