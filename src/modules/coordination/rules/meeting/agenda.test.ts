import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgendaFacts, agendaOf, agendaReasons, reasonFor } from './agenda.ts'

const now = new Date('2026-11-23T07:30:00Z')
const moment = { now, today: '2026-11-23', since: new Date('2026-11-20T07:30:00Z') }
const before = new Date('2026-11-19T10:00:00Z')
const after = new Date('2026-11-22T10:00:00Z')
const later = new Date('2026-11-23T15:00:00Z')

const facts = (over: Partial<AgendaFacts> = {}): AgendaFacts => ({
  id: 'a',
  state: 'listed',
  actBy: later,
  escalationLevel: 0,
  listRank: 1,
  returnedAt: null,
  dateChangedAt: null,
  submittedAt: before,
  stateSince: before,
  startOn: '2026-12-01',
  version: 3,
  mark: undefined,
  ...over,
})

describe('why something is on the agenda', () => {
  test.each([
    ['it moved up', { escalationLevel: 1, returnedAt: after, listRank: 0 }, 'escalated'],
    ['its moment passed', { actBy: now }, 'escalated'],
    ['a party did not answer in time', { state: 'offered', actBy: now }, 'escalated'],
    ['its start was not confirmed', { state: 'assigned', escalationLevel: 1 }, 'escalated'],
    ['it came back', { returnedAt: before, listRank: 0, submittedAt: after }, 'returned'],
    ['its date moved since the last meeting', { dateChangedAt: after }, 'date-changed'],
    ['its date moved after it was taken', { state: 'assigned', dateChangedAt: after }, 'date-changed'],
    ['it came in since the last meeting', { submittedAt: after }, 'new'],
    ['nobody took it in an earlier meeting', { dateChangedAt: before }, 'still-open'],
    ['parties were asked', { state: 'offered' }, 'waiting'],
    ['offers lie on the table', { state: 'proposed' }, 'waiting'],
    ['the requester was asked something', { state: 'triage' }, 'waiting'],
    ['care begins tomorrow', { state: 'assigned', startOn: '2026-11-24' }, 'starting-soon'],
    ['somebody took it since the last meeting', { state: 'assigned', stateSince: after }, 'for-information'],
    ['it was taken before', { state: 'assigned' }, undefined],
    ['care began', { state: 'started' }, undefined],
    ['it was withdrawn', { state: 'withdrawn' }, undefined],
  ] as const)('%s', (_why, over, reason) => {
    expect(reasonFor(facts(over), moment)).toBe(reason)
  })
})

describe('first and later', () => {
  const idsOf = (requests: AgendaFacts[]) => agendaOf(requests, moment).map((item) => item.facts.id)

  test('pinned comes before all, put off comes last', () => {
    const pinned = facts({ id: 'pinned', state: 'assigned', stateSince: after, mark: { kind: 'pinned', version: 3 } })
    const off = facts({ id: 'off', returnedAt: after, listRank: 0, mark: later7(3) })
    expect(idsOf([off, facts({ id: 'open' }), pinned])).toEqual(['pinned', 'open', 'off'])
  })

  test('what happened meanwhile, or a moment that passed, puts it on again', () => {
    const [still] = agendaOf([facts({ mark: later7(3) })], moment)
    const [moved] = agendaOf([facts({ mark: later7(2) })], moment)
    const [late] = agendaOf([facts({ mark: later7(3), actBy: now })], moment)
    expect([still, moved, late].map((item) => item?.postponedUntil)).toEqual(['2026-11-30', undefined, undefined])
  })

  test('until today is over', () => {
    const [item] = agendaOf([facts({ mark: { kind: 'postponed', until: '2026-11-23', version: 3 } })], moment)
    expect(item?.postponedUntil).toBeUndefined()
  })

  test('the order is that of the reasons, whatever order the requests come in', () => {
    const state = fc.constantFrom('listed', 'offered', 'proposed', 'triage', 'assigned', 'started' as const)
    const at = fc.constantFrom(before, after)
    const one = fc.record({
      state,
      escalationLevel: fc.nat(2),
      submittedAt: at,
      stateSince: at,
      actBy: fc.constantFrom(now, later),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (list) => {
        const all = list.map((over, index) => facts({ ...over, id: `r${index}` } as Partial<AgendaFacts>))
        const agenda = agendaOf(all, moment)
        const places = agenda.map(({ reason }) => agendaReasons.indexOf(reason))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(agendaOf([...all].reverse(), moment)).toEqual(agenda)
        expect(new Set(agenda.map((item) => item.facts.id)).size).toBe(agenda.length)
      }),
    )
  })
})

function later7(version: number) {
  return { kind: 'postponed', until: '2026-11-30', version } as const
}
