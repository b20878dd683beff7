import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careKinds } from '#kernel/care-kinds.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { type Division, divide, mostParts, type Piece, piecesOf, splits, waysToDivide } from './dividing.ts'
import { firstDivision } from './first-division.ts'
import { keeperOf, lastStart, nextStart, type PartStanding, standingOfWhole } from './whole.ts'

const whole = fc.record({
  dayparts: fc.subarray([...dayparts], { minLength: 0 }),
  careKinds: fc.subarray([...careKinds].slice(0, 5), { minLength: 1 }),
})

describe('dividing', () => {
  test('whatever is asked for, what comes out is the whole, once', () => {
    fc.assert(
      fc.property(whole, fc.constantFrom(...splits), fc.array(fc.nat(4)), fc.nat(3), (asked, by, places, overview) => {
        const pieces = piecesOf(asked, by)
        const groups = new Map<number, Piece[]>()
        pieces.forEach((piece, index) => {
          const place = places[index] ?? 0
          groups.set(place, [...(groups.get(place) ?? []), piece])
        })
        const parts = [...groups.values()].map((own) => ({ pieces: own }))
        const outcome = divide(asked, { by, parts, overview })
        if (!outcome.ok) return
        expect(outcome.value.flatMap((part) => [...piecesOf(part, by)]).sort()).toEqual([...pieces].sort())
        expect(outcome.value.filter(({ keepsOverview }) => keepsOverview)).toHaveLength(1)
        expect(outcome.value.length).toBeGreaterThan(1)
        expect(outcome.value.length).toBeLessThanOrEqual(mostParts)
        const other = by === 'daypart' ? 'care-kind' : 'daypart'
        for (const part of outcome.value) expect(piecesOf(part, other)).toEqual(piecesOf(asked, other))
      }),
    )
  })

  test.each<[string, Partial<Division>, string]>([
    ['a piece in no part', { parts: [{ pieces: ['morning'] }] }, 'piece-missing'],
    [
      'a piece in two',
      { parts: [{ pieces: ['morning', 'evening'] }, { pieces: ['evening', 'night'] }] },
      'piece-twice',
    ],
    ['a piece that was not asked', { parts: [{ pieces: ['morning'] }, { pieces: ['afternoon'] }] }, 'piece-unknown'],
    ['one part', { parts: [{ pieces: ['morning', 'evening', 'night'] }] }, 'one-part-only'],
    ['a part of nothing', { parts: [{ pieces: ['morning', 'evening', 'night'] }, { pieces: [] }] }, 'one-part-only'],
    ['nobody for the overview', { overview: 2 }, 'overview-missing'],
    ['care that is of one kind', { by: 'care-kind' }, 'nothing-to-divide'],
  ])('refuses %s', (_, changed, refusal) => {
    const asked = { dayparts: ['morning', 'evening', 'night'], careKinds: ['nursing'] } as const
    const good: Division = {
      by: 'daypart',
      overview: 0,
      parts: [{ pieces: ['morning'] }, { pieces: ['evening', 'night'] }],
    }
    expect(divide(asked, good).ok).toBe(true)
    expect(divide(asked, { ...good, ...changed })).toEqual({ ok: false, refusal })
  })

  test('is possible where there is more than one piece', () => {
    expect(waysToDivide({ dayparts: ['morning'], careKinds: ['nursing'] })).toEqual([])
    expect(waysToDivide({ dayparts: ['morning', 'night'], careKinds: ['nursing', 'wound'] })).toEqual([...splits])
  })
})

describe('the first filling in', () => {
  test('is always a division, and gives nobody what they did not offer, but for the last when three are full', () => {
    const offer = fc.record({ organizationId: fc.uuid(), pieces: fc.subarray([...dayparts]) })
    fc.assert(
      fc.property(fc.subarray([...dayparts], { minLength: 2 }), fc.array(offer, { maxLength: 5 }), (pieces, offers) => {
        const parts = firstDivision(pieces, offers)
        expect(parts.flatMap((part) => [...part.pieces]).sort()).toEqual([...pieces].sort())
        expect(parts.length).toBeLessThanOrEqual(mostParts)
        for (const part of parts.slice(0, -1)) {
          const own = offers.filter(({ organizationId }) => organizationId === part.organizationId)
          if (part.organizationId)
            expect(part.pieces.every((piece) => own.some((one) => (one.pieces as string[]).includes(piece)))).toBe(true)
        }
      }),
    )
  })

  test('goes to who offered the most, and leaves what nobody offered as a part of its own', () => {
    const offers = [
      { organizationId: 'one', pieces: ['evening'] },
      { organizationId: 'two', pieces: ['evening', 'night'] },
    ]
    expect(firstDivision(['morning', 'evening', 'night'], offers)).toEqual([
      { pieces: ['evening', 'night'], organizationId: 'two' },
      { pieces: ['morning'] },
    ])
  })
})

describe('how the whole stands', () => {
  const part = (changed: Partial<PartStanding> = {}): PartStanding => ({
    keepsOverview: false,
    takerId: 'alfa',
    startsOn: null,
    startedOn: null,
    ...changed,
  })

  test('follows from its parts', () => {
    expect(standingOfWhole([part(), part({ takerId: null })])).toBe('waiting')
    expect(standingOfWhole([part({ startedOn: '2026-11-01' }), part()])).toBe('taken')
    expect(standingOfWhole([part({ startedOn: '2026-11-01' }), part({ startedOn: '2026-11-03' })])).toBe('started')
    expect(keeperOf([part(), part({ keepsOverview: true, takerId: 'beta' })])).toBe('beta')
  })

  test('has to be confirmed for the first part that did not begin, and began with the last', () => {
    const parts = [part({ startedOn: '2026-11-01' }), part({ startsOn: '2026-11-05' }), part()]
    expect(nextStart(parts, '2026-11-03')).toBe('2026-11-03')
    expect(nextStart(parts, null)).toBeNull()
    expect(lastStart([part({ startedOn: '2026-11-04' }), part({ startedOn: '2026-11-02' })])).toBe('2026-11-04')
  })
})
