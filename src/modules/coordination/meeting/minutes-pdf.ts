import PDFDocument from 'pdfkit'
import type { MinutesWords } from './minutes-lines.ts'

const ink = '#16262a'
const soft = '#4a5b5f'

/**
 * The minutes on A4, tagged so that they can be read aloud. The fonts are those every reader of PDF has: nothing is looked up while
 * it is made.
 *
 * @param made when the meeting was held; it stands in the file instead of the moment of printing, so that one meeting has one file
 */
export async function minutesPdf(words: MinutesWords, regionName: string, made: Date): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 56,
    lang: 'nl-NL',
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    info: { Title: `${words.title}, ${words.when}`, Author: regionName, CreationDate: made },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  const root = document.struct('Document')
  document.addStructure(root)
  const add = (tag: 'H1' | 'H2' | 'P', write: () => void) => root.add(document.struct(tag, {}, write))

  add('H1', () => document.font('Helvetica-Bold').fontSize(20).fillColor(ink).text(words.title))
  add('P', () => document.font('Helvetica').fontSize(11).fillColor(soft).text(`${regionName}. ${words.when}`))
  const section = (title: string, lines: readonly string[], none: string) => {
    add('H2', () => document.moveDown(1.2).font('Helvetica-Bold').fontSize(13).fillColor(ink).text(title))
    for (const line of lines.length > 0 ? lines : [none])
      add('P', () => document.moveDown(0.3).font('Helvetica').fontSize(11).fillColor(ink).text(line))
  }
  section(
    'Besloten',
    words.decisions.map(({ number, words: what, by }) => `${number}: ${what} (${by})`),
    'Er is niets besloten.',
  )
  section(
    'Wat open bleef',
    words.leftOpen.map(({ number, words: why }) => `${number}: ${why}`),
    'Alles is besproken.',
  )
  section('Aanwezig', words.present, 'Niemand is aangevinkt.')
  if (words.absent) section('Afwezig', [words.absent], '')
  root.end()
  document.end()
  await ended
  return Buffer.concat(chunks)
}
