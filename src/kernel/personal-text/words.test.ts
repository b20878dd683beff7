import { describe, expect, test } from 'vitest'
import { fold, wordsOf } from './words.ts'

/** Kept keys are made of folded words: another answer here makes every key that was kept unfindable. */
describe('a folded word', () => {
  test.each([
    ['ZOË', 'zoe'],
    ['Zoe\u0308', 'zoe'],
    ['Łukasz', 'lukasz'],
    ['Yılmaz', 'yilmaz'],
    ['İpek', 'ipek'],
    ['Øster', 'oster'],
    ['Đorđe', 'dorde'],
    ['Weiß', 'weiss'],
    ['Ærø', 'aero'],
    ['Ĳsbrand', 'ijsbrand'],
    ['O’Brien', "o'brien"],
    ['van der Meer-O`Brien', "van der meer-o'brien"],
    ['Jean‑Luc', 'jean-luc'],
    ['12-A', '12-a'],
    ['李', '李'],
    ['', ''],
  ])('of %j is %j', (word, folded) => {
    expect(fold(word)).toBe(folded)
    expect(fold(folded)).toBe(folded)
  })
})

describe('the words of a text', () => {
  test('stand where they stand, with what belongs to them', () => {
    const text = "Mw. 't Hooft-O'Brien zei: 'Ja', 3x (Zoe\u0308)."
    const words = wordsOf(text)
    expect(words.map((word) => word.text)).toEqual(['Mw', "'t", "Hooft-O'Brien", 'zei', 'Ja', 'x', 'Zoe\u0308'])
    for (const word of words) expect(text.slice(word.from, word.to)).toBe(word.text)
  })
})
