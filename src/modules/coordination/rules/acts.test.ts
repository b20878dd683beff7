import { describe, expect, test } from 'vitest'
import { requestStates } from '#modules/requests/rules/life.ts'
import { type Act, acts, decide, relations } from './acts.ts'

/** `take|return|confirm-start|close`, per state and relation: written out by hand, so that a change of the table shows here. */
const expected: Record<string, Record<string, string>> = {
  submitted: { others: 'not-on-list-yet|not-taken|not-taken|not-taken' },
  triage: { others: 'not-on-list-yet|not-taken|not-taken|not-taken' },
  listed: {
    taker: 'do|not-taken|not-taken|not-taken',
    team: 'do|not-taken|not-taken|not-taken',
    desk: 'gives-no-care|not-taken|not-taken|not-taken',
  },
  offered: {
    taker: 'do|not-taken|not-taken|not-taken',
    team: 'do|not-taken|not-taken|not-taken',
    desk: 'gives-no-care|not-taken|not-taken|not-taken',
  },
  proposed: {
    taker: 'do|not-taken|not-taken|not-taken',
    team: 'do|not-taken|not-taken|not-taken',
    desk: 'gives-no-care|not-taken|not-taken|not-taken',
  },
  assigned: {
    taker: 'already|do|do|not-started',
    others: 'already-taken|not-yours|not-yours|not-yours',
  },
  started: {
    taker: 'already|do|already|do',
    others: 'already-taken|not-yours|not-yours|not-yours',
  },
  closed: { taker: 'ended|ended|ended|already', others: 'ended|ended|ended|ended' },
  redirected: { others: 'ended|ended|ended|ended' },
  withdrawn: { others: 'ended|ended|ended|ended' },
}

const answerOf = (act: Act, state: (typeof requestStates)[number], relation: (typeof relations)[number]) => {
  const outcome = decide(act, state, relation)
  return outcome.ok ? outcome.value : outcome.refusal
}

describe('the table of acts', () => {
  for (const state of requestStates) {
    for (const relation of relations.filter((one) => one !== 'watcher')) {
      test(`${state} × ${relation}`, () => {
        const line = acts.map((act) => answerOf(act, state, relation)).join('|')
        expect(line).toBe(expected[state]?.[relation] ?? expected[state]?.others)
      })
    }
  }

  test('who only looks on does nothing, in any state', () => {
    for (const state of requestStates)
      for (const act of acts) expect(answerOf(act, state, 'watcher')).toBe('watching-only')
  })

  test('only the taking organisation returns, starts and closes', () => {
    for (const state of requestStates)
      for (const act of ['return', 'confirm-start', 'close'] as const)
        for (const relation of ['team', 'desk', 'watcher'] as const) expect(decide(act, state, relation).ok).toBe(false)
  })
})
