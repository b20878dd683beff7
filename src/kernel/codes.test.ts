import { describe, expect, test } from 'vitest'
import { ageBands } from './age-bands.ts'
import { careKinds, expertises, isCareKind, isExpertise } from './care-kinds.ts'
import { dayparts, fhirDaypart, isDaypart } from './dayparts.ts'
import { fhirPriority, isPriority, priorities } from './priorities.ts'
import { ageBandText, careKindText, daypartText, priorityText } from './text.nl.ts'

describe('the codes every module shares', () => {
  test.each([
    { what: 'daypart', codes: dayparts, is: isDaypart },
    { what: 'priority', codes: priorities, is: isPriority },
    { what: 'kind of care', codes: careKinds, is: isCareKind },
    { what: 'expertise', codes: expertises, is: isExpertise },
  ])('recognise every $what, and nothing that every object has', ({ codes, is }) => {
    expect(codes.every((code) => is(code))).toBe(true)
    expect(['', 'onbekend', 'toString', 'constructor', '0', 'length'].some((text) => is(text))).toBe(false)
  })

  test.each([
    { what: 'daypart', codes: dayparts, text: daypartText },
    { what: 'priority', codes: priorities, text: priorityText },
    { what: 'kind of care', codes: careKinds, text: careKindText },
    { what: 'age band', codes: ageBands, text: ageBandText },
  ])('have each their own Dutch for every $what', ({ codes, text }) => {
    const words = codes.map((code) => (text as Record<string, string>)[code])
    expect(words.every((word) => word !== undefined && word.trim().length > 2)).toBe(true)
    expect(new Set(words).size).toBe(codes.length)
  })

  test('have the FHIR codes of the dayparts, in the order of the day', () => {
    expect(dayparts.map((daypart) => fhirDaypart[daypart])).toEqual(['MORN', 'AFT', 'EVE', 'NIGHT'])
  })

  test('never become less urgent for FHIR than a code behind them', () => {
    const order = ['stat', 'asap', 'urgent', 'routine']
    const places = priorities.map((priority) => order.indexOf(fhirPriority[priority]))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('have a specialised team for an expertise only', () => {
    expect(careKinds.filter(isExpertise)).toEqual(['palliative', 'wound', 'technical', 'respiratory'])
  })
})
