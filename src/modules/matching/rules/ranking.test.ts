import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Daypart } from '#kernel/dayparts.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { type Light, lights } from '#kernel/lights.ts'
import { aParty, aWanted } from '../testing.ts'
import { fairShares } from './fair-share.ts'
import { barriersOf } from './hard-rules.ts'
import { type Factor, factorsOf } from './points.ts'
import { lotOf, rank } from './ranking.ts'
import { responses, responseWorth } from './response.ts'
import { splitAdvice } from './split.ts'
import { travelBetween } from './travel.ts'
import type { Party, Wanted } from './wanted.ts'
import { firstWeights, mostPoints, mostPointsInAll, notYetAgreed, withUsual } from './weights.ts'

const codesOf = (wanted: Wanted, party: Party) => barriersOf(wanted, party).map(({ code }) => code)
const factor = (wanted: Wanted, party: Party, code: Factor['code']) =>
  factorsOf(wanted, party, firstWeights).find((one) => one.code === code)

describe('a team is kept off the list', () => {
  test('by its area, its care, its contracts, its own no and a red light; and only by these', () => {
    expect(codesOf(aWanted(), aParty('a'))).toEqual([])
    expect(codesOf(aWanted({ pc4: '6841' }), aParty('a'))).toEqual(['outside-area'])
    expect(codesOf(aWanted({ careKinds: ['nursing', 'child'] }), aParty('a'))).toEqual(['care-not-given'])
    expect(codesOf(aWanted({ insurer: '3311' }), aParty('a', { insurers: ['7095'] }))).toEqual(['no-contract'])
    expect(
      codesOf(
        aWanted({ refusedBy: [{ organizationId: 'org-a', how: 'refused', reason: 'no-room', on: '2026-11-20' }] }),
        aParty('a'),
      ),
    ).toEqual(['refused'])
    expect(codesOf(aWanted({ unwantedIds: ['org-a'] }), aParty('a'))).toEqual(['unwanted'])
    expect(codesOf(aWanted(), aParty('a', { lights: { morning: 'red' } }))).toEqual(['no-room'])
  })

  test('not by what nobody knows, and not by a light of a part of the day that is not asked', () => {
    expect(codesOf(aWanted({ insurer: '3311' }), aParty('a', { insurers: [] }))).toEqual([])
    expect(codesOf(aWanted(), aParty('a', { lights: { morning: 'unknown' } }))).toEqual([])
    expect(codesOf(aWanted(), aParty('a', { lights: { night: 'red' } }))).toEqual([])
    expect(codesOf(aWanted({ dayparts: [] }), aParty('a', { lights: { morning: 'red' } }))).toEqual([])
  })

  test('with all its rules, and the day on which it expects room', () => {
    const party = aParty('a', { lightOf: (on) => (on < '2026-11-26' ? 'red' : 'amber') })
    expect(barriersOf(aWanted({ pc4: '6841' }), party)).toEqual([
      { code: 'outside-area', pc4: '6841' },
      { code: 'no-room', dayparts: ['morning'], on: '2026-11-23', roomFrom: '2026-11-26' },
    ])
    const never = barriersOf(aWanted(), aParty('a', { lights: { morning: 'red' } }))
    expect(never).toMatchObject([{ roomFrom: undefined }])
  })
})

describe('points', () => {
  test('for a woman or a man at the door only when the client asked, and only a wish: nobody is kept off by it', () => {
    const tells = aParty('a', { carerGenders: ['female'] })
    expect(factor(aWanted(), tells, 'carer-gender')).toBeUndefined()
    expect(factor(aWanted({ carerGender: 'female' }), tells, 'carer-gender')).toMatchObject({ points: 8, most: 8 })
    const asked = aWanted({ carerGender: 'male' })
    expect(factor(asked, tells, 'carer-gender')).toMatchObject({ points: 0, holds: false })
    const { candidates, excluded } = rank(asked, [tells, aParty('b')], firstWeights)
    expect([candidates.length, excluded.length]).toEqual([2, 0])
    expect(candidates[0]?.rises.map((rise) => rise.factor.code)).toContain('carer-gender')
  })

  test('for room go by the asked part of the day with the least of it, and are more when it is urgent', () => {
    const party = aParty('a', { lights: { evening: 'amber' } })
    expect(factor(aWanted(), party, 'room')).toMatchObject({ points: 40, most: 40 })
    expect(factor(aWanted({ dayparts: ['morning', 'evening'] }), party, 'room')?.points).toBe(20)
    expect(factor(aWanted({ priority: 'today' }), party, 'room')?.points).toBe(50)
    expect(factor(aWanted({ dayparts: [] }), party, 'room')?.points).toBe(40)
  })

  test('for grey are fewer than for amber: nobody said that there is room', () => {
    const room = (light: Light) => factor(aWanted(), aParty('a', { lights: { morning: light } }), 'room')?.points ?? 0
    expect(room('green')).toBeGreaterThan(room('amber'))
    expect(room('amber')).toBeGreaterThan(room('unknown'))
    expect(room('unknown')).toBeGreaterThan(room('red'))
  })

  test('for wishes are there only when the client has the wish', () => {
    expect(factorsOf(aWanted(), aParty('a'), firstWeights).map(({ code }) => code)).toEqual([
      'room',
      'room-later',
      'travel',
      'fair-share',
      'response',
    ])
    const wanted = aWanted({ preferredOrganizationId: 'org-a', languages: ['tr', 'de'], faith: 'islamitisch' })
    expect(factor(wanted, aParty('a', { languages: ['tr'] }), 'language')).toMatchObject({
      met: ['tr'],
      missing: ['de'],
      points: 6,
    })
    expect(factor(wanted, aParty('a'), 'preferred')?.points).toBe(25)
    expect(factor(wanted, aParty('b'), 'preferred')?.points).toBe(0)
    expect(factor(wanted, aParty('b', { faiths: ['islamitisch'] }), 'faith')?.points).toBe(8)
  })

  test('for fair share are even at one’s own part, and never more or fewer than all', () => {
    const points = (fairShare?: number) => factor(aWanted(), aParty('a', { fairShare }), 'fair-share')?.points
    expect([points(1), points(undefined), points(0.5), points(0), points(1.5), points(9)]).toEqual([
      10, 10, 20, 20, 0, 0,
    ])
  })

  test('a fair share counts teams, not promises, and says nothing about a handful', () => {
    const teams = [{ organizationId: 'a' }, { organizationId: 'a' }, { organizationId: 'a' }, { organizationId: 'b' }]
    const taken = (a: number, b: number, week = [0, 0]) =>
      fairShares(teams, (id) => (id === 'a' ? { week: week[0] ?? 0, month: a } : { week: week[1] ?? 0, month: b }))
    expect(taken(30, 10)).toEqual(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    )
    expect(taken(20, 20).get('b')).toBe(2)
    expect(taken(10, 9).size).toBe(0)
    // Even over the month and twice its part this week: halfway between.
    expect(taken(30, 10, [10, 10]).get('b')).toBe(1.5)
    expect(taken(30, 10, [0, 9]).get('b')).toBe(1)
  })

  test('for travel: near by bicycle, far by car, and never nothing for the same postcode', () => {
    const centre = { latitude: 51.98, longitude: 5.91 }
    expect(travelBetween(centre, centre)).toEqual({ minutes: 5, kilometres: 0.9, by: 'bicycle' })
    const near = travelBetween(centre, { latitude: 52.0, longitude: 5.91 })
    const far = travelBetween(centre, { latitude: 51.93, longitude: 6.09 })
    expect(near).toMatchObject({ by: 'bicycle', minutes: 13 })
    expect(far).toMatchObject({ by: 'car', minutes: 25 })
  })

  test('for travel count from a postcode with enough clients of now when that is nearer, and say so', () => {
    const wanted = aWanted()
    const here = { pc4: '6811', clients: 4, place: { latitude: 51.98, longitude: 5.91 } }
    const farOff = aParty('a', { place: { latitude: 51.93, longitude: 6.09 }, clientAreas: [here] })
    const travelOf = (party: Party, clientsThere = 3) => {
      const found = factorsOf(wanted, party, { ...firstWeights, clientsThere }).find(({ code }) => code === 'travel')
      return found?.code === 'travel' ? found.travel : undefined
    }
    expect(travelOf(farOff)).toEqual({ minutes: 5, kilometres: 0.9, by: 'bicycle', from: { pc4: '6811', clients: 4 } })
    for (const never of [travelOf(farOff, 5), travelOf(farOff, 0)])
      expect(never).toMatchObject({ by: 'car', minutes: 25 })
    // Who starts there already, or was measured to be as near, comes from its base.
    expect(travelOf(aParty('b', { clientAreas: [here] }))).not.toHaveProperty('from')
    expect(travelOf(aParty('c', { place: undefined, clientAreas: [here] }))).toHaveProperty('from')
  })
})

describe('weights that came later', () => {
  const { carerGender: _, clientsThere: __, ...agreed } = firstWeights

  test('count as usual until they are agreed on, and what was agreed stays', () => {
    expect(withUsual(agreed)).toEqual(firstWeights)
    expect(notYetAgreed(agreed)).toEqual(['carerGender', 'clientsThere'])
    const never = { ...agreed, carerGender: 0, clientsThere: 0 }
    expect(withUsual(never)).toEqual(never)
    expect(notYetAgreed(never)).toEqual([])
  })

  test('never bring all together above what may be', () => {
    const heavy = {
      ...agreed,
      language: agreed.language + mostPointsInAll - mostPoints({ ...firstWeights, carerGender: 5 }),
    }
    expect(withUsual(heavy).carerGender).toBe(5)
    expect(mostPoints(withUsual(heavy))).toBe(mostPointsInAll)
  })
})

describe('how an organisation answers', () => {
  const counted = (organizationId: string, yes: number, noRoom: number, minutes = 60, silent = 0) => ({
    organizationId,
    yes,
    noRoom,
    silent,
    answers: yes + noRoom,
    minutes: minutes * (yes + noRoom),
  })

  test('counts how often it says yes and how fast, drawn towards what is usual while it was asked seldom', () => {
    const known = responses([counted('a', 9, 1), counted('b', 1, 9), counted('c', 0, 1), counted('d', 9, 1, 300)])
    const worth = (id: string) => responseWorth(known.get(id))
    expect(worth('a')).toBeGreaterThan(worth('c'))
    expect(worth('c')).toBeGreaterThan(worth('b'))
    expect(worth('a')).toBeGreaterThan(worth('d'))
    expect(responseWorth(undefined)).toBe(0.5)
    expect(known.get('a')).toEqual({ yes: 9, of: 10, minutes: 60, usual: 19 / 31 })
  })

  test('says nothing of who was never asked, and silence is no answer', () => {
    const known = responses([counted('a', 0, 0), counted('b', 0, 0, 0, 4)])
    expect(known.has('a')).toBe(false)
    expect(known.get('b')).toEqual({ yes: 0, of: 4, usual: 0 })
    for (const one of known.values()) {
      expect(responseWorth(one)).toBeGreaterThanOrEqual(0)
      expect(responseWorth(one)).toBeLessThanOrEqual(1)
    }
  })
})

describe('a list', () => {
  const light = fc.constantFrom(...lights)
  const someParty = fc
    .record({
      morning: light,
      afternoon: light,
      evening: light,
      night: light,
      pc4: fc.constantFrom('6811', '6812'),
      kinds: fc.subarray(['personal-care', 'nursing', 'wound'] as const),
      languages: fc.subarray(['tr', 'de']),
      fairShare: fc.option(fc.double({ min: 0, max: 3, noNaN: true }), { nil: undefined }),
    })
    .map(
      ({ pc4, kinds, languages, fairShare, ...said }) =>
        (id: number) =>
          aParty(String(id), { pc4s: new Set([pc4]), careKinds: kinds, languages, fairShare, lights: said }),
    )
  const parties = fc.array(someParty, { maxLength: 12 }).map((all) => all.map((make, index) => make(index)))
  const wanted = fc
    .record({
      dayparts: fc.subarray([...dayparts] as Daypart[]),
      careKinds: fc.subarray(['personal-care', 'nursing', 'wound'] as const, { minLength: 1 }),
      languages: fc.subarray(['tr', 'de']),
    })
    .map((more) => aWanted(more))

  test('holds everyone once: on it who can, beside it who cannot; points add up; the order of the input is nothing', () => {
    fc.assert(
      fc.property(wanted, parties, fc.integer(), (asked, all, turn) => {
        const { candidates, excluded } = rank(asked, all, firstWeights)
        expect(candidates.length + excluded.length).toBe(all.length)
        for (const { party, points, factors } of candidates) {
          expect(barriersOf(asked, party)).toEqual([])
          expect(points).toBe(factors.reduce((sum, one) => sum + one.points, 0))
          for (const one of factors) expect(one.points).toBeLessThanOrEqual(one.most)
        }
        for (const { barriers } of excluded) expect(barriers.length).toBeGreaterThan(0)
        const at = all.length === 0 ? 0 : Math.abs(turn) % all.length
        const turned = rank(asked, [...all.slice(at), ...all.slice(0, at)].reverse(), firstWeights)
        const ids = (list: typeof candidates) => list.map(({ party, place }) => `${place} ${party.teamId}`)
        expect(ids(turned.candidates)).toEqual(ids(candidates))
        expect(turned.excluded.map(({ party }) => party.teamId)).toEqual(excluded.map(({ party }) => party.teamId))
      }),
    )
  })

  test('more room never brings a team lower', () => {
    fc.assert(
      fc.property(wanted, parties, (asked, others) => {
        const place = (own: Light) => {
          const mine = aParty('me', { lights: { morning: own, afternoon: own, evening: own, night: own } })
          const found = rank(asked, [mine, ...others], firstWeights).candidates.find(({ party }) => party === mine)
          return found?.points ?? -1
        }
        expect(place('green')).toBeGreaterThanOrEqual(place('amber'))
        expect(place('amber')).toBeGreaterThanOrEqual(place('unknown'))
        expect(place('unknown')).toBeGreaterThanOrEqual(place('red'))
      }),
    )
  })

  test('tells everyone what would move it up, and the place is the one it gets', () => {
    fc.assert(
      fc.property(wanted, parties, (asked, all) => {
        const { candidates } = rank(asked, all, firstWeights)
        for (const { place, points, rises, factors } of candidates) {
          for (const rise of rises) {
            const gain = rise.factor.most - rise.factor.points
            expect(gain).toBeGreaterThan(0)
            expect(rise.place).toBeLessThanOrEqual(place)
            expect(rise.place).toBe(candidates.filter((other) => other.points > points + gain).length + 1)
          }
          const room = factors.find(({ code }) => code === 'room')
          if (room && room.points < room.most) expect(rises.map(({ factor }) => factor.code)).toContain('room')
        }
      }),
    )
  })

  test('shares a place among equals, in an order drawn per request: over many requests each stands first as often', () => {
    const equals = ['a', 'b', 'c', 'd'].map((id) => aParty(id))
    const first = new Map<string, number>()
    for (let number = 0; number < 4000; number += 1) {
      const { candidates } = rank(aWanted({ requestId: `request-${number}` }), equals, firstWeights)
      expect(candidates.map(({ place }) => place)).toEqual([1, 1, 1, 1])
      const id = candidates[0]?.party.teamId ?? ''
      first.set(id, (first.get(id) ?? 0) + 1)
    }
    for (const count of first.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
    expect(lotOf(aWanted(), aParty('a'))).toBe(lotOf(aWanted(), aParty('a')))
  })

  test('a split covers all that is asked, each piece once, by as few teams as can', () => {
    fc.assert(
      fc.property(wanted, parties, (asked, all) => {
        const advice = splitAdvice(asked, all, firstWeights)
        if (!advice) return
        const pieces = advice.parts.flatMap((part) => (advice.by === 'daypart' ? part.dayparts : part.careKinds))
        const whole = advice.by === 'daypart' ? asked.dayparts : asked.careKinds
        expect([...pieces].sort()).toEqual([...whole].sort())
        for (const { party, dayparts: own, careKinds } of advice.parts)
          expect(barriersOf({ ...asked, dayparts: own, careKinds }, party)).toEqual([])
        expect(advice.parts.length).toBeGreaterThanOrEqual(2)
        expect(new Set(advice.parts.map(({ party }) => party.teamId)).size).toBe(advice.parts.length)
        expect(advice.parts[0]?.party).toBe(advice.keeper)
      }),
    )
  })

  test('a split is by part of the day where that does, and by kind of care where it does not', () => {
    const morning = aParty('m', { lights: { evening: 'red' } })
    const evening = aParty('e', { lights: { morning: 'red' } })
    const asked = aWanted({ dayparts: ['morning', 'evening'] })
    expect(splitAdvice(asked, [morning, evening], firstWeights)).toMatchObject({
      by: 'daypart',
      parts: [{ dayparts: [expect.any(String)] }, { dayparts: [expect.any(String)] }],
    })
    const nursing = aParty('n', { careKinds: ['nursing'] })
    const wound = aParty('w', { careKinds: ['wound'] })
    const both = aWanted({ careKinds: ['nursing', 'wound'] })
    expect(splitAdvice(both, [nursing, wound], firstWeights)?.by).toBe('care-kind')
    expect(splitAdvice(both, [nursing], firstWeights)).toBeUndefined()
  })
})
