import { describe, expect, test } from 'vitest'
import { StartRefusal } from '#platform/start-refusal.ts'
import { decidePractice } from './practice.ts'

const wishes = { practice: undefined, production: false, databaseUrl: undefined } as const

describe('practice mode', () => {
  test('is what an empty embedded database becomes by itself, but not in production and not on a database of one’s own', () => {
    expect(decidePractice(wishes, undefined)).toBe(true)
    expect(decidePractice({ ...wishes, production: true }, undefined)).toBe(false)
    expect(decidePractice({ ...wishes, databaseUrl: 'postgres://x/y' }, undefined)).toBe(false)
    expect(decidePractice({ ...wishes, production: true, practice: 'yes' }, undefined)).toBe(true)
  })

  test('is never switched on over a database that was made without it', () => {
    expect(() => decidePractice({ ...wishes, practice: 'yes' }, { practice: false })).toThrow(StartRefusal)
    expect(decidePractice(wishes, { practice: false })).toBe(false)
  })

  test('is never served by accident as the real thing', () => {
    expect(() => decidePractice({ ...wishes, production: true }, { practice: true })).toThrow(StartRefusal)
    expect(() => decidePractice({ ...wishes, practice: 'no' }, { practice: true })).toThrow(StartRefusal)
    expect(decidePractice(wishes, { practice: true })).toBe(true)
  })
})
