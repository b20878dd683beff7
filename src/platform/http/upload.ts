import type { FastifyRequest } from 'fastify'
import { checkFormToken } from './csrf.ts'
import { HttpFault } from './faults.ts'
import type { RawForm } from './form-reader.ts'

export type Upload = {
  fields: RawForm
  /** Undefined when none was chosen, or it was too large. */
  file: { name: string; content: Buffer } | undefined
  tooLarge: boolean
}

/**
 * Reads a form with one file of at most so many bytes. The form token is checked here, because with a file nobody could read it
 * before. A file that is too large is not kept in memory.
 */
export async function readUpload(request: FastifyRequest, name: string, largest: number): Promise<Upload> {
  if (!request.isMultipart()) return { fields: (request.body ?? {}) as RawForm, file: undefined, tooLarge: false }
  const fields: Record<string, unknown> = {}
  let file: Upload['file']
  let tooLarge = false
  try {
    const limits = { fileSize: largest, files: 1, fields: 200, parts: 201 }
    const options = { limits, throwFileSizeLimit: false }
    for await (const part of request.parts(options)) {
      if (part.type === 'field') fields[part.fieldname] = together(fields[part.fieldname], part.value)
      else if (part.fieldname !== name || !part.filename)
        part.file.resume() // nothing was chosen
      else {
        const content = await part.toBuffer()
        tooLarge = part.file.truncated
        if (!tooLarge) file = { name: part.filename, content }
      }
    }
  } catch (error) {
    const status = (error as { statusCode?: number }).statusCode ?? 500
    // A body that breaks off or is no form is the sender's: what the parser calls a plain error is a request we cannot read.
    throw status < 500 ? error : new HttpFault(400, 'Dit formulier kunnen wij niet lezen')
  }
  checkFormToken(request, fields._csrf)
  return { fields, file, tooLarge }
}

function together(before: unknown, value: unknown): unknown {
  if (before === undefined) return value
  return Array.isArray(before) ? [...before, value] : [before, value]
}
