import { Controller } from '@hotwired/stimulus'

/** What is smaller than this, in bytes, is sent as it is. */
const small = 500_000

/**
 * Photos go as large as they are looked at, not as large as a phone takes them: quicker on a ward with little reception, and without
 * where and when they were taken. What this browser cannot read as a picture goes as it was chosen; the server judges all of it.
 */
export class SmallPhotosController extends Controller<HTMLInputElement> {
  /** Pixels of the longest side; the standard shows the words of a letter and the edge of a wound. */
  static override values = { longest: { type: Number, default: 2400 } }
  declare readonly longestValue: number

  async shrink(): Promise<void> {
    const { files } = this.element
    if (!files || ![...files].some(isLargePhoto)) return
    const sent = new DataTransfer()
    for (const file of await Promise.all([...files].map((one) => this.#smaller(one)))) sent.items.add(file)
    // Who chose again in the meantime gets what was chosen last.
    if (this.element.files === files) this.element.files = sent.files
  }

  async #smaller(file: File): Promise<File> {
    if (!isLargePhoto(file)) return file
    const photo = await createImageBitmap(file).catch(() => undefined)
    if (!photo) return file
    const scale = Math.min(1, this.longestValue / Math.max(photo.width, photo.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(photo.width * scale)
    canvas.height = Math.round(photo.height * scale)
    const context = canvas.getContext('2d')
    if (!context) return file
    // JPEG knows no transparency; what is see-through in a PNG would turn black.
    context.fillStyle = 'white'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(photo, 0, 0, canvas.width, canvas.height)
    const content = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    if (!content || content.size >= file.size) return file
    return new File([content], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' })
  }
}

const isLargePhoto = ({ type, size }: File) => (type === 'image/jpeg' || type === 'image/png') && size > small
