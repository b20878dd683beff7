import { describe, expect, test } from 'vitest'
import { languageCodes } from '#kernel/languages.ts'
import { relations } from '../rules/form-codes.ts'
import { asWritten, wordsOf } from './index.ts'
import { sentencesOf } from './testing.ts'

const dutch = sentencesOf(wordsOf('nl'))

describe.each(languageCodes.filter((code) => code !== 'nl'))('%s', (language) => {
  const own = sentencesOf(wordsOf(language))

  test('says everything, and leaves nothing in Dutch', () => {
    const same = [...dutch].filter(([place, text]) => own.get(place) === text && /[a-z]{4}/.test(text))
    expect([...new Set(same.map(([, text]) => text))]).toEqual(alike)
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  // A sentence that leaves out the number of the desk would compile.
  test('has in every sentence the same links and names as Dutch', () => {
    const called = (text = '') =>
      [...text.matchAll(/\]\((\w+)\)|\{(\w+)\}/g)].map(([, link, name]) => link ?? name).sort()
    for (const [place, text] of dutch) expect([place, called(own.get(place))]).toEqual([place, called(text)])
  })

  test('says the choices of the form again that were written for a nurse, and leaves what was typed', () => {
    const words = wordsOf(language)
    for (const relation of relations)
      expect(asWritten(wordsOf('nl').relation[relation], words)).toBe(words.relation[relation])
    expect(asWritten(`${wordsOf('nl').written.unknownCare}\nMijn woorden`, words)).toBe(
      `${words.written.unknownCare}\nMijn woorden`,
    )
    expect(asWritten('Partner van mijn zus', words)).toBe('Partner van mijn zus')
  })
})

/** Words that are the same in both. */
const alike = ['Partner', 'Postcode', 'E-mail']
