import { describe, expect, test } from 'vitest'
import { isOpen, isWaiting, mayMove, requestStates } from './life.ts'

describe('the life of a request', () => {
  test('every open state has a way on, and a way out', () => {
    for (const state of requestStates.filter(isOpen)) {
      expect(requestStates.some((to) => to !== state && mayMove(state, to))).toBe(true)
      expect(mayMove(state, 'withdrawn')).toBe(true)
    }
  })

  test('what is closed stays closed; what was withdrawn or redirected can only be opened again', () => {
    expect(requestStates.filter((to) => mayMove('closed', to))).toEqual([])
    for (const state of ['redirected', 'withdrawn'] as const)
      expect(requestStates.filter((to) => mayMove(state, to))).toEqual(['listed'])
  })

  test('only a taken request starts, and a taken or started one can come back to the list', () => {
    expect(requestStates.filter((from) => from !== 'started' && mayMove(from, 'started'))).toEqual(['assigned'])
    expect(mayMove('assigned', 'listed')).toBe(true)
    expect(mayMove('started', 'listed')).toBe(true)
  })

  test('waiting is open, taken is open but no longer waiting', () => {
    expect(isWaiting('listed')).toBe(true)
    expect(isWaiting('assigned')).toBe(false)
    expect(isOpen('assigned')).toBe(true)
    expect(isOpen('started')).toBe(false)
  })
})
