import { addDays, instantOf, type LocalDate, weekdayOf } from '#kernel/dates.ts'
import { isHoliday } from '#kernel/holidays.ts'

const dayLength = 86_400_000
const hourLength = 3_600_000

type Day = { on: LocalDate; weekday: number; working: boolean; at: number }

/** The days of a replay by number, so that the hundreds of thousands of moments in it are cheap. */
export class Calendar {
  readonly #days: readonly Day[]
  readonly #byDate: ReadonlyMap<LocalDate, Day>

  constructor(first: LocalDate, count: number) {
    this.#days = Array.from({ length: count }, (_, nth) => {
      const on = addDays(first, nth)
      const weekday = weekdayOf(on)
      return { on, weekday, working: weekday <= 5 && !isHoliday(on), at: instantOf(on, '00:00').getTime() }
    })
    this.#byDate = new Map(this.#days.map((day) => [day.on, day]))
  }

  get count(): number {
    return this.#days.length
  }

  /** The number of the day of a moment; the first or the last for what lies outside. */
  dayOf(at: number): number {
    // A day is 23 or 25 hours twice a year: the guess is one off at most.
    let day = Math.min(this.count - 1, Math.max(0, Math.floor((at - this.startOf(0)) / dayLength)))
    while (day > 0 && this.startOf(day) > at) day -= 1
    while (day < this.count - 1 && this.startOf(day + 1) <= at) day += 1
    return day
  }

  dateOf(day: number): LocalDate {
    return this.#day(day).on
  }

  startOf(day: number): number {
    return this.#day(day).at
  }

  isWorking(day: number): boolean {
    return this.#day(day).working
  }

  /** 1 for Monday; also of a day just outside the replay. */
  weekdayOn(on: LocalDate): number {
    return this.#byDate.get(on)?.weekday ?? weekdayOf(on)
  }

  /** Right but for the hour by which two nights a year are longer or shorter. */
  at(day: number, hour: number): number {
    return this.startOf(day) + hour * hourLength
  }

  hourOf(at: number): number {
    return (at - this.startOf(this.dayOf(at))) / hourLength
  }

  /** The first moment from here on within these hours, on working days only or on every day; undefined after the last day. */
  nextWithin(at: number, from: number, to: number, everyDay: boolean): number | undefined {
    for (let day = this.dayOf(at); day < this.count; day += 1) {
      if (!everyDay && !this.isWorking(day)) continue
      if (at < this.at(day, to)) return Math.max(at, this.at(day, from))
    }
    return undefined
  }

  #day(day: number): Day {
    const found = this.#days[day]
    if (!found) throw new RangeError(`There is no day ${day}`)
    return found
  }
}
