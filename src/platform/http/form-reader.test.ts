import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormReader } from './form-reader.ts'

describe('a form', () => {
  test('is never believed and never throws, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        const form = new FormReader(body)
        form.line('name', { required: 'Vul uw naam in' })
        form.text('question')
        form.choice('kind', ['a', 'b'], { required: 'Kies' })
        form.choices('care', ['a', 'b'])
        form.integer('times', { min: 1, max: 9 })
        form.number('hours', { min: 0, max: 99 })
        form.date('born', { required: 'Vul de datum in' })
        form.checked('agreed')
        expect(form.ok).toBe(Object.keys(form.errors).length === 0)
      }),
    )
  })

  test('keeps what was typed to the letter, also when it is wrong', () => {
    const typed = ' <script>\u0000\u202e 🙂 '
    const form = new FormReader({ name: typed })
    expect(form.line('name')).toBeUndefined()
    expect(form.errors.name).toContain('een teken dat wij niet kunnen lezen')
    expect(form.values.name).toBe(typed)
  })

  test('says what is missing, too long, sent twice or of the wrong kind', () => {
    const form = new FormReader({ long: 'x'.repeat(1_000_000), twice: ['a', 'b'], object: { a: 1 }, kind: 'c' })
    form.line('missing', { required: 'Vul dit in' })
    form.line('long')
    form.line('twice')
    form.line('object')
    form.choice('kind', ['a', 'b'])
    expect(form.errors).toEqual({
      missing: 'Vul dit in',
      long: 'Dit zijn 1000000 tekens. Er passen er 200. Maak de tekst korter.',
      twice: 'Vul dit één keer in',
      object: 'Vul hier tekst in',
      kind: 'Kies een van de mogelijkheden',
    })
  })

  test('reads dates from three fields, numbers with a comma, lists of codes once each in their own order', () => {
    const form = new FormReader({
      'born-day': '3',
      'born-month': 'aug',
      'born-year': '1941',
      hours: '2,5',
      care: ['b', 'a', 'b'],
      wrong: '31',
      'never-day': '31',
      'never-month': '2',
      'never-year': '2020',
    })
    expect(form.date('born')).toBe('1941-08-03')
    expect(form.number('hours', { min: 0, max: 10 })).toBe(2.5)
    expect(form.choices('care', ['a', 'b', 'c'])).toEqual(['a', 'b'])
    expect(form.integer('wrong', { min: 1, max: 30 })).toBeUndefined()
    expect(form.date('never')).toBeUndefined()
    expect(Object.keys(form.errors)).toEqual(['wrong', 'never'])
  })

  test('speaks the language of the page, and reads its months', () => {
    const date = { 'born-day': '3', 'born-month': 'March', 'born-year': '1941' }
    const form = new FormReader({ ...date, twice: ['a', 'b'], kind: 'c', never: 'x' }, 'en')
    expect(form.date('born')).toBe('1941-03-03')
    form.line('twice')
    form.choice('kind', ['a', 'b'])
    expect(form.errors).toEqual({ twice: 'Fill this in once', kind: 'Choose one of these' })
    expect(new FormReader(date, 'nl').date('born')).toBe('1941-03-03')
    expect(new FormReader(date).date('born')).toBeUndefined()
  })
})
