import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AskTerms, firstAwake, nextToAsk, type Ranked } from './ask-at-once.ts'

const terms: AskTerms = {
  minutes: { today: 15, 'within-24-hours': 30, 'within-48-hours': 45, 'this-week': 90, planned: 180 },
  together: 1,
  mostParties: 3,
  mostPerTeam: 2,
  from: '07:30',
  to: '20:00',
  wishedFirst: true,
}
const monday = new Date('2026-11-23T09:00:00Z')
const request = { priority: 'within-24-hours' as const, actBy: new Date('2026-11-24T09:00:00Z') }
const team = (id: string, over: Partial<Ranked> = {}): Ranked => ({
  teamId: `team-${id}`,
  organizationId: `org-${id}`,
  wished: false,
  askedToday: 0,
  ...over,
})
const minutesLater = (minutes: number, from = monday) => new Date(from.getTime() + minutes * 60_000)
const next = (ranked: Ranked[], asked: string[] = [], now = monday, over: Partial<AskTerms> = {}) =>
  nextToAsk({ ...terms, ...over }, request, ranked, new Set(asked), now)

describe('who is asked next', () => {
  test('the best of the shortlist, until the minutes of its urgency are over', () => {
    expect(next([team('a'), team('b')])).toEqual({ do: 'ask', teams: [team('a')], answerBy: minutesLater(30) })
  })

  test('the wished organisation first where the region agreed so; it stands lower otherwise', () => {
    const ranked = [team('a'), team('b', { wished: true })]
    expect(next(ranked)).toMatchObject({ teams: [{ teamId: 'team-b' }] })
    expect(next(ranked, [], monday, { wishedFirst: false })).toMatchObject({ teams: [{ teamId: 'team-a' }] })
  })

  test('an organisation once, by its best team, and a team no more often a day than agreed', () => {
    const other = team('other', { organizationId: 'org-a' })
    expect(next([team('a'), other, team('b')], ['org-a'])).toMatchObject({ teams: [{ teamId: 'team-b' }] })
    expect(next([team('a', { askedToday: 2 }), team('b')])).toMatchObject({ teams: [{ teamId: 'team-b' }] })
  })

  test('several at the same time, but no more than are left', () => {
    const ranked = [team('a'), team('b'), team('c'), team('d')]
    expect(next(ranked, [], monday, { together: 2 })).toMatchObject({
      teams: [{ teamId: 'team-a' }, { teamId: 'team-b' }],
    })
    expect(next(ranked, ['org-a', 'org-b'], monday, { together: 2 })).toMatchObject({ teams: [{ teamId: 'team-c' }] })
  })

  test('nobody any more: all were asked, enough were asked, or the promised term is over', () => {
    expect(next([team('a')], ['org-a'])).toEqual({ do: 'leave', why: 'nobody-left' })
    expect(next([])).toEqual({ do: 'leave', why: 'nobody-left' })
    expect(next([team('z')], ['org-a', 'org-b', 'org-c'])).toEqual({ do: 'leave', why: 'enough-asked' })
    expect(next([team('a')], [], request.actBy)).toEqual({ do: 'leave', why: 'term-over' })
  })

  test('in the quiet hours not yet, and not at all when the term ends before the morning', () => {
    const evening = new Date('2026-11-23T20:30:00Z')
    const morning = new Date('2026-11-24T06:30:00Z')
    expect(next([team('a')], [], evening)).toEqual({ do: 'wait', from: morning })
    const soon = { ...request, actBy: minutesLater(60, evening) }
    expect(nextToAsk(terms, soon, [team('a')], new Set(), evening)).toEqual({ do: 'leave', why: 'term-over' })
    expect(firstAwake(terms, new Date('2026-11-23T04:00:00Z'))).toEqual(new Date('2026-11-23T06:30:00Z'))
  })

  test('day and night where a region agreed so: also in the last minute of a day, and on a day of 25 hours', () => {
    for (const at of ['2026-11-23T22:59:59Z', '2026-11-23T23:00:00Z', '2026-10-25T01:30:00Z', '2026-10-25T22:59:59Z'])
      expect(firstAwake({ from: '00:00', to: '24:00' }, new Date(at))).toEqual(new Date(at))
  })
})

test('whatever the list: never past the term, never in the quiet hours, nobody twice, and it ends', () => {
  const someTeam = fc.record({
    id: fc.integer({ min: 0, max: 6 }),
    organization: fc.integer({ min: 0, max: 4 }),
    wished: fc.boolean(),
    askedToday: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(
      fc.array(someTeam),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 3000 }),
      (all, together, at) => {
        const ranked = all.map(({ id, organization, ...rest }) => ({
          teamId: `${id}`,
          organizationId: `${organization}`,
          ...rest,
        }))
        const asked = new Set<string>()
        let now = minutesLater(at - 600)
        for (let round = 0; round < 20; round += 1) {
          const found = nextToAsk({ ...terms, together }, request, ranked, asked, now)
          if (found.do === 'leave') return
          if (found.do === 'wait') {
            expect(found.from > now).toBe(true)
            now = found.from
            continue
          }
          expect(firstAwake(terms, now)).toEqual(now)
          expect(found.answerBy <= request.actBy).toBe(true)
          for (const { organizationId } of found.teams) {
            expect(asked.has(organizationId)).toBe(false)
            asked.add(organizationId)
          }
          now = found.answerBy
        }
        expect.unreachable('it ends')
      },
    ),
  )
})
