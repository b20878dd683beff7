import { cleanLine } from '#kernel/text.ts'

const longest = 120
const extensions: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'text/plain': ['txt'],
}

/**
 * What a file is called, for people: what stands behind the last slash (older programs send the whole path), without what a
 * file system or a header trips over.
 */
export function readableFileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const kept = (cleanLine(last) ?? '')
    .replace(/[<>:"|?*;]/g, '-')
    .replace(/^\.+/, '')
    .trim()
  // Between characters, not between the halves of one.
  return Array.from(kept).slice(0, longest).join('').trim() || 'bijlage'
}

/** The name it is kept and offered under: it ends on what the file really is. */
export function keptFileName(given: string, contentType: string): string {
  const name = readableFileName(given)
  const allowed = extensions[contentType] ?? []
  const dot = name.lastIndexOf('.')
  if (dot > 0 && allowed.includes(name.slice(dot + 1).toLowerCase())) return name
  return `${name}.${allowed[0] ?? 'bin'}`
}
