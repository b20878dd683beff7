import type { UserActor } from '#kernel/actor.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { parsePhone } from '#kernel/phone.ts'
import type { FormReader } from '#platform/http/form-reader.ts'
import type { NewCard, NewIdentity, NewRequest, NursingAction } from '../../new-request.ts'
import { actionText } from '../../particulars.nl.ts'
import type { FormFacts, Sought } from '../../referring.ts'
import { commonActions } from '../../rules/particular-codes.ts'
import { sourceOf } from '../../rules/referral.ts'
import { frequencies } from './form-words.nl.ts'
import {
  readAround,
  readCare,
  readClient,
  readEmail,
  readFinance,
  readWhen,
  readWho,
  wrongPhone,
} from './read-asked.ts'
import { readExecutionRequest, readHealth, readIndication, readPalliative, readTreatment } from './read-particulars.ts'

const identityChecks = ['passport', 'identity-card', 'driving-licence', 'residence-permit'] as const

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
  const client = readClient(form, today)
  const bsnCheckedWith = form.choice('bsnCheckedWith', identityChecks)
  const care = readCare(form)
  const when = readWhen(form, today)
  const nursingActions = readActions(form)
  const finance = readFinance(form)
  const indication = readIndication(form)
  const health = readHealth(form)
  const treatment = readTreatment(form)
  const execution = readExecutionRequest(form)
  const palliative = readPalliative(form)
  const around = readAround(form, facts)
  const requester = readRequester(form, actor)
  const warmHandover = form.choices('warmHandover', ['ja']).length > 0
  form.choices('consent', ['told'], {
    required: 'Bevestig dat de cliënt of vertegenwoordiger het weet en het goed vindt',
  })
  if (!form.ok || !client || !care || !when) return undefined
  const card: NewCard = {
    source: sourceOf(facts.organizationKind),
    channel: 'portal',
    ...client.card,
    ...care.card,
    ...when.card,
    ...finance,
    ...around.card,
    nursingActions,
    palliative: care.card.careKinds.includes('palliative') || palliative.palliative !== undefined,
    warmHandover,
  }
  const particulars = {
    ...when.particulars,
    ...indication,
    ...health,
    ...treatment,
    ...execution,
    ...palliative,
    ...around.particulars,
  }
  return {
    sentKey,
    card,
    identity: { ...client.identity, bsnCheckedWith, ...care.identity, requester, particulars },
    consent: {
      givenBy: 'told-to-referrer',
      scope: ['share-with-team', 'share-with-taker'],
      textVersion: 'verwijzer-2026-11',
    },
    attachments: [],
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
