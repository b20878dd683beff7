import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillIn } from '#modules/regions/index.ts'
import {
  type Answer,
  afterAnswer,
  answerBy,
  answers,
  atClosing,
  bestOffer,
  chooserOf,
  type Given,
  isOffer,
} from './inquiry.ts'

const party = (organizationId: string, answer: Answer | null, startOn: string | null = null, minute = 0): Given => ({
  organizationId,
  answer,
  startOn,
  answeredAt: answer && new Date(Date.UTC(2026, 10, 23, 9, minute)),
})
const given = fc
  .array(fc.constantFrom<(Answer | null)[]>(...answers, null), { minLength: 1, maxLength: 8 })
  .map((list) => list.map((answer, at) => party(`p${at}`, answer, answer === 'other-date' ? '2026-12-01' : null, at)))

describe('an inquiry', () => {
  test('of which the first yes has it, gives it to who said yes first', () => {
    const said = [party('a', null), party('b', 'can-take', null, 5), party('c', 'can-take', null, 3)]
    expect(afterAnswer('first-yes', said)).toEqual({ do: 'take', organizationId: 'c' })
  })

  test('that is weighed waits until everyone spoke, and asking for more is not speaking yet', () => {
    expect(afterAnswer('holder', [party('a', 'can-take'), party('b', null)])).toEqual({ do: 'wait' })
    expect(afterAnswer('holder', [party('a', 'can-take'), party('b', 'need-to-know')])).toEqual({ do: 'wait' })
    expect(afterAnswer('holder', [party('a', 'can-take'), party('b', 'cannot')])).toEqual({ do: 'offers' })
    expect(afterAnswer('holder', [party('a', 'cannot')])).toEqual({ do: 'back' })
  })

  test('never gives it to who did not offer, and never lies still when it closes', () => {
    fc.assert(
      fc.property(given, fc.constantFrom('first-yes', 'holder', 'requester'), (said, settles) => {
        const verdict = afterAnswer(settles as 'holder', said)
        if (verdict.do === 'take')
          expect(said.find((one) => one.organizationId === verdict.organizationId)?.answer).toBe('can-take')
        expect(['offers', 'back']).toContain(atClosing(said).do)
        expect(atClosing(said).do === 'offers').toBe(said.some(isOffer))
      }),
    )
  })

  test('that nobody chose from goes to the same party in whatever order the rows come', () => {
    fc.assert(
      fc.property(given, (said) => {
        expect(bestOffer([...said].reverse())).toEqual(bestOffer(said))
      }),
    )
    expect(
      bestOffer([party('a', 'part'), party('b', 'other-date', '2026-12-02'), party('c', 'other-date', '2026-12-01')]),
    ).toMatchObject({ organizationId: 'c' })
    expect(bestOffer([party('a', 'other-date', '2026-11-24'), party('b', 'can-take', null, 9)])?.organizationId).toBe(
      'b',
    )
    expect(bestOffer([party('a', 'part')])).toBeUndefined()
  })

  test('is chosen from by the referrer only where one asked', () => {
    expect(chooserOf('referrer', false)).toBeUndefined()
    expect([chooserOf('referrer', true), chooserOf('client', true), chooserOf('nobody', true)]).toEqual([
      'referrer',
      'client',
      undefined,
    ])
  })
})

describe('rounds', () => {
  const rounds = fillIn('answer-rounds', 'desk')
  test.each([
    // [asked, answered, why]
    ['2026-11-23T08:00:00Z', '2026-11-23T10:00:00Z', 'Monday 9:00, before the first block closes'],
    ['2026-11-23T08:30:00Z', '2026-11-23T14:00:00Z', 'at 9:30 the first block is closed'],
    ['2026-11-23T13:00:00Z', '2026-11-24T10:00:00Z', 'after the last block: the first round of tomorrow'],
    ['2026-11-27T13:00:00Z', '2026-11-30T10:00:00Z', 'on Friday afternoon: Monday'],
    ['2026-12-24T13:00:00Z', '2026-12-28T10:00:00Z', 'over Christmas and the weekend'],
    ['2026-12-31T13:00:00Z', '2027-01-04T10:00:00Z', 'over the turn of the year'],
    ['2026-03-27T13:00:00Z', '2026-03-30T09:00:00Z', 'over the change to summer time: 11:00 stays 11:00'],
    ['2026-10-23T12:00:00Z', '2026-10-26T10:00:00Z', 'over the change to winter time'],
  ])('asked at %s is answered at %s: %s', (asked, answered) => {
    expect(answerBy(rounds, new Date(asked)).toISOString()).toBe(new Date(answered).toISOString())
  })
})
