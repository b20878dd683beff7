import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import {
  type Facts,
  readAnswers,
  readCarer,
  readCover,
  readPage,
  readPerson,
  readPlace,
  readReach,
  readWhen,
} from './answers.ts'
import { formPages, questionPages } from './form-pages.ts'
import { priorityOf, toNewRequest } from './to-request.ts'

const provider = '0198f2aa-0000-7000-8000-000000000001'
const facts: Facts = {
  today: '2026-11-22',
  servesArea: (pc4) => pc4 === '6811',
  providerIds: [provider],
}
const born = { 'birthDate-day': '27', 'birthDate-month': 'maart', 'birthDate-year': '1941' }
const complete: FormValues = {
  forWhom: 'self',
  familyName: 'van der Meer',
  ...born,
  postcode: '6811AB',
  houseNumber: '12',
  location: 'home',
  phone: '0612345678',
  urgent: 'no',
  careKinds: ['wound'],
  question: 'Een wond aan het been.',
  start: 'this-week',
}

function errorsOf(read: (form: FormReader) => unknown, values: unknown): Record<string, string> {
  const form = new FormReader(values)
  read(form)
  return form.errors
}

describe('a name', () => {
  const odd = [
    "'t Hooft",
    'Ng',
    'Łukasz',
    "van der Meer-O'Brien",
    'Y',
    'Ó Súilleabháin',
    'İnönü',
    'Nguyễn',
    '王',
    "d'Hondt",
  ]
  test.each(odd)('%s is kept to the letter', (familyName) => {
    expect(readPerson(new FormReader({ familyName, ...born }), facts)?.familyName).toBe(familyName)
  })

  test.each(['<script>', 'Jan1', 'a\u0000b', 'Jan\u202eneJ', '12', "'; drop table"])('%j is refused', (familyName) => {
    expect(errorsOf((form) => readPerson(form, facts), { familyName, ...born })).toHaveProperty('familyName')
  })
})

describe('a birth date', () => {
  const read = (year: string, month = '3', day = '27') =>
    errorsOf((form) => readPerson(form, facts), {
      familyName: 'Ng',
      'birthDate-day': day,
      'birthDate-month': month,
      'birthDate-year': year,
    })
  test('exists, has been, and is of someone who can be alive', () => {
    expect(read('1941')).toEqual({})
    expect(read('2026', '11', '22')).toEqual({})
    for (const wrong of [read('2026', '11', '23'), read('1875'), read('1941', '2', '30'), read('41')]) {
      expect(wrong).toHaveProperty('birthDate')
    }
  })
})

describe('the place', () => {
  const place = { postcode: '6811 ab', houseNumber: '12', location: 'home' }
  test.each(['1', '12', '12A', '12 A', '12-2', '12 bis', '99999', '12/3', '4 hs'])(
    'number %s is one',
    (houseNumber) => {
      expect(readPlace(new FormReader({ ...place, houseNumber }), facts)?.houseNumber).toBe(houseNumber)
    },
  )
  test.each(['', 'A', '0123456', '12 <b>', '12\n13'])('number %j is none', (houseNumber) => {
    expect(errorsOf((form) => readPlace(form, facts), { ...place, houseNumber })).toHaveProperty('houseNumber')
  })
  test.each(['6811', '0811AB', '6811SS', '1011AB', 'abc'])('postcode %s is refused', (postcode) => {
    expect(errorsOf((form) => readPlace(form, facts), { ...place, postcode })).toHaveProperty('postcode')
  })
  test('a discharge date counts only for who is not at home', () => {
    const day = { 'dischargeOn-day': '1', 'dischargeOn-month': '12', 'dischargeOn-year': '2026' }
    expect(readPlace(new FormReader({ ...place, ...day }), facts)).not.toHaveProperty('dischargeOn')
    expect(readPlace(new FormReader({ ...place, ...day, location: 'hospital' }), facts)?.dischargeOn).toBe('2026-12-01')
  })
})

describe('whom to call', () => {
  test('someone else has a name and a number, or is left out', () => {
    expect(readReach(new FormReader({ phone: '0612345678' }))).toEqual({ phone: '+31612345678' })
    expect(errorsOf(readReach, { phone: '0612345678', contactPhone: '0612345678' })).toHaveProperty('contactName')
    expect(errorsOf(readReach, { phone: '0612345678', contactName: 'Piet' })).toHaveProperty('contactPhone')
  })
  test('the client is called first only when we have their number', () => {
    const carer = { carerName: 'Ng', relation: 'child', carerPhone: '0612345678', callWho: 'client' }
    expect(errorsOf(readCarer, carer)).toHaveProperty('clientPhone')
    expect(readCarer(new FormReader({ ...carer, clientPhone: '0261234567' }))?.reach.phone).toBe('+31261234567')
  })
})

describe('the BSN', () => {
  test('may be left out, and is checked when given', () => {
    expect(readCover(new FormReader({}))).toEqual({})
    expect(readCover(new FormReader({ bsn: '9999.00.006' }))).toEqual({ bsn: '999900006' })
    expect(errorsOf(readCover, { bsn: '999900007' })).toHaveProperty('bsn')
  })
})

describe('how soon', () => {
  test.each([
    [{ start: 'tomorrow' }, 'within-24-hours'],
    [{ start: 'two-days' }, 'within-48-hours'],
    [{ start: 'this-week' }, 'this-week'],
    [{ start: 'later', startOn: '2026-11-23' }, 'within-24-hours'],
    [{ start: 'later', startOn: '2026-11-24' }, 'within-48-hours'],
    [{ start: 'later', startOn: '2026-11-29' }, 'this-week'],
    [{ start: 'later', startOn: '2026-11-30' }, 'planned'],
  ] as const)('%j is %s', (when, priority) => {
    expect(priorityOf({ dayparts: [], ...when }, facts.today)).toBe(priority)
  })
  test('later asks from which day, and not a day that has been', () => {
    const on = (day: string) => ({ start: 'later', 'startOn-day': day, 'startOn-month': '11', 'startOn-year': '2026' })
    expect(errorsOf((form) => readWhen(form, facts), { start: 'later' })).toHaveProperty('startOn')
    expect(errorsOf((form) => readWhen(form, facts), on('21'))).toHaveProperty('startOn')
    expect(errorsOf((form) => readWhen(form, facts), on('22'))).toEqual({})
  })
})

describe('all answers together', () => {
  test('make a request when every page is answered', () => {
    const answers = readAnswers(complete, facts)
    if ('asksOn' in answers) throw new Error(answers.asksOn)
    const request = toNewRequest(answers, 'key', facts.today)
    expect(request).toMatchObject({
      card: { source: 'client', channel: 'website', careKinds: ['wound'], priority: 'this-week' },
      identity: { familyName: 'van der Meer', postcode: '6811AB', question: 'Een wond aan het been.' },
      consent: { givenBy: 'client' },
    })
  })

  test('who does not know what care it is, is helped by a nurse, and the card says so', () => {
    const answers = readAnswers({ ...complete, careKinds: 'unknown' }, facts)
    if ('asksOn' in answers) throw new Error(answers.asksOn)
    const { card, identity } = toNewRequest(answers, 'key', facts.today)
    expect(card.careKinds).toEqual(['nursing'])
    expect(identity.question).toContain('Weet niet precies welke zorg')
  })

  test.each([
    ['forWhom', 'stap-1'],
    ['familyName', 'stap-1/wie'],
    ['postcode', 'stap-1/waar'],
    ['phone', 'stap-1/contact'],
    ['urgent', 'stap-2'],
    ['careKinds', 'stap-2/zorg'],
    ['question', 'stap-2/verhaal'],
    ['start', 'stap-2/wanneer'],
  ])('without %s the form goes back to %s', (field, page) => {
    const { [field]: _left, ...rest } = complete
    expect(readAnswers(rest, facts)).toEqual({ asksOn: page })
  })

  test('urgent stays a stop until they called', () => {
    expect(readAnswers({ ...complete, urgent: 'yes' }, facts)).toEqual({ asksOn: 'stap-2' })
    expect(readAnswers({ ...complete, urgent: 'called' }, facts)).not.toHaveProperty('asksOn')
  })
})

describe('whatever is sent', () => {
  const fields = questionPages.flatMap((page) => [...formPages[page].fields])
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constantFrom('self', 'other', 'home', 'later', '6811AB', '12', '0612345678', '\u0000', '\u202e', '<script>'),
    fc.jsonValue(),
  )
  const form = fc.dictionary(fc.constantFrom(...fields), anything)

  test('no page throws, and each wrong field has a Dutch message', () => {
    fc.assert(
      fc.property(
        form,
        fc.constantFrom(...questionPages),
        fc.constantFrom('self' as const, 'other' as const),
        (body, page, who) => {
          const reader = new FormReader(body)
          readPage(page, reader, facts, who)
          for (const [field, message] of Object.entries(reader.errors)) {
            expect(fields.some((known) => known === field || known === `${field}-day`)).toBe(true)
            expect(message.length).toBeGreaterThan(5)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('all of it together never throws', () => {
    fc.assert(
      fc.property(fc.anything(), form, (rubbish, body) => {
        readAnswers(new FormReader(rubbish).values, facts)
        readAnswers({ ...complete, ...new FormReader(body).values }, facts)
      }),
      { numRuns: 500 },
    )
  })
})
