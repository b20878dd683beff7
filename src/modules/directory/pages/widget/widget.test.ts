import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { hostScript, tellHeight } from './growing.ts'
import { widgetStyle, widgetStyleNamed } from './style.ts'

let region: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  app = await createTestApp(region, { realDoor: true })
})

const look = (path: string, headers?: Record<string, string>) => app.as().get(path, headers)
const policyOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers['content-security-policy'])

describe('the widget', () => {
  test.each([
    ['/widget?plaats=6811', 'Wijkteam Noord'],
    ['/widget?plaats=6811AB', 'Wijkteam Noord'],
    ['/widget?plaats=arnhem', 'Wijkteam Zuid'],
    ['/widget?plaats=arnhm', 'Bedoelt u'],
    ['/widget?plaats=6861', 'Regioloket'],
    ['/widget?plaats=1012', 'niet bij onze regio'],
    ['/widget?plaats=xyz', 'kennen wij niet'],
    ['/widget?plaats=<script>', 'kennen wij niet'],
    ['/widget', 'Thuiszorg in uw wijk'],
    ['/en/widget?plaats=6811', 'Your neighbourhood team'],
  ])('%s answers %s', async (address, sentence) => {
    const { status, text } = await look(address)
    expect(status).toBe(200)
    expect(text).toContain(sentence)
    expect(text).not.toContain('<script')
  })

  test('sets no cookie and knows nobody, also a visitor who has both', async () => {
    const address = '/widget?plaats=6811'
    const first = await look(address)
    expect(first.headers['set-cookie']).toBeUndefined()
    const asked: string[] = []
    const { pool } = region.database
    const query = pool.query.bind(pool)
    pool.query = ((...args: Parameters<typeof query>) => {
      asked.push(String((args[0] as { text?: string }).text ?? args[0]))
      return query(...args)
    }) as typeof pool.query
    const again = await look(address, { cookie: `form=${'x'.repeat(32)}; session=${'y'.repeat(43)}` })
    pool.query = query as typeof pool.query
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.text).toBe(first.text)
    expect(asked.filter((text) => text.includes('session'))).toEqual([])
    expect((await region.asOwner('select count(*)::int as n from audit.event'))[0]).toEqual({ n: 0 })
  })

  test('may be framed by anyone and may load nothing but its style; all other pages may not be framed', async () => {
    const widget = await look('/widget')
    expect(policyOf(widget)).toBe(
      "default-src 'none';style-src 'self';form-action 'self';base-uri 'none';frame-ancestors *",
    )
    expect(widget.headers['x-frame-options']).toBeUndefined()
    for (const address of ['/', '/wijk', '/wijk/6811', '/widget/code', '/aanvragen']) {
      const page = await look(address)
      expect(policyOf(page), address).toContain("frame-ancestors 'none'")
      expect(page.headers['x-frame-options'], address).toBe('DENY')
    }
    expect(policyOf(await look('/wijk'))).not.toContain('frame-src')
    expect(policyOf(await look('/widget/code'))).toContain("frame-src 'self'")
  })

  test('runs exactly one script, and only when it was asked to grow', async () => {
    const page = await look('/widget?hoogte=groeit')
    const hash = createHash('sha256').update(tellHeight).digest('base64')
    expect(policyOf(page)).toContain(`script-src 'sha256-${hash}'`)
    expect(page.text).toContain(`<script>${tellHeight}</script>`)
    expect(page.text.match(/<script/g)).toHaveLength(1)
    expect(page.text).toContain('<input type="hidden" name="hoogte" value="groeit"/>')
  })

  test('is kept for five minutes and then asked for by its mark', async () => {
    const page = await look('/widget?plaats=6811')
    expect(page.headers['cache-control']).toBe('public, max-age=300')
    const known = await look('/widget?plaats=6811', { 'if-none-match': String(page.headers.etag) })
    expect([known.status, known.text]).toEqual([304, ''])
    const other = await look('/widget?plaats=6841', { 'if-none-match': String(page.headers.etag) })
    expect(other.status).toBe(200)
  })

  test('keeps its colours from search to search, and takes nothing else for a colour', async () => {
    const { text } = await look('/widget?kleur=%23FC0&achtergrond=000000&plaats=6811')
    expect(text).toContain('<input type="hidden" name="kleur" value="ffcc00"/>')
    expect(text).toMatch(/href="\/widget\/stijl\/ffcc00-000000-[0-9a-f]{12}\.css"/)
    const odd = await look('/widget?kleur=red;}*{display:none&achtergrond=url(//x)')
    expect(odd.text).not.toContain('display:none')
    expect(odd.text).toContain('/widget/stijl/0b5c5b-ffffff-')
  })
})

describe('its style', () => {
  test('is named after what is in it and kept for a year; an old name gets the new style and is not kept', async () => {
    const { name, css } = widgetStyle({ colour: '#0b5c5b', ground: '#ffffff' })
    const style = await look(`/widget/stijl/${name}`)
    expect([style.text, style.headers['cache-control']]).toEqual([css, 'public, max-age=31536000, immutable'])
    expect(style.headers['content-type']).toContain('text/css')
    const old = await look('/widget/stijl/0b5c5b-ffffff-000000000000.css')
    expect([old.text, old.headers['cache-control']]).toEqual([css, 'no-cache'])
  })

  test.each(['x.css', 'red-white-000000000000.css', '0b5c5b-ffffff-000000000000', '0B5C5B-ffffff-000000000000.css'])(
    'is not there under %s',
    async (name) => {
      expect(widgetStyleNamed(name)).toBeUndefined()
      expect((await look(`/widget/stijl/${name}`)).status).toBe(404)
    },
  )
})

describe('the script for the page around it', () => {
  const run = (messages: readonly object[]) => {
    const frame = { contentWindow: {}, height: 520 }
    const other = { contentWindow: {}, height: 1 }
    let hear: (message: object) => void = () => undefined
    new Function('addEventListener', 'document', hostScript('https://regio.example.nl'))(
      (_kind: string, listener: typeof hear) => {
        hear = listener
      },
      { querySelectorAll: () => [other, frame] },
    )
    for (const message of messages) hear({ source: frame.contentWindow, ...message })
    return [frame.height, other.height]
  }
  const good = { origin: 'https://regio.example.nl', data: { wijkpoort: 'height', height: 333 } }

  test('makes the frame as high as it says', () => {
    expect(run([good])).toEqual([333, 1])
  })

  test.each([
    ['from elsewhere', { ...good, origin: 'https://kwaad.example' }],
    ['of something else', { ...good, data: { height: 10 } }],
    ['too high', { ...good, data: { wijkpoort: 'height', height: 1e9 } }],
    ['no number', { ...good, data: { wijkpoort: 'height', height: '<b>' } }],
    ['empty', { ...good, data: null }],
  ])('believes nothing %s', (_what, message) => {
    expect(run([message])).toEqual([520, 1])
  })

  test('is ours for anyone to fetch', async () => {
    const script = await look('/widget/meegroeien.js')
    expect(script.headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(script.headers['set-cookie']).toBeUndefined()
  })
})

test('the page with the code shows one line to copy, in the chosen colours and language', async () => {
  const { text } = await look('/widget/code?kleur=0b5c5b&achtergrond=fff&taal=en')
  expect(text).toContain(
    '&lt;iframe src=&quot;http://127.0.0.1:3000/en/widget?kleur=0b5c5b&amp;amp;achtergrond=ffffff&quot;',
  )
  expect(text).toContain('/widget/meegroeien.js')
  expect((await look('/widget/code?kleur=blauw')).text).toContain('Vul een kleur in als #0b5c5b')
})
