import { expect, test } from 'vitest'
import { capital, inSentence } from './sentence.ts'

test('a line begins with a capital, also one that has nothing in it', () => {
  expect([capital('ma 23 nov'), capital('Éric'), capital('')]).toEqual(['Ma 23 nov', 'Éric', ''])
})

test('words stand in a sentence as they are said', () => {
  expect(inSentence([])).toBe('')
  expect(inSentence(['ochtend'])).toBe('ochtend')
  expect(inSentence(['ochtend', 'middag', 'avond'])).toBe('ochtend, middag en avond')
  expect(inSentence(['Turks', 'Pools'], 'of')).toBe('Turks of Pools')
})
