/**
 * Days and moments in the Netherlands. A day is a `LocalDate`; a moment is a `Date`. The two are never mixed up: the UTC
 * date of a moment differs from its date here in 6.6 % of all minutes. Every moment comes in as an argument.
 */

import type { Language } from './languages.ts'

/** A day of the calendar as 'YYYY-MM-DD', without time or time zone; sorts and compares as text. */
export type LocalDate = string

export const timeZone = 'Europe/Amsterdam'

const dayLength = 86_400_000
const monthNames = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
const shortMonthNames = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
/** Read, never written: of the other languages of the pages for clients and carers. */
const foreignMonthNames: Record<Exclude<Language, 'nl'>, readonly string[]> = {
  en: 'january february march april may june july august september october november december'.split(' '),
}
const weekdayNames = 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' ')

/** Whether a text is a day that exists, from the year 1000 on, exactly as it is stored. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/**
 * The day that someone typed in three fields: '3', '8', '1941' or '3', 'aug', '1941'. The month may be a number, its
 * Dutch name or, where `foreign` says so, that in another language of the pages; the year has four digits. Answers `undefined` when there is no such day.
 */
export function parseDateParts(
  parts: { day: string; month: string; year: string },
  foreign = false,
): LocalDate | undefined {
  const [day, month, year] = [parts.day.trim(), monthNumber(parts.month.trim(), foreign), parts.year.trim()]
  if (!/^\d{1,2}$/.test(day) || !month || !/^\d{4}$/.test(year)) return undefined
  const date = `${year}-${twoDigits(month)}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : undefined
}

/**
 * The day that someone typed in one field: '3-8-2026', '3 aug 2026' or '2026-08-03'; the month as in `parseDateParts`.
 * Answers `undefined` when there is no such day.
 */
export function parseDate(line: string): LocalDate | undefined {
  const typed = line.trim()
  if (isLocalDate(typed)) return typed
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[-/. ]([\p{L}.]{3,10}|\d{1,2})[-/. ](\d{4})$/u.exec(typed) ?? []
  return parseDateParts({ day, month, year })
}

/**
 * The age in whole years on a day; negative before the birth. Who was born on 29 February becomes a year older on
 * 1 March when the year has no 29th.
 */
export function ageOn(birthDate: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) >= birthDate.slice(5) ? years : years - 1
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return toLocalDate(dayNumber(date) * dayLength + days * dayLength)
}

/** How many days later the second day is; negative when it is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  // Day 0, 1 January 1970, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The day it is in the Netherlands at a moment. */
export function localDateOf(instant: Date): LocalDate {
  return toLocalDate(instant.getTime() + offsetAt(instant.getTime()))
}

/** The time on the clock in the Netherlands at a moment, as 'HH:MM'. */
export function localTimeOf(instant: Date): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime())).toISOString().slice(11, 16)
}

/**
 * The moment at which the clock in the Netherlands shows a time ('HH:MM', up to '24:00', the end of the day).
 *
 * A time that is skipped in spring is as much later as the clock jumps: 02:30 becomes 03:30. Of a time that comes twice in
 * autumn it is the first, so that a deadline is never later than its reader thinks. Throws a RangeError for a day or a
 * time that does not exist on any clock.
 */
export function instantOf(date: LocalDate, time: string): Date {
  const wall = dayNumber(date) * dayLength + minutesOf(time) * 60_000
  const [before, after] = [offsetAt(wall - dayLength), offsetAt(wall + dayLength)]
  const [first, second] = [wall - before, wall - after]
  const found = [first, second].find((instant) => instant + offsetAt(instant) === wall)
  return new Date(found ?? first)
}

/** The minutes since midnight of a time 'HH:MM', up to '24:00'. Throws a RangeError for anything else. */
export function minutesOf(time: string): number {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) throw new RangeError(`Not a time of day: ${time}`)
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** '27 maart 1941' */
export function formatDate(date: LocalDate): string {
  return `${dayOf(date)} ${monthNames[monthOf(date) - 1]} ${date.slice(0, 4)}`
}

/** 'za 3 aug', and 'zo 3 aug 2025' when `today` is given and is in another year. */
export function formatDateShort(date: LocalDate, today?: LocalDate): string {
  const short = `${formatWeekday(date).slice(0, 2)} ${dayOf(date)} ${shortMonthNames[monthOf(date) - 1]}`
  return today && today.slice(0, 4) !== date.slice(0, 4) ? `${short} ${date.slice(0, 4)}` : short
}

/** 'zaterdag' */
export function formatWeekday(date: LocalDate): string {
  return weekdayNames[weekdayOf(date) - 1] ?? ''
}

/** '14:00', '9:30': the time on the clock in the Netherlands. */
export function formatTime(instant: Date): string {
  return localTimeOf(instant).replace(/^0/, '')
}

/** 'vandaag 14:00', 'morgen 9:30', 'gisteren 16:15', and else 'ma 3 aug 14:00', with the year when it is another. */
export function formatMoment(instant: Date, now: Date): string {
  const [date, today] = [localDateOf(instant), localDateOf(now)]
  const near: Record<number, string> = { [-1]: 'gisteren', 0: 'vandaag', 1: 'morgen' }
  return `${near[daysBetween(today, date)] ?? formatDateShort(date, today)} ${formatTime(instant)}`
}

/**
 * How far away a moment is, in words. Ahead: 'nog 20 minuten', 'nog 3 uur', 'morgen', 'over 2 dagen'. Behind: 'zojuist',
 * '20 minuten geleden', '3 uur geleden', 'gisteren', '2 dagen geleden', '3 weken geleden', '4 maanden geleden'.
 *
 * Hours and minutes are rounded down, so that nobody is promised more time than there is; days are those of the
 * calendar, as people count them.
 */
export function formatDuration(instant: Date, now: Date): string {
  const minutes = Math.floor(Math.abs(instant.getTime() - now.getTime()) / 60_000)
  const days = daysBetween(localDateOf(now), localDateOf(instant))
  return instant > now ? formatAhead(minutes, days) : formatBehind(minutes, -days)
}

function formatAhead(minutes: number, days: number): string {
  if (minutes < 1) return 'nu'
  if (minutes < 60) return `nog ${count(minutes, 'minuut', 'minuten')}`
  if (minutes < 24 * 60 || days === 0) return `nog ${Math.floor(minutes / 60)} uur`
  return days === 1 ? 'morgen' : `over ${inLargeUnits(days)}`
}

function formatBehind(minutes: number, days: number): string {
  if (minutes < 1) return 'zojuist'
  if (minutes < 60) return `${count(minutes, 'minuut', 'minuten')} geleden`
  // Last night is still "3 hours ago" to who works at night.
  if (minutes < 12 * 60 || days === 0) return `${Math.floor(minutes / 60)} uur geleden`
  return days === 1 ? 'gisteren' : `${inLargeUnits(days)} geleden`
}

function inLargeUnits(days: number): string {
  if (days < 14) return `${days} dagen`
  if (days < 60) return `${Math.floor(days / 7)} weken`
  if (days < 730) return `${Math.floor(days / 30.44)} maanden`
  return `${Math.floor(days / 365.25)} jaar`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function monthNumber(text: string, foreign: boolean): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const name = text.toLowerCase().replace(/\.$/, '')
  if (name.length < 3) return undefined
  const others = foreign ? Object.values(foreignMonthNames) : []
  const place = monthNames.findIndex(
    (month, index) =>
      [month, ...others.map((names) => names[index])].some((full) => full?.startsWith(name)) ||
      shortMonthNames[index] === name,
  )
  return place < 0 ? undefined : place + 1
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function dayOf(date: LocalDate): number {
  return Number(date.slice(8, 10))
}

function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7))
}

/** Advice asks for the same few days hundreds of thousands of times, and reading or writing one takes a microsecond. */
const numbers = new Map<LocalDate, number>()
const texts = new Map<number, LocalDate>()
const mostKept = 4096

/** Days since 1 January 1970. */
function dayNumber(date: LocalDate): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  const day = isLocalDate(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(day)) throw new RangeError(`Not a day: ${date}`)
  return keep(numbers, date, day / dayLength)
}

function toLocalDate(milliseconds: number): LocalDate {
  const day = Math.floor(milliseconds / dayLength)
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = new Date(milliseconds).toISOString()
  if (text.length !== 24) throw new RangeError('A day has a year of four digits')
  return keep(texts, day, text.slice(0, 10))
}

function keep<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value): Value {
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, value)
  return value
}

/**
 * How far the clock in the Netherlands is ahead of UTC, in milliseconds. Asking Intl costs microseconds and a list asks it
 * hundreds of times, so the answer at midnight UTC is kept per day. The clock never changes twice in a day: equal at
 * both ends is equal in between.
 */
function offsetAt(instant: number): number {
  const day = Math.floor(instant / dayLength)
  const atStart = offsetAtMidnight(day)
  return atStart === offsetAtMidnight(day + 1) ? atStart : askOffset(instant)
}

const midnightOffsets = new Map<number, number>()

function offsetAtMidnight(day: number): number {
  const known = midnightOffsets.get(day)
  if (known !== undefined) return known
  // A century of days; more only comes from someone who tries all dates there are.
  if (midnightOffsets.size > 36_525) midnightOffsets.clear()
  const offset = askOffset(day * dayLength)
  midnightOffsets.set(day, offset)
  return offset
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

function askOffset(instant: number): number {
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}
