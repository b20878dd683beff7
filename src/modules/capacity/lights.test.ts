import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, localDateOf } from '#kernel/dates.ts'
import { type Light, lights } from '#kernel/lights.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { type Expiry, effectiveLight, firstExpiry } from './rules/light.ts'

let region: SmallRegion

beforeAll(async () => {
  region = await createSmallRegion()
})

type Case = { light: Light; setAt: Date; until: Date | null; on: string; at: Date; expiry: Expiry }

async function askSql(cases: readonly Case[]): Promise<string[]> {
  const rows = await region.asOwner<{ light: string }>(
    `select capacity.effective_light(c.light, c.until_at, c.set_at, c.light_on, c.at, c.today, c.today_hours, c.later_hours) as light
     from jsonb_to_recordset($1::jsonb) as c(n int, light text, until_at timestamptz, set_at timestamptz, light_on date,
       at timestamptz, today date, today_hours int, later_hours int)
     order by c.n`,
    [
      JSON.stringify(
        cases.map(({ light, setAt, until, on, at, expiry }, n) => ({
          n,
          light,
          until_at: until,
          set_at: setAt,
          light_on: on,
          at,
          today: localDateOf(at),
          today_hours: expiry.todayHours,
          later_hours: expiry.laterHours,
        })),
      ),
    ],
  )
  return rows.map((row) => row.light)
}

describe('the rule and the SQL', () => {
  test('say the same of every light, also around a change of the clock', async () => {
    const aMoment = fc.oneof(
      fc.date({ min: new Date('2026-10-22T00:00:00Z'), max: new Date('2026-10-28T00:00:00Z'), noInvalidDate: true }),
      fc.date({ min: new Date('2026-03-20T00:00:00Z'), max: new Date('2026-04-05T00:00:00Z'), noInvalidDate: true }),
    )
    const aCase = fc
      .record({
        light: fc.constantFrom(...lights),
        at: aMoment,
        age: fc.oneof(
          fc.integer({ min: -60_000, max: 200 * 3_600_000 }),
          fc.constantFrom(24, 168).map((h) => h * 3_600_000),
        ),
        ahead: fc.integer({ min: -3, max: 9 }),
        until: fc.option(aMoment, { nil: null }),
        expiry: fc
          .tuple(fc.integer({ min: 1, max: 72 }), fc.integer({ min: 0, max: 200 }))
          .map(([todayHours, more]) => ({ ...firstExpiry, todayHours, laterHours: todayHours + more })),
      })
      .map(({ age, ahead, at, ...rest }) => ({
        ...rest,
        at,
        setAt: new Date(at.getTime() - age),
        on: addDays(localDateOf(at), ahead),
      }))
    const cases = fc.sample(aCase, 3000)
    const answers = await askSql(cases)
    const different = cases.filter(
      ({ light, setAt, until, on, at, expiry }, place) =>
        effectiveLight({ light, setAt, until }, on, at, expiry) !== answers[place],
    )
    expect(different).toEqual([])
    expect(new Set(answers)).toEqual(new Set(lights))
  })
})
