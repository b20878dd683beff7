import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFile, type SentFile } from './attachment-content.ts'
import { disposition } from './pages/attachment-routes.ts'
import { keptFileName, readableFileName } from './rules/file-name.ts'

const file = (content: string | Buffer, declaredType: string, name = 'bestand'): SentFile => ({
  field: 'files',
  name,
  declaredType,
  content: Buffer.from(content),
})
const codeOf = async (sent: SentFile) => {
  const outcome = await checkFile(sent, 'other')
  return outcome.ok ? outcome.value.contentType : outcome.refusal.code
}

describe('what is in a file', () => {
  test.each([
    [file('%PDF-1.4\nx', 'application/pdf'), 'application/pdf'],
    [file(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]), 'image/jpg'), 'image/jpeg'],
    [file('BM is ook tekst\r\n\tmet tab', 'text/plain; charset=utf-8'), 'text/plain'],
    [file('é 😀', 'TEXT/PLAIN'), 'text/plain'],
    [file('%PDF-1.4\nx', 'text/plain'), 'not-what-it-says'],
    [file('%PDF-1.4\nx', 'image/png'), 'not-what-it-says'],
    [file('tekst', 'application/pdf'), 'not-what-it-says'],
    [file('tekst\u0000', 'text/plain'), 'not-what-it-says'],
    [file('tekst\u001b[31m', 'text/plain'), 'not-what-it-says'],
    [file('x', 'application/x-msdownload'), 'type-not-allowed'],
    [file('x', ''), 'type-not-allowed'],
    [file('', 'text/plain'), 'empty'],
    [{ ...file('', 'text/plain'), tooLarge: true }, 'too-large'],
  ] as const)('%# is looked at, not believed', async (sent, expected) => {
    expect(await codeOf(sent)).toBe(expected)
  })

  test('of any bytes only what they say is kept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), async (bytes) => {
        const content = Buffer.from(bytes)
        for (const type of ['application/pdf', 'image/jpeg', 'image/png', 'text/plain']) {
          const kept = (await codeOf({ ...file('', type), content })) === type
          if (kept && type === 'text/plain') expect(content.includes(0)).toBe(false)
          if (kept && type === 'application/pdf') expect(content.subarray(0, 5).toString()).toBe('%PDF-')
          if (kept && type.startsWith('image/')) expect(content[0]).toBeGreaterThan(0x7f)
        }
      }),
    )
  })
})

describe('the name of a file', () => {
  test.each([
    ['C:\\Users\\jo\\brief.pdf', 'application/pdf', 'brief.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['brief.pdf.exe', 'application/pdf', 'brief.pdf.exe.pdf'],
    ['FOTO.JPEG', 'image/jpeg', 'FOTO.JPEG'],
    ['', 'image/png', 'bijlage.png'],
    ['a\u202efdp.exe', 'application/pdf', 'bijlage.pdf'],
    ['a\r\nSet-Cookie: x', 'text/plain', 'bijlage.txt'],
    ['<b>"x".txt', 'text/plain', '-b--x-.txt'],
  ])('%j of type %s is kept as %s', (given, type, expected) => {
    expect(keptFileName(given, type)).toBe(expected)
  })

  test('any name makes one safe header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const header = disposition(readableFileName(given))
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/)
        expect(header.split('"')).toHaveLength(3)
      }),
    )
  })
})
