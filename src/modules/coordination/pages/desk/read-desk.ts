import { instantOf, isLocalDate } from '#kernel/dates.ts'
import { isId } from '#kernel/ids.ts'
import { parsePhone } from '#kernel/phone.ts'
import type { Opening } from '#kernel/working-time.ts'
import type { FormReader } from '#platform/http/form-reader.ts'

export const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const

const dayCodes = ['1', '2', '3', '4', '5', '6', '7'] as const
const time = (line: string) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(line) ? line : undefined)

/** '2026-11-23T14:00', as the clock in the Netherlands says it. */
function moment(line: string): Date | undefined {
  const [date = '', at = ''] = line.split('T')
  return isLocalDate(date) && time(at) ? instantOf(date, at) : undefined
}

export type Hours = { opening: Opening | null; partnerTeamId: string | null }

/** Undefined when something has to be mended. Without a day it is open day and night. */
export function readHours(form: FormReader): Hours | undefined {
  const days = form.choices('days', dayCodes).map(Number)
  const required = days.length > 0 ? 'Vul een tijd in, zoals 08:00' : undefined
  const from = form.parsed('opens', time, 'Vul een tijd in, zoals 08:00', { required })
  const to = form.parsed('closes', time, 'Vul een tijd in, zoals 17:00', { required })
  if (from && to && from >= to) form.refuse('closes', 'Het loket sluit voor het opengaat. Kies een latere tijd.')
  const partner = form.parsed('partner', (line) => (isId(line) ? line : undefined), 'Kies een team uit de lijst')
  if (!form.ok) return undefined
  return { opening: days.length > 0 && from && to ? { days, from, to } : null, partnerTeamId: partner ?? null }
}

export type Turn = { name: string; phone: string; fromAt: Date; untilAt: Date }

export function readTurn(form: FormReader): Turn | undefined {
  const name = form.line('name', { required: 'Vul in wie dienst heeft', max: 100 })
  const phone = form.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 06 12345678', {
    required: 'Vul het nummer in waarop deze collega opneemt',
  })
  const wrong = 'Vul een dag en een tijd in'
  const fromAt = form.parsed('from', moment, wrong, { required: 'Vul in wanneer de dienst begint' })
  const untilAt = form.parsed('until', moment, wrong, { required: 'Vul in wanneer de dienst eindigt' })
  return form.ok && name && phone && fromAt && untilAt ? { name, phone, fromAt, untilAt } : undefined
}
