import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import type { Answer } from '#testing/visitor.ts'
import { dutchIn } from '../../languages/testing.ts'
import { tellRequester } from '../../notices.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region)
})

type Visitor = ReturnType<TestApp['as']>
type Fields = Record<string, string | string[]>

/** What mevrouw Van der Meer types, page by page. */
const typedBySelf: [string, Fields][] = [
  ['stap-1', { forWhom: 'self' }],
  [
    'stap-1/wie',
    {
      givenName: 'Jo',
      familyName: "van der Meer-O'Brien",
      'birthDate-day': '27',
      'birthDate-month': '3',
      'birthDate-year': '1941',
      gender: 'female',
    },
  ],
  ['stap-1/waar', { postcode: '6811 ab', houseNumber: '12 A', location: 'home' }],
  ['stap-1/contact', { phone: '06 12345678', email: 'jo@example.nl' }],
  ['stap-2', { urgent: 'no' }],
  ['stap-2/zorg', { careKinds: ['personal-care', 'wound'] }],
  ['stap-2/verhaal', { question: "Wassen lukt niet meer. Bel Jo van der Meer-O'Brien." }],
  ['stap-2/wanneer', { start: 'two-days', dayparts: ['morning'], timesPerWeek: '7' }],
  ['stap-2/wensen', { carerGender: 'female', language: 'tr' }],
  ['stap-2/gegevens', { insurer: '3332', gp: 'Huisartsen De Linde', bsn: '999900006' }],
]

async function start(visitor: Visitor): Promise<string> {
  const answer = await visitor.post('/aanvragen')
  expect(answer.status).toBe(303)
  return answer.location?.split('/')[2] ?? ''
}

async function fillIn(visitor: Visitor, pages = typedBySelf): Promise<string> {
  const key = await start(visitor)
  for (const [page, fields] of pages) {
    const answer = await visitor.post(`/aanvragen/${key}/${page}`, fields)
    expect(answer.status, `${page}: ${messagesOf(answer)}`).toBe(303)
  }
  return key
}

function messagesOf(answer: Answer): string {
  return [...answer.text.matchAll(/class="error-summary__list".*?<\/ul>/gs)].join()
}

describe('asking for care without script and without account', () => {
  test('three steps make one request, whose number, holder and act-by are told', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor)
    const check = await visitor.get(`/aanvragen/${key}/stap-3`)
    expect(check.text).toContain('van der Meer-O&#x27;Brien')
    expect(check.text).not.toContain('<script')
    const sent = await visitor.post(`/aanvragen/${key}/stap-3`, { consent: 'ja' })
    expect(sent.location).toBe(`/aanvragen/${key}/verstuurd`)
    const page = await visitor.get(sent.location ?? '')
    expect(page.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect(page.text).toContain('uiterlijk')
    expect(page.headers['cache-control']).toBe('no-store')
    const [card] = await region.asOwner('select * from requests.care_request order by submitted_at desc limit 1')
    expect(card).toMatchObject({
      source: 'client',
      pc4: '6811',
      priority: 'within-48-hours',
      care_kinds: ['personal-care', 'wound'],
      age_band: '85-94',
      question_withheld: true,
      languages: ['tr'],
      insurer: '3332',
    })
    expect(card?.question).not.toContain('Meer')
    const [identity] = await region.asOwner('select * from requests.patient_identity where request_id = $1', [card?.id])
    expect(identity).toMatchObject({ family_name: "van der Meer-O'Brien", house_number: '12 A', phone: '+31612345678' })
    expect(identity?.question).toContain("Bel Jo van der Meer-O'Brien.")
  })

  test('every page offers to be called back instead, and to go on another day', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor)
    for (const page of [...typedBySelf.map(([name]) => name), 'stap-3']) {
      const { text } = await visitor.get(`/aanvragen/${key}/${page}`)
      expect(text, page).toContain('href="/terugbellen"')
      expect(text, page).toContain(`href="/aanvragen/${key}/bewaren"`)
    }
    expect((await visitor.get('/aanvragen')).text).toContain('href="/terugbellen"')
  })

  test('a second press, a refresh and the way back make no second request', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor)
    const before = await region.asOwner('select 1 from requests.care_request')
    await Promise.all([1, 2, 3].map(() => visitor.post(`/aanvragen/${key}/stap-3`, { consent: 'ja' })))
    await visitor.get(`/aanvragen/${key}/verstuurd`)
    expect((await visitor.get(`/aanvragen/${key}/stap-1/wie`)).location).toBe(`/aanvragen/${key}/verstuurd`)
    expect(await region.asOwner('select 1 from requests.care_request')).toHaveLength(before.length + 1)
  })

  test('a carer says who they are and whom to call', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor, [
      ['stap-1', { forWhom: 'other' }],
      ...typedBySelf.slice(1, 3),
      [
        'stap-1/contact',
        {
          carerName: 'Łukasz Ng',
          relation: 'child',
          carerPhone: '026-1234567',
          callWho: 'client',
          clientPhone: '0612345678',
        },
      ],
      ...typedBySelf.slice(4),
    ])
    await visitor.post(`/aanvragen/${key}/stap-3`, { consent: 'ja' })
    const [row] = await region.asOwner(
      `select r.source, i.contacts, i.requester, c.given_by from requests.care_request r
        join requests.patient_identity i on i.request_id = r.id join requests.consent c on c.request_id = r.id
        where i.requester ->> 'name' = 'Łukasz Ng'`,
    )
    expect(row).toMatchObject({
      source: 'informal-carer',
      given_by: 'informal-carer',
      requester: { name: 'Łukasz Ng', phone: '+31261234567', relation: 'Dochter of zoon' },
      contacts: [{ name: 'Łukasz Ng', role: 'informal-carer' }],
    })
  })

  test('without consent nothing is sent', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor)
    const answer = await visitor.post(`/aanvragen/${key}/stap-3`, {})
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Zet een vinkje')
  })

  test('going back keeps what was typed, also what is not right yet', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor, typedBySelf.slice(0, 2))
    const back = await visitor.post(`/aanvragen/${key}/stap-1/waar`, { postcode: '68', houseNumber: '', ga: 'terug' })
    expect(back.location).toBe(`/aanvragen/${key}/stap-1/wie`)
    expect((await visitor.get(`/aanvragen/${key}/stap-1/wie`)).text).toContain('value="1941"')
    expect((await visitor.get(`/aanvragen/${key}/stap-1/waar`)).text).toContain('value="68"')
  })

  test('the last page leads to the first question that is still open', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor, typedBySelf.slice(0, 3))
    expect((await visitor.get(`/aanvragen/${key}/stap-3`)).location).toBe(`/aanvragen/${key}/stap-1/contact`)
  })

  test('outside the region it says where to go, and keeps the answers', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor, typedBySelf.slice(0, 2))
    const answer = await visitor.post(`/aanvragen/${key}/stap-1/waar`, {
      postcode: '1011AB',
      houseNumber: '1',
      location: 'home',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('zorgbemiddeling')
    expect(answer.text).toContain('value="1011AB"')
  })

  test('whoever says it is urgent is told to call first, and can go on afterwards', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor, typedBySelf.slice(0, 4))
    await visitor.post(`/aanvragen/${key}/stap-2`, { urgent: 'yes' })
    const stop = await visitor.get(`/aanvragen/${key}/stap-2`)
    expect(stop.text).toContain('Bel nu')
    expect((await visitor.get(`/aanvragen/${key}/stap-3`)).location).toBe(`/aanvragen/${key}/stap-2`)
    const on = await visitor.post(`/aanvragen/${key}/stap-2`, { urgent: 'called' })
    expect(on.location).toBe(`/aanvragen/${key}/stap-2/zorg`)
  })
})

describe('the draft', () => {
  test('opens for its key only, and not after fourteen days', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor, typedBySelf.slice(0, 2))
    expect((await app.as().get(`/aanvragen/${key}/stap-1/wie`)).text).toContain('1941')
    expect((await app.as().get(`/aanvragen/${'a'.repeat(32)}/stap-1/wie`)).status).toBe(404)
    app.setClock(new Date(Date.now() + 15 * 86_400_000))
    expect((await visitor.get(`/aanvragen/${key}/stap-1/wie`)).status).toBe(404)
    app.setClock()
  })

  test('holds nothing that can be read without the key of the installation', async () => {
    await fillIn(app.as())
    const rows = await region.asOwner<{ answers_sealed: Buffer }>('select answers_sealed from requests.draft')
    expect(rows.length).toBeGreaterThan(0)
    for (const { answers_sealed } of rows) expect(answers_sealed.toString('latin1')).not.toMatch(/Brien|familyName/)
  })

  test('the link to it is mailed, three times at most, without anything of what was typed', async () => {
    const visitor = app.as()
    const key = await fillIn(visitor)
    for (const expected of ['ja', 'ja', 'ja', 'vaak']) {
      const answer = await visitor.post(`/aanvragen/${key}/bewaren`, { email: 'jo@example.nl' })
      expect(answer.location).toBe(`/aanvragen/${key}/bewaren?verstuurd=${expected}`)
    }
    const mails = await region.asOwner<{ body: string }>('select body from platform.mail where body like $1', [
      `%${key}%`,
    ])
    expect(mails).toHaveLength(3)
    expect(mails[0]?.body).not.toMatch(/Brien|Linde|example/)
  })
})

test('the empty form can be printed', async () => {
  const page = await app.as().get('/aanvragen/printen')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Geboortedatum')
})

describe('in English', () => {
  /** The same lady, who types the month of her birth in English. */
  const typedInEnglish = typedBySelf.map(([page, fields]): [string, Fields] =>
    page === 'stap-1/wie'
      ? [page, { ...fields, 'birthDate-month': 'March' }]
      : page === 'stap-2/verhaal'
        ? [page, { question: 'I cannot wash myself any more.' }]
        : [page, fields],
  )
  const fillInEnglish = async (visitor: Visitor, look: (page: Answer, place: string) => void = () => {}) => {
    const key = (await visitor.post('/en/aanvragen')).location?.split('/')[3] ?? ''
    for (const [page, fields] of typedInEnglish) {
      const address = `/en/aanvragen/${key}/${page}`
      look(await visitor.get(address), page)
      const answer = await visitor.post(address, fields)
      expect(answer.status, `${page}: ${messagesOf(answer)}`).toBe(303)
      expect(answer.location).toMatch(/^\/en\/aanvragen\//)
    }
    return key
  }

  test('the whole way from the first page to the page that follows it, with no word of Dutch', async () => {
    const visitor = app.as()
    const seen: Record<string, Answer> = {}
    const look = async (address: string) => {
      seen[address] = await visitor.get(address)
      return seen[address]
    }
    await look('/en/aanvragen')
    await look('/en/aanvragen/printen')
    const key = await fillInEnglish(visitor, (page, place) => {
      seen[place] = page
      expect(page.text).toContain(`href="/aanvragen/`)
      expect(page.text).toMatch(new RegExp(`href="/aanvragen/[\\w-]+/${place}" lang="nl"`))
    })
    await look(`/en/aanvragen/${key}/bewaren`)
    const check = await look(`/en/aanvragen/${key}/stap-3`)
    for (const words of ['27 March 1941', 'morning; 7 times a week', 'Turkish', 'I cannot wash myself'])
      expect(check.text).toContain(words)
    // The draft goes on in the other language, with what was typed.
    expect((await visitor.get(`/aanvragen/${key}/stap-3`)).text).toContain('27 maart 1941')

    const sent = await visitor.post(`/en/aanvragen/${key}/stap-3`, { consent: 'ja' })
    expect(sent.location).toBe(`/en/aanvragen/${key}/verstuurd`)
    const follow = /href="(\/en\/volg\/[^"]+)"/.exec((await look(sent.location ?? '')).text)?.[1] ?? ''
    await look(follow)
    const proven = await visitor.post(`${follow}/controle`, {
      'birthDate-day': '27',
      'birthDate-month': 'March',
      'birthDate-year': '1941',
    })
    expect(proven.location).toBe(follow)
    // Who changes the language then need not prove it again.
    expect(String(proven.headers['set-cookie'])).toMatch(/Path=\/volg\/.*Path=\/en\/volg\//)
    expect((await look(follow)).text).toContain('Who has looked?')
    for (const page of ['aanvullen', 'corrigeren', 'intrekken', 'bestand']) await look(`${follow}/${page}`)
    const added = await visitor.post(`${follow}/aanvullen`, { text: 'Please ring twice.' })
    expect(added.location).toBe(`${follow}?gelukt=aangevuld`)
    expect((await look(added.location ?? '')).text).toContain('Please ring twice.')

    for (const [address, page] of Object.entries(seen)) {
      expect(page.status, address).toBe(200)
      expect(page.text, address).toContain('<html lang="en"')
      expect(dutchIn(page.text), address).toEqual([])
    }
  })

  test('the language to speak in is that of the form until somebody says another, also on the way back', async () => {
    const visitor = app.as()
    const key = (await visitor.post('/en/aanvragen')).location?.split('/')[3] ?? ''
    const chosen = async (place: string) => {
      const { text } = await visitor.get(`${place}/aanvragen/${key}/stap-2/wensen`)
      return /<option value="(\w*)" selected/.exec(text.slice(text.indexOf('name="language"')))?.[1] ?? ''
    }
    expect([await chosen('/en'), await chosen('')]).toEqual(['en', ''])
    for (const language of ['', 'tr']) {
      await visitor.post(`/en/aanvragen/${key}/stap-2/wensen`, { language, ga: 'terug' })
      expect([await chosen('/en'), await chosen('')]).toEqual([language, language])
    }
  })

  test('that no word is Dutch is a check that can fail', async () => {
    for (const address of ['/aanvragen', '/aanvragen/printen', '/terugbellen', '/volg'])
      expect(dutchIn((await app.as().get(address)).text).length, address).toBeGreaterThan(5)
  })

  test('what is wrong is said in English, and keeps what was typed', async () => {
    const visitor = app.as()
    const key = (await visitor.post('/en/aanvragen')).location?.split('/')[3] ?? ''
    const wrong = await visitor.post(`/en/aanvragen/${key}/stap-1/wie`, {
      familyName: 'Jan1',
      'birthDate-day': '31',
      'birthDate-month': 'February',
      'birthDate-year': '1941',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('<title>Error: Who needs care?')
    expect(wrong.text).toContain('Please look at this again')
    expect(wrong.text).toContain('Use only letters in a name')
    for (const value of ['Jan1', 'February', '31']) expect(wrong.text).toContain(`value="${value}"`)
    expect(wrong.text).toContain(`href="/aanvragen/${key}/stap-1/wie"`)
    expect(dutchIn(wrong.text)).toEqual([])
    const far = await visitor.post(`/en/aanvragen/${key}/stap-1/waar`, { postcode: '1011AB' })
    expect(far.text).toContain('This postcode belongs to another region')
    expect(dutchIn(far.text)).toEqual([])
  })

  test('the nurse reads Dutch, and that it was asked in English; the letters are in English', async () => {
    const visitor = app.as()
    const key = await fillInEnglish(visitor)
    await visitor.post(`/en/aanvragen/${key}/stap-1`, { forWhom: 'other' })
    await visitor.post(`/en/aanvragen/${key}/stap-2/zorg`, { careKinds: 'personal-care' })
    await visitor.post(`/en/aanvragen/${key}/stap-1/contact`, {
      carerName: 'Mary Ng',
      relation: 'child',
      carerPhone: '0612345678',
      carerEmail: 'mary@example.com',
      callWho: 'carer',
    })
    await visitor.post(`/en/aanvragen/${key}/stap-3`, { consent: 'ja' })
    const [row] = await region.asOwner<{ id: string }>(
      `select r.id, r.asked_in, i.requester ->> 'relation' as relation, c.text_version from requests.care_request r
        join requests.patient_identity i on i.request_id = r.id join requests.consent c on c.request_id = r.id
        where i.requester ->> 'name' = 'Mary Ng'`,
    )
    expect(row).toMatchObject({ asked_in: 'en', relation: 'Dochter of zoon', text_version: 'aanvragen-2026-11-en' })
    const card = await app.as(region.people.nurseAlfa).get(`/zorgvragen/${row?.id}`)
    expect(card.text).toContain('vroeg in het Engels aan')
    await tellRequester(region.scope(region.system), { requestId: row?.id, code: 'taken' })
    const [mail] = await region.asOwner<{ subject: string; body: string }>(
      'select subject, body from platform.mail where subject_id = $1',
      [row?.id],
    )
    expect(mail?.subject).toContain('There is an organisation for your request')
    expect(mail?.body).toMatch(/\/en\/volg\//)
  })

  test('a link that does not work, a draft that is gone and a page that is nowhere say so in English', async () => {
    for (const [address, words] of [
      [`/en/volg/K7MPX4TD/${'A'.repeat(32)}`, 'This link does not work'],
      [`/en/aanvragen/${'a'.repeat(32)}/stap-1`, 'This request is not here any more'],
      ['/en/nergens', 'This page is not here'],
      ['/en/terugbellen/gevraagd/x', 'This page is not here'],
    ] as const) {
      const page = await app.as().get(address)
      expect([page.status, page.text.includes(words)], address).toEqual([404, true])
      expect(page.text).toContain('<html lang="en"')
      expect(dutchIn(page.text), address).toEqual([])
    }
  })
})
