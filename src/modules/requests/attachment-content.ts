import { fileTypeFromBuffer } from 'file-type'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { NewAttachment } from './new-request.ts'
import { keptFileName, readableFileName } from './rules/file-name.ts'

export const contentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'text/plain'] as const
export const attachmentKinds = [
  'discharge-letter',
  'medication-list',
  'wound-plan',
  'wound-photo',
  'execution-request',
  'other',
] as const
export const largestAttachment = 10 * 1024 * 1024
export const mostAttachments = 10

/** A file as a browser or program sent it: nothing about it is believed yet. */
export type SentFile = { field: string; name: string; declaredType: string; content: Buffer; tooLarge?: boolean }

export type FileRefusal = { code: 'empty' | 'too-large' | 'type-not-allowed' | 'not-what-it-says'; name: string }

type ContentType = NewAttachment['contentType']

/**
 * Looks at what is in the file: its first bytes must be those of an allowed kind, and that kind must be what the sender
 * said. A PDF without its header, or text that is no text, is refused.
 */
export async function checkFile(
  file: SentFile,
  kind: NewAttachment['kind'],
): Promise<Outcome<NewAttachment, FileRefusal>> {
  const name = readableFileName(file.name)
  if (file.tooLarge || file.content.length > largestAttachment) return refused({ code: 'too-large', name })
  if (file.content.length === 0) return refused({ code: 'empty', name })
  const declared = declaredTypeOf(file)
  if (!declared) return refused({ code: 'type-not-allowed', name })
  if (!(await isReally(declared, file.content))) return refused({ code: 'not-what-it-says', name })
  return done({ name: keptFileName(file.name, declared), kind, contentType: declared, content: file.content })
}

function declaredTypeOf({ declaredType }: SentFile): ContentType | undefined {
  const type = declaredType.split(';')[0]?.trim().toLowerCase()
  return contentTypes.find((known) => known === (type === 'image/jpg' ? 'image/jpeg' : type))
}

async function isReally(declared: ContentType, content: Buffer): Promise<boolean> {
  const found = (await fileTypeFromBuffer(content))?.mime
  // Words can begin like another kind of file ("BM" is also a bitmap): for text it is enough to be text and no document.
  if (declared === 'text/plain') return isPlainText(content) && !contentTypes.some((type) => type === found)
  return found === declared && (declared !== 'application/pdf' || content.subarray(0, 5).toString('latin1') === '%PDF-')
}

/** UTF-8 without control characters other than tab and line ends. */
function isPlainText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what plain text does not hold
    return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/.test(text)
  } catch {
    return false
  }
}
