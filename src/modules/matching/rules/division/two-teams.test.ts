import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { aTaker, aWaiting, bestOf } from '../../testing.ts'
import { barriersOf } from '../hard-rules.ts'
import type { Part, Taker, Waiting } from './choices.ts'
import { explain, sumsOf } from './explain.ts'
import { inTurn } from './in-turn.ts'
import { missingThings } from './missing.ts'
import { kindSplitPrice } from './prices.ts'
import { open } from './problem.ts'
import { problemOf, takers, waiting } from './testing.ts'
import { verify } from './verify.ts'

describe('a request for more parts of the day', () => {
  const morning = aTaker('m', { lights: { evening: 'red' } })
  const evening = aTaker('e', { lights: { morning: 'red' } })
  const both = aWaiting('r0', { dayparts: ['morning', 'evening'] })

  test('is divided over two teams when nobody can alone, each part of the day one of them, and takes room of both', () => {
    const problem = problemOf([both], [morning, evening])
    const [at = open] = bestOf(problem)
    const choice = problem.choices[at]
    expect(choice?.parts?.map(({ teamId, dayparts }) => [teamId, dayparts])).toEqual(
      expect.arrayContaining([
        ['m', ['morning']],
        ['e', ['evening']],
      ]),
    )
    expect(choice?.cost).toBeLessThan(problem.unplaced[0] ?? 0)
    expect(new Set(problem.slotsOf[at]?.map((slot) => problem.slots[slot]?.teamId))).toEqual(new Set(['m', 'e']))
    expect(sumsOf(problem, [at])).toMatchObject({ open: 0, divided: 1, cost: choice?.cost })
    // The room of a part is gone for others: the second of two finds none.
    const narrow = aTaker('e', { lights: { morning: 'red' }, clients: 1 })
    const two = problemOf([both, aWaiting('r1', { dayparts: ['morning', 'evening'] })], [morning, narrow])
    expect(bestOf(two).filter((one) => one === open)).toHaveLength(1)
    expect(verify(two, bestOf(two))).toEqual([])
  })

  test('is not divided when it is pinned, to a team that was forbidden, or when taking turns', () => {
    expect(problemOf([{ ...both, pinnedTo: 'm' }], [morning, evening]).choices).toEqual([])
    expect(problemOf([{ ...both, forbidden: ['e'] }], [morning, evening]).choices).toEqual([])
    expect(inTurn(problemOf([both], [morning, evening]), [morning, evening])).toEqual([open])
  })

  test('goes to one team before two, also to one that suits far worse', () => {
    const worst = aTaker('w', {
      place: { latitude: 52.4, longitude: 6.9 },
      lights: { morning: 'amber', evening: 'amber' },
    })
    const problem = problemOf([{ ...both, earlier: 'm' }], [morning, evening, worst])
    const [at = open] = bestOf(problem)
    expect([problem.choices[at]?.teamId, problem.choices[at]?.parts]).toEqual(['w', undefined])
    expect(explain(problem, [at])).toMatchObject([{ kind: 'only', next: { teamId: 'm', withTeamId: 'e' } }])
  })

  test('is divided when the room of who can alone is needed for another, and says for whom', () => {
    const alone = aTaker('a', { clients: 1 })
    const other = aWaiting('r1', { forbidden: ['m', 'e'], priority: 'within-24-hours' })
    const problem = problemOf([both, other], [alone, morning, evening])
    const division = bestOf(problem)
    expect(division.map((at) => problem.choices[at]?.parts?.length ?? problem.choices[at]?.teamId)).toEqual([2, 'a'])
    expect(explain(problem, division)[0]).toMatchObject({ kind: 'yields', better: [{ teamId: 'a', inTheWay: ['r1'] }] })
  })
})

test('whatever is drawn, each of two may do its own part by every rule of the shortlist, and neither may do all where kinds are divided', () => {
  fc.assert(
    fc.property(waiting, takers, (all, teams) => {
      const problem = problemOf(all, teams)
      for (const { waiting: asked, choices } of problem.asked) {
        for (const { parts, dayparts } of choices) {
          for (const { teamId, careKinds = asked.wanted.careKinds, dayparts: own } of parts ?? []) {
            const team = teams.find((one) => one.teamId === teamId) as Taker
            const barriers = (kinds: readonly CareKind[], when: readonly Daypart[]) => {
              const lightOf = team.lightsFor?.(kinds) ?? team.lightOf
              return barriersOf({ ...asked.wanted, careKinds: kinds, dayparts: when }, { ...team, lightOf })
            }
            expect(barriers(careKinds, own)).toEqual([])
            if (parts?.[0]?.careKinds) expect(barriers(asked.wanted.careKinds, dayparts)).not.toEqual([])
          }
        }
      }
    }),
    { numRuns: 60 },
  )
})

describe('a request for more kinds of care', () => {
  const care = aTaker('care', { careKinds: ['personal-care'] })
  const wound = aTaker('wound', { careKinds: ['wound'] })
  const both = aWaiting('r0', { careKinds: ['personal-care', 'wound'], dayparts: ['morning', 'evening'] })
  const partsOf = (waits: readonly Waiting[], teams: readonly Taker[]) => {
    const problem = problemOf(waits, teams)
    const [at = open] = bestOf(problem)
    return problem.choices[at]?.parts?.map(({ teamId, careKinds, dayparts }) => [teamId, careKinds, dayparts])
  }

  test('is divided over two teams when none gives all of it, and each of them keeps room for all visits in full', () => {
    const problem = problemOf([both], [care, wound])
    const [at = open] = bestOf(problem)
    const choice = problem.choices[at]
    expect(partsOf([both], [care, wound])).toEqual([
      ['care', ['personal-care'], ['morning', 'evening']],
      ['wound', ['wound'], ['morning', 'evening']],
    ])
    expect(choice?.cost).toBe((choice?.lost ?? 0) + kindSplitPrice)
    expect(choice?.cost).toBeLessThan(problem.unplaced[0] ?? 0)
    expect(problem.slotsOf[at]).toHaveLength(2 * (choice?.cells.length ?? 0))
    expect(sumsOf(problem, [at])).toMatchObject({ open: 0, divided: 1, split: kindSplitPrice, cost: choice?.cost })
    expect(explain(problem, [at])).toMatchObject([{ kind: 'only', better: [], next: undefined }])
    // Of the second of two the wound is no longer anybody's.
    const two = problemOf(
      [both, { ...both, wanted: { ...both.wanted, requestId: 'r1' } }],
      [care, aTaker('wound', { careKinds: ['wound'], clients: 1 })],
    )
    const division = bestOf(two)
    expect(division.filter((one) => one === open)).toHaveLength(1)
    expect(verify(two, division)).toEqual([])
    expect(explain(two, division).find(({ kind }) => kind === 'full')).toMatchObject({
      nearest: [{ teamId: 'care', withTeamId: 'wound' }],
    })
    // Who gives wound care has no room left, so that it gives no other care is not what is missing.
    expect(missingThings(two, division)).toMatchObject([{ code: 'expertise', careKind: 'wound' }])
  })

  test('goes to who can alone first, then to two by part of the day, and only then to two by kind of care', () => {
    const far = { place: { latitude: 52.4, longitude: 6.9 } }
    const morning = aTaker('m', { ...far, lights: { evening: 'red' } })
    const evening = aTaker('e', { ...far, lights: { morning: 'red' } })
    expect(partsOf([both], [care, wound, morning, evening, aTaker('w', far)])).toBeUndefined()
    expect(
      partsOf([both], [care, wound, morning, evening])
        ?.map(([teamId]) => teamId)
        .sort(),
    ).toEqual(['e', 'm'])
    expect(partsOf([both], [care, wound, morning])?.map(([teamId]) => teamId)).toEqual(['care', 'wound'])
  })

  test('is divided by kind when the room of who can alone is needed for another, and says for whom', () => {
    const alone = aTaker('a', { clients: 1 })
    const other = aWaiting('r1', { careKinds: ['nursing'], dayparts: ['morning'], priority: 'within-24-hours' })
    const problem = problemOf([both, other], [alone, care, wound])
    const division = bestOf(problem)
    expect(division.map((at) => problem.choices[at]?.parts?.length ?? problem.choices[at]?.teamId)).toEqual([2, 'a'])
    expect(explain(problem, division)[0]).toMatchObject({ kind: 'yields', better: [{ teamId: 'a', inTheWay: ['r1'] }] })
  })

  test('counts per team the lights of what it would give: a red one for wounds leaves it the rest', () => {
    const full = aTaker('full', { kindLights: { wound: 'red' } })
    const none = aTaker('none', { lights: { morning: 'red', evening: 'red' } })
    expect(partsOf([both], [full, wound, none])).toEqual([
      ['full', ['personal-care'], ['morning', 'evening']],
      ['wound', ['wound'], ['morning', 'evening']],
    ])
    expect(partsOf([both], [full, none])).toBeUndefined()
  })

  test('leaves what both can give with who has most then, and the overview with that one', () => {
    const all = aWaiting('r0', { careKinds: ['personal-care', 'nursing', 'wound'] })
    const nurses = aTaker('nurses', { careKinds: ['nursing', 'wound'] })
    const carers = aTaker('carers', { careKinds: ['personal-care', 'nursing'] })
    expect(partsOf([all], [nurses, carers])).toEqual([
      ['carers', ['personal-care', 'nursing'], ['morning']],
      ['nurses', ['wound'], ['morning']],
    ])
    // Who had it in the proposal before keeps it, and an amber light of its own for one kind leaves that with the other.
    expect(partsOf([{ ...all, earlier: 'nurses' }], [nurses, carers])?.[0]).toEqual([
      'nurses',
      ['nursing', 'wound'],
      ['morning'],
    ])
    const doubtful = aTaker('carers', { careKinds: ['personal-care', 'nursing'], kindLights: { nursing: 'amber' } })
    expect(partsOf([all], [nurses, doubtful])?.[0]).toEqual(['nurses', ['nursing', 'wound'], ['morning']])
  })

  test('has both teams in the same part of the day when it names none', () => {
    const evening = aTaker('wound', { careKinds: ['wound'], lights: { morning: 'red', afternoon: 'red' } })
    const free = aWaiting('r0', { careKinds: ['personal-care', 'wound'], dayparts: [] })
    expect(partsOf([free], [care, evening])?.map(([, , dayparts]) => dayparts)).toEqual([['evening'], ['evening']])
  })

  test('is not divided when it is pinned, to a team that was forbidden, or when taking turns', () => {
    expect(problemOf([{ ...both, pinnedTo: 'care' }], [care, wound]).choices).toEqual([])
    expect(problemOf([{ ...both, forbidden: ['wound'] }], [care, wound]).choices).toEqual([])
    expect(inTurn(problemOf([both], [care, wound]), [care, wound])).toEqual([open])
  })

  test('of a kind that few give those few are tried, however many would suit better for the rest', () => {
    const near = Array.from({ length: 40 }, (_, nth) => aTaker(`c${nth}`, { careKinds: ['personal-care'] }))
    const far = aTaker('wound', { careKinds: ['wound'], place: { latitude: 52.4, longitude: 6.9 } })
    const problem = problemOf([both], [...near, far])
    expect(problem.choices.length).toBeGreaterThan(5)
    expect(problem.choices.length).toBeLessThan(40)
  })

  test('the checker sees what was planted: a kind twice, a kind for nobody, visits without room, one team twice', () => {
    const problem = problemOf([both], [care, wound])
    const [at = open] = bestOf(problem)
    const [one, other] = problem.choices[at]?.parts ?? []
    if (!one || !other) throw new Error('It is divided')
    const planted = (parts: readonly Part[]) => {
      const choices = problem.choices.map((choice) => ({ ...choice, parts }))
      return verify({ ...problem, choices }, [at])[0]
    }
    expect(planted([one, other])).toBeUndefined()
    expect(planted([one, { ...other, careKinds: one.careKinds }])).toContain('all that is asked')
    expect(planted([{ ...one, careKinds: ['personal-care', 'wound'] }, other])).toContain('all that is asked')
    expect(planted([one, { ...other, cells: other.cells.slice(1) }])).toContain('without room')
    expect(planted([one, { ...other, teamId: one.teamId }])).toContain('not of two teams')
  })
})
