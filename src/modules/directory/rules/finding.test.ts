import { describe, expect, test } from 'vitest'
import { careKinds } from '#kernel/care-kinds.ts'
import { languageCodes } from '#kernel/languages.ts'
import { wordsOf } from '../languages/index.ts'
import { vocabularyOf } from '../vocabulary.ts'
import { findCare, otherHelpKinds } from './care-words.ts'
import { searchPlaces } from './place-search.ts'
import { findSpot, placesOf } from './places.ts'
import { readQuestion } from './question.ts'

const area = (pc4: string, place: string, municipality = place) => ({ pc4, place, municipality })
const areas = [
  area('6811', 'Arnhem'),
  area('6812', 'Arnhem'),
  area('6881', 'Velp', 'Rheden'),
  area('6861', 'Oosterbeek', 'Renkum'),
  area('6871', 'Renkum'),
  area('6924', 'Loo', 'Duiven'),
  area('6911', 'Loo', 'Bergh'),
  area('6661', 'Elst', 'Overbetuwe'),
  area('6665', 'Driel', 'Overbetuwe'),
]
const places = placesOf(areas)
const nl = vocabularyOf('nl')

describe('the places of a region', () => {
  test('each have an address of their own, also two of one name', () => {
    expect(places.map(({ slug }) => slug)).toEqual([
      'arnhem',
      'driel',
      'elst',
      'loo-bergh',
      'loo-duiven',
      'oosterbeek',
      'renkum',
      'velp',
    ])
    expect(places[0]).toMatchObject({ name: 'Arnhem', pc4s: ['6811', '6812'] })
  })

  test('are found by address, as a whole or by postcode', () => {
    const known = new Map(areas.map((one) => [one.pc4, one]))
    expect(findSpot(known, places, '6881')).toMatchObject({
      name: 'Velp',
      municipality: 'Rheden',
      pc4: '6881',
      pc4s: ['6881'],
    })
    expect(findSpot(known, places, 'arnhem')).toEqual({
      slug: 'arnhem',
      name: 'Arnhem',
      municipality: 'Arnhem',
      pc4s: ['6811', '6812'],
    })
    for (const wrong of ['1012', 'toString', '__proto__', '', 'Arnhem'])
      expect(findSpot(known, places, wrong)).toBeUndefined()
  })
})

describe('a place as people type it', () => {
  const names = (typed: string) => {
    const { exact, close } = searchPlaces(places, typed)
    return { exact: exact.map(({ slug }) => slug), close: close.map(({ slug }) => slug) }
  }
  test.each([
    ['velp', ['velp'], []],
    [' VELP! ', ['velp'], []],
    ['vlep', [], ['velp']],
    ['Osterbek', [], ['oosterbeek']],
    ['arnh', [], ['arnhem']],
    ['Loo', ['loo-bergh', 'loo-duiven'], []],
    ['Overbetuwe', [], ['driel', 'elst']],
    ['Renkum', ['renkum'], ['oosterbeek']],
    ['Maastricht', [], []],
    ['', [], []],
    ['.*', [], []],
  ])('%j', (typed, exact, close) => {
    expect(names(typed)).toEqual({ exact, close })
  })
})

describe('plain words for care', () => {
  test.each([
    ['steunkousen', ['personal-care']],
    ['mijn moeder haar steunkous aantrekken', ['personal-care']],
    ['douchen', ['personal-care']],
    ['prik', ['nursing']],
    ['katheder', ['nursing']],
    ['katheter verstopt', ['nursing']],
    ['oogdruppelen', ['nursing']],
    ['wond', ['wound']],
    ['open been', ['wound']],
    ['doorligwonden', ['wound']],
    ['infuus', ['technical']],
    ['antibiotica infuus', ['medical-technical', 'technical']],
    ['zuurstof', ['respiratory']],
    ['terminaal', ['palliative']],
    ['alzheimer', ['dementia-casemanagement']],
    ['zieke baby', ['child']],
    ['respijtzorg', ['short-stay']],
    ['wound', ['wound']],
  ])('%j is %j', (typed, kinds) => {
    expect(findCare(nl, typed).kinds).toEqual(kinds)
  })

  test.each([
    ['schoonmaken', ['wmo']],
    ['boodschapen', ['wmo']],
    ['verpleeghuis', ['wlz']],
    ['dokter', ['gp']],
    ['huisartsenpost', ['out-of-hours']],
  ])('%j is help from somebody else: %j', (typed, otherHelp) => {
    expect(findCare(nl, typed)).toMatchObject({ otherHelp: expect.arrayContaining(otherHelp) })
  })

  test.each(['', 'xyz', 'hulp', 'ik wil zorg voor mijn man', '<script>', '6811', 'a', '..'])(
    '%j is nothing, and never a guess',
    (typed) => {
      expect(findCare(nl, typed)).toEqual({ kinds: [], otherHelp: [] })
    },
  )

  test.each(languageCodes)(
    'in %s every kind of care is found by each of its own words, and is explained',
    (language) => {
      const vocabulary = vocabularyOf(language)
      const lost = careKinds.flatMap((kind) =>
        vocabulary.care[kind].filter((words) => !findCare(vocabulary, words).kinds.includes(kind)),
      )
      const lostHelp = otherHelpKinds.flatMap((kind) =>
        vocabulary.otherHelp[kind].filter((words) => !findCare(vocabulary, words).otherHelp.includes(kind)),
      )
      expect([...lost, ...lostHelp]).toEqual([])
      for (const kind of careKinds) expect(wordsOf(language).care[kind].explanation.length).toBeGreaterThan(20)
    },
  )

  test.each([
    ['stockings', ['personal-care']],
    ['injection', ['nursing']],
    ['wound', ['wound']],
    ['my mother needs a shower', ['personal-care']],
    ['oxigen', ['respiratory']],
  ])('in English %j is %j', (typed, kinds) => {
    expect(findCare(vocabularyOf('en'), typed).kinds).toEqual(kinds)
  })
})

describe('a question in two boxes', () => {
  const ask = (place: string, care = '') => {
    const question = readQuestion(places, nl, { place, care })
    return {
      pc4: question.pc4,
      exact: question.places.exact.map(({ slug }) => slug),
      kinds: question.care.kinds,
      careTyped: question.careTyped,
    }
  }
  test.each([
    ['6811', '', { pc4: '6811', exact: [], kinds: [], careTyped: '' }],
    ['6811 ab', '', { pc4: '6811', exact: [], kinds: [], careTyped: '' }],
    ['6811AB', 'prik', { pc4: '6811', exact: [], kinds: ['nursing'], careTyped: 'prik' }],
    ['6811 steunkousen', '', { pc4: '6811', exact: [], kinds: ['personal-care'], careTyped: 'steunkousen' }],
    ['Velp', 'wond', { pc4: undefined, exact: ['velp'], kinds: ['wound'], careTyped: 'wond' }],
    ['wond velp', '', { pc4: undefined, exact: ['velp'], kinds: ['wound'], careTyped: 'wond' }],
    ['velp steunkousen', '', { pc4: undefined, exact: ['velp'], kinds: ['personal-care'], careTyped: 'steunkousen' }],
    ['steunkousen', '', { pc4: undefined, exact: [], kinds: ['personal-care'], careTyped: 'steunkousen' }],
    ['0811', '', { pc4: undefined, exact: [], kinds: [], careTyped: '' }],
    ['68112', '', { pc4: undefined, exact: [], kinds: [], careTyped: '' }],
  ])('%j and %j', (place, care, wanted) => {
    expect(ask(place, care)).toEqual(wanted)
  })

  test('of any length and any signs is answered', () => {
    for (const text of ['x'.repeat(100_000), '%00', '\u0000', '((((', '\\', 'ё', '👩🏽‍🦳', '6'.repeat(500)]) {
      expect(() => readQuestion(places, nl, { place: text, care: text })).not.toThrow()
    }
  })
})
