import type { FastifyRequest } from 'fastify'
import { checkFormToken } from '#platform/http/csrf.ts'
import { HttpFault } from '#platform/http/faults.ts'
import type { RawForm } from '#platform/http/form-reader.ts'
import { largestAttachment, mostAttachments, type SentFile } from '../attachment-content.ts'

export type FormWithFiles = { fields: RawForm; files: SentFile[]; tooMany: boolean }

/**
 * Reads a form with files, or the same form without any. The form token is checked here, because with files nobody could
 * read it before. More or larger files than fit are not kept in memory; which they were is answered.
 */
export async function readFormWithFiles(request: FastifyRequest): Promise<FormWithFiles> {
  if (!request.isMultipart()) return { fields: (request.body ?? {}) as RawForm, files: [], tooMany: false }
  const form = await readParts(request)
  checkFormToken(request, form.fields._csrf)
  return form
}

/** The same for a call to the API, which carries no form token. */
export async function readFiles(request: FastifyRequest): Promise<FormWithFiles> {
  if (!request.isMultipart()) throw new HttpFault(415, 'Stuur bestanden als multipart/form-data')
  return readParts(request)
}

async function readParts(request: FastifyRequest): Promise<FormWithFiles> {
  const fields: Record<string, unknown> = {}
  const files: SentFile[] = []
  let tooMany = false
  try {
    const limits = { fileSize: largestAttachment, files: 40, fields: 500, parts: 600 }
    const options = { limits, throwFileSizeLimit: false }
    for await (const part of request.parts(options)) {
      if (part.type === 'field') {
        fields[part.fieldname] = together(fields[part.fieldname], part.value)
      } else if (part.filename === '' || part.filename === undefined) {
        part.file.resume() // a file field in which nothing was chosen
      } else if (files.length >= mostAttachments) {
        tooMany = true
        part.file.resume()
      } else {
        const content = await part.toBuffer()
        files.push({
          field: part.fieldname,
          name: part.filename,
          declaredType: part.mimetype,
          content: part.file.truncated ? Buffer.alloc(0) : content,
          tooLarge: part.file.truncated,
        })
      }
    }
  } catch (error) {
    const status = (error as { statusCode?: number }).statusCode ?? 500
    // A body that breaks off or is no form is the sender's: what the parser calls a plain error is a request we cannot read.
    throw status < 500 ? error : new HttpFault(400, 'Dit formulier kunnen wij niet lezen')
  }
  return { fields, files, tooMany }
}

function together(before: unknown, value: unknown): unknown {
  if (before === undefined) return value
  return Array.isArray(before) ? [...before, value] : [before, value]
}
