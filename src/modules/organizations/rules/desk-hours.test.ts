import { describe, expect, test } from 'vitest'
import { type DeskSetting, deskStateAt, turnOf, whoAnswers } from './desk-hours.ts'

const office = { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }
const setting = (changes: Partial<DeskSetting> = {}): DeskSetting => ({
  opening: office,
  partnerTeamId: 'partner',
  busyUntil: null,
  ...changes,
})
const at = (moment: string) => new Date(moment)

describe('a desk', () => {
  test.each([
    ['on a Monday morning', '2026-11-23T09:00:00Z', 'open'],
    ['at closing time', '2026-11-23T16:00:00Z', 'closed'],
    ['on a Saturday', '2026-11-28T10:00:00Z', 'closed'],
    ['on Christmas Day, a Friday', '2026-12-25T10:00:00Z', 'closed'],
    ['at eight in summer, by the clock in the Netherlands', '2026-07-06T06:00:00Z', 'open'],
    ['a minute before that', '2026-07-06T05:59:00Z', 'closed'],
  ] as const)('%s', (_when, moment, state) => {
    expect(deskStateAt(setting(), at(moment))).toBe(state)
  })

  test('that works on Sundays works on holidays', () => {
    const all = { days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '22:00' }
    expect(deskStateAt(setting({ opening: all }), at('2026-12-25T10:00:00Z'))).toBe('open')
  })

  test('without an opening answers around the clock', () => {
    expect(deskStateAt(setting({ opening: null }), at('2026-12-25T03:00:00Z'))).toBe('open')
  })

  test('is busy until the moment it said, and closed comes first', () => {
    const busy = setting({ busyUntil: at('2026-11-23T16:30:00Z') })
    expect(deskStateAt(busy, at('2026-11-23T15:00:00Z'))).toBe('busy')
    expect(deskStateAt(busy, at('2026-11-23T16:10:00Z'))).toBe('closed')
    expect(deskStateAt({ ...busy, opening: null }, at('2026-11-23T16:30:00Z'))).toBe('open')
  })
})

describe('what comes in', () => {
  test('stays while the desk is open', () => {
    expect(whoAnswers('desk', setting(), at('2026-11-23T09:00:00Z'))).toEqual({ teamId: 'desk' })
  })
  test('goes to the partner while it is closed, and says why', () => {
    expect(whoAnswers('desk', setting(), at('2026-11-28T09:00:00Z'))).toEqual({
      teamId: 'partner',
      insteadWhile: 'closed',
    })
  })
  test('stays when nobody answers for it, or nothing was agreed', () => {
    const night = at('2026-11-28T02:00:00Z')
    expect(whoAnswers('desk', setting({ partnerTeamId: null }), night)).toEqual({ teamId: 'desk' })
    expect(whoAnswers('desk', undefined, night)).toEqual({ teamId: 'desk' })
  })
})

describe('whose turn it is', () => {
  const evening = at('2026-11-23T18:00:00Z')
  test.each([
    ['the desk while it is open', setting(), undefined, at('2026-11-23T09:00:00Z'), 'desk'],
    [
      'the desk while it is busy: the partner gets what comes in, not what is there',
      setting({ busyUntil: evening }),
      undefined,
      at('2026-11-23T09:00:00Z'),
      'desk',
    ],
    ['the partner when the desk closed', setting(), setting({ opening: null }), evening, 'partner'],
    ['nobody else when the partner closed too', setting(), setting(), evening, 'as-it-is'],
    ['nobody else without a partner', setting({ partnerTeamId: null }), undefined, evening, 'as-it-is'],
    [
      'the desk again after a weekend and a holiday',
      setting(),
      setting({ opening: null }),
      at('2026-12-28T07:00:00Z'),
      'desk',
    ],
    ['the partner on the holiday itself', setting(), setting({ opening: null }), at('2026-12-25T10:00:00Z'), 'partner'],
    [
      'the desk at eight after the clock went forward',
      setting(),
      setting({ opening: null }),
      at('2026-03-30T06:00:00Z'),
      'desk',
    ],
  ] as const)('%s', (_who, desk, partner, now, turn) => {
    expect(turnOf(desk, partner, now)).toBe(turn)
  })
})
