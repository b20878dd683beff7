import { describe, expect, test } from 'vitest'
import { cardTextOf } from './card-text.ts'

const plain = { nursingActions: [], names: ['Johanna', 'van der Meer', undefined] }

describe('the text of the card', () => {
  test('leaves ordinary care text as it is', () => {
    const question = 'Hulp bij wassen, 3x per week. Heeft Parkinson en loopt met een rollator.'
    expect(cardTextOf({ ...plain, question })).toMatchObject({ question, withheld: false })
  })

  test('keeps back the names, numbers and addresses, and says so', () => {
    const { question, withheld } = cardTextOf({
      ...plain,
      question: 'Mevrouw van der Meer, bsn 999900006, bel Piet Jansen op 06 12345678.',
    })
    expect(question).not.toMatch(/Meer|999900006|Jansen|12345678/)
    expect(withheld).toBe(true)
  })

  test('looks at every field that was typed freely', () => {
    const text = cardTextOf({
      question: '',
      faith: 'zoals Johanna dat gewend is',
      nursingActions: [{ text: 'wond van Johanna', frequency: 'bel 0612345678' }],
      names: plain.names,
    })
    expect(JSON.stringify(text)).not.toMatch(/Johanna|0612345678/)
    expect(text.withheld).toBe(true)
  })
})
