import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPhoto } from './photo.ts'

const segment = (marker: number, body: number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
]
const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0))
const exif = (orientation: number) => [
  ...text('Exif'),
  0,
  0,
  ...text('MM'),
  0,
  42,
  0,
  0,
  0,
  8,
  0,
  2,
  // Where it was taken (a pointer to GPS), then which way is up.
  0x88,
  0x25,
  0,
  4,
  0,
  0,
  0,
  1,
  0,
  0,
  0,
  99,
  0x01,
  0x12,
  0,
  3,
  0,
  0,
  0,
  1,
  0,
  orientation,
  0,
  0,
]
const frame = (width: number, height: number) =>
  segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
const jpeg = (parts: number[][], width = 200, height = 300) =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...parts.flat(),
    ...frame(width, height),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    7,
    0xff,
    0,
    8,
    0xff,
    0xd9,
  ])
const chunk = (type: string, body: number[]) => [0, 0, 0, body.length, ...text(type), ...body, 1, 2, 3, 4]
const header = (width: number, height: number) =>
  chunk('IHDR', [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255, 8, 2, 0, 0, 0])
const png = (...parts: number[][]) =>
  Uint8Array.from([
    0x89,
    ...text('PNG\r\n\u001a\n'),
    ...header(120, 160),
    ...parts.flat(),
    ...chunk('IDAT', [5, 6]),
    ...chunk('IEND', []),
  ])
const words = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const cleaned = (bytes: Uint8Array) => {
  const outcome = cleanPhoto(bytes)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

describe('a picture is kept without what does not belong to it', () => {
  test('a JPEG: no place, no remarks, nothing behind its end', () => {
    const bytes = jpeg([
      segment(0xe0, text('JFIF')),
      segment(0xe1, exif(1)),
      segment(0xfe, text('door Jan')),
      segment(0xed, text('8BIM')),
    ])
    const photo = cleaned(Uint8Array.from([...bytes, ...text('<script>')]))
    expect(photo).toMatchObject({ contentType: 'image/jpeg', width: 200, height: 300 })
    expect(words(photo.content)).toContain('JFIF')
    for (const gone of ['Exif', 'Jan', '8BIM', '<script>']) expect(words(photo.content)).not.toContain(gone)
    expect(cleaned(photo.content).content).toEqual(photo.content)
  })

  test('a JPEG on its side stays on its side', () => {
    const photo = cleaned(jpeg([segment(0xe1, exif(6))]))
    expect(words(photo.content)).toContain('Exif')
    expect(words(photo.content)).not.toContain('\u0088%')
    expect(cleaned(photo.content).content).toEqual(photo.content)
  })

  test('a PNG: no texts, nothing behind its end', () => {
    const photo = cleaned(
      Uint8Array.from([...png(chunk('tEXt', text('Author Jan')), chunk('eXIf', [1])), ...text('PK')]),
    )
    expect(photo).toMatchObject({ contentType: 'image/png', width: 120, height: 160 })
    expect(words(photo.content)).not.toMatch(/Jan|eXIf|PK/)
    expect(cleaned(photo.content).content).toEqual(photo.content)
  })
})

describe('what is no picture is refused', () => {
  test.each([
    ['nothing', [], 'no-picture'],
    ['a page', text('<svg onload=alert(1)>'), 'no-picture'],
    ['a GIF', text('GIF89a'), 'no-picture'],
    ['half a JPEG', [...jpeg([])].slice(0, 20), 'broken'],
    ['a JPEG without an end', [...jpeg([])].slice(0, -1), 'broken'],
    ['half a PNG', [...png()].slice(0, 40), 'broken'],
    ['a JPEG of a stamp', [...jpeg([], 40, 40)], 'too-small'],
    ['a JPEG of a wall', [...jpeg([], 5000, 300)], 'too-large'],
    [
      'a PNG of a megabyte',
      [...png(...Array.from({ length: 4200 }, () => chunk('IDAT', new Array(250).fill(1))))],
      'too-large',
    ],
  ])('%s', (_what, bytes, refusal) => {
    expect(cleanPhoto(Uint8Array.from(bytes as number[]))).toEqual({ ok: false, refusal })
  })

  test('whatever the bytes are, there is an answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([...jpeg([])], [...png()]),
        fc.nat(),
        fc.uint8Array({ maxLength: 8 }),
        (start, cut, rest) => {
          const outcome = cleanPhoto(Uint8Array.from([...start.slice(0, cut % start.length), ...rest]))
          expect(typeof outcome.ok).toBe('boolean')
        },
      ),
    )
  })
})
