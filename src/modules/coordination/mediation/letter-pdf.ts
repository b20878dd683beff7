import PDFDocument from 'pdfkit'
import type { LetterWords } from './letter-words.ts'

const ink = '#16262a'

/** The letter on A4, tagged so that it can be read aloud; with the fonts that every reader of PDF has. */
export async function letterPdf(words: LetterWords, made: Date): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 64,
    lang: 'nl-NL',
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    // No name in what a reader shows before the file is open.
    info: { Title: words.title, CreationDate: made },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  const root = document.struct('Document')
  document.addStructure(root)
  const add = (tag: 'H1' | 'H2' | 'P', size: number, text: string, space: number) =>
    root.add(
      document.struct(tag, {}, () =>
        document
          .moveDown(space)
          .font(tag === 'P' ? 'Helvetica' : 'Helvetica-Bold')
          .fontSize(size)
          .fillColor(ink)
          .text(text),
      ),
    )
  add('P', 11, `Aan ${words.to}`, 0)
  add('P', 11, words.on, 0.3)
  add('H1', 18, words.title, 1.5)
  for (const line of words.opening) add('P', 11, line, 0.7)
  for (const { title, lines } of words.sections) {
    add('H2', 12, title, 1)
    for (const line of lines) add('P', 11, line, 0.25)
  }
  for (const line of words.closing) add('P', 11, line, 1)
  root.end()
  document.end()
  await ended
  return Buffer.concat(chunks)
}
