import type { LocalDate } from '#kernel/dates.ts'
import type { Language } from '#kernel/languages.ts'
import type { Reason } from '#modules/regions/index.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import { wordsOf } from '../languages/index.ts'
import type { NewDate } from '../supplementing.ts'
import type { Withdrawal } from '../withdrawing.ts'
import { refuseFarDay } from './refer/read-asked.ts'

/** The forms that change what was sent, shared by the referrer's page and the follow page. */
export type Read<Value> = { form: FormReader; value: Value | undefined }

export function readSupplement(body: unknown, language?: Language): Read<string> {
  const form = new FormReader(body, language)
  return { form, value: form.text('text', { required: wordsOf(form.language).change.noSupplement }) }
}

export function readWithdrawal(
  body: unknown,
  reasons: readonly Reason[],
  language?: Language,
): Read<Omit<Withdrawal, 'requestId'>> {
  const form = new FormReader(body, language)
  const { change } = wordsOf(form.language)
  const codes = reasons.map(({ code }) => code)
  const reason = form.choice('reason', codes, { required: change.noWhy })
  const text = form.text('reasonText', { max: 1000 })
  if (reasons.find(({ code }) => code === reason)?.wantsText && !text) form.refuse('reasonText', change.noReasonText)
  return { form, value: form.ok && reason ? { reason, text } : undefined }
}

export function readDate(body: unknown, today: LocalDate): Read<Omit<NewDate, 'requestId'>> {
  const form = new FormReader(body)
  const wrong = 'Vul een datum in die bestaat, zoals 3 12 2026'
  const dischargeOn = form.date('dischargeOn', { wrong })
  const given = form.date('startOn', { wrong })
  const certainty = form.choice('certainty', ['certain', 'expected', 'unknown']) ?? 'expected'
  refuseFarDay(form, 'dischargeOn', dischargeOn, today)
  refuseFarDay(form, 'startOn', given, today)
  const startOn = given ?? dischargeOn
  if (form.ok && !startOn) form.refuse(dateFieldOf(body), 'Vul de nieuwe datum in')
  return { form, value: form.ok && startOn ? { dischargeOn, startOn, certainty } : undefined }
}

/** The first date that the form shows: not every client is admitted. */
function dateFieldOf(body: unknown): string {
  return body !== null && typeof body === 'object' && 'dischargeOn-day' in body ? 'dischargeOn' : 'startOn'
}
