import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isOpen, mayMove, requestStates } from '#modules/requests/rules/life.ts'
import { type Act, decide } from './acts.ts'
import { commands, commandTable, decideCommand, type Role, roles } from './commands.ts'
import { requestLifePaper } from './diagram.ts'

describe('the table of commands', () => {
  test('leads only where the life of a request leads', () => {
    for (const command of commands) {
      // Routing goes over the list, in one transaction.
      for (const [from, ends] of Object.entries(commandTable[command].moves))
        for (const to of ends)
          expect([
            command,
            from,
            to,
            mayMove(from as 'listed', to) || (command === 'route' && mayMove('listed', to)),
          ]).toEqual([command, from, to, true])
    }
  })

  test('leaves no open state without a way on for people, and one that comes by itself', () => {
    for (const state of requestStates.filter((one) => isOpen(one) && one !== 'submitted')) {
      const people = commands.filter((command) => {
        const next = commandTable[command].moves[state] ?? []
        return !commandTable[command].by.includes('system') && next.some((to) => to !== state)
      })
      expect([state, people.length > 0]).toEqual([state, true])
      expect([state, commandTable['pass-deadline'].moves[state] !== undefined]).toEqual([state, true])
    }
    expect(commandTable.route.moves.submitted).toBeDefined()
  })

  test('gives who has no role nothing', () => {
    for (const state of requestStates)
      for (const command of commands)
        expect(decideCommand(command, state, [])).toEqual({ ok: false, refusal: 'watching-only' })
  })

  test('gives the requester no word in who gives care before there are offers, and a party none before it was asked', () => {
    const allowed = (role: Role) =>
      commands.filter((command) => requestStates.some((state) => decideCommand(command, state, [role]).ok))
    const ofParts = (role: Role) =>
      commands.filter((command) => requestStates.some((state) => decideCommand(command, state, [role], true).ok))
    expect(allowed('requester')).toEqual(['choose', 'answer-question', 'change-date', 'withdraw'])
    expect(allowed('asked')).toEqual(['answer'])
    expect(allowed('taker')).toEqual([
      'take',
      'return',
      'confirm-start',
      'confirm-date',
      'lapse',
      'propose-swap',
      'take-back-swap',
      'invite',
      'close',
    ])
    expect(ofParts('part-taker')).toEqual([
      'confirm-date',
      'take-part',
      'return-part',
      'start-part',
      'propose-swap',
      'take-back-swap',
      'invite',
    ])
    expect(allowed('swap-party')).toEqual(['accept-swap', 'refuse-swap'])
    expect(decideCommand('choose', 'listed', ['requester']).ok).toBe(false)
    expect(decideCommand('answer', 'listed', ['asked']).ok).toBe(false)
  })

  test('agrees with the table of acts, wherever that says do', () => {
    const acts: Act[] = ['take', 'return', 'confirm-start', 'close']
    for (const act of acts)
      for (const state of requestStates)
        for (const role of ['taker', 'team', 'desk'] as const) {
          const answer = decide(act, state, role)
          const does = answer.ok && answer.value === 'do'
          expect([act, state, role, decideCommand(act, state, [role]).ok]).toEqual([act, state, role, does])
        }
  })

  test('lets the parts of a divided request go one by one, and never the whole of it at once', () => {
    for (const state of requestStates)
      for (const role of roles)
        for (const command of ['take', 'return', 'confirm-start', 'ask', 'assign', 'split'] as const)
          expect([command, state, role, decideCommand(command, state, [role], true).ok]).toEqual([
            command,
            state,
            role,
            false,
          ])
    expect(decideCommand('take', 'listed', ['team'], true)).toEqual({ ok: false, refusal: 'divided' })
    expect(decideCommand('take-part', 'listed', ['team'])).toEqual({ ok: false, refusal: 'not-divided' })
    expect(decide('take', 'listed', 'team', true, true)).toEqual({ ok: false, refusal: 'divided' })
  })

  test('leaves no state of a divided request without a way on', () => {
    for (const state of ['triage', 'listed', 'assigned'] as const) {
      const people = commands.filter((command) =>
        roles.some((role) => role !== 'system' && decideCommand(command, state, [role], true).ok),
      )
      expect([state, people.length > 0, decideCommand('pass-deadline', state, ['system'], true).ok]).toEqual([
        state,
        true,
        true,
      ])
    }
  })

  test('knows every role', () => {
    expect([...new Set(commands.flatMap((command) => commandTable[command].by))].sort()).toEqual([...roles].sort())
  })
})

test('stands in the papers as it is in the code (UPDATE_PAPER=yes writes it)', () => {
  const path = join(import.meta.dirname, '../../../../docs/request-life.md')
  if (process.env.UPDATE_PAPER === 'yes') writeFileSync(path, requestLifePaper())
  // The formatter gives the columns of a table one width.
  const words = (text: string) => text.replace(/ *\| */g, '|').replace(/-{3,}/g, '---')
  expect(words(readFileSync(path, 'utf8'))).toBe(words(requestLifePaper()))
})
