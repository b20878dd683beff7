import type { FastifyInstance } from 'fastify'
import { isId } from '#kernel/ids.ts'
import type { Language } from '#kernel/languages.ts'
import { NotFound } from '#platform/http/faults.ts'
import { type FieldErrors, FormReader } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { addAttachments, openAttachment } from '../../attachments.ts'
import { wordsOf } from '../../languages/index.ts'
import { sendAttachment } from '../attachment-routes.ts'
import { readFormWithFiles } from '../multipart.ts'
import { paths } from '../paths.ts'
import { readAttachments } from '../refer/read-files.ts'
import { FilePage } from './file-page.tsx'
import { doneAt, type LinkRequest, whenVerified } from './linked.tsx'

/** The files of a request, for whoever asked: add one, and read again what was sent. */
export function fileRoutes(app: FastifyInstance, house: House, language: Language): void {
  const config = { who: 'everyone' as const, translated: true, noStore: true }
  const { file: words, follow } = wordsOf(language)
  const posting = { ...config, limit: { calls: 60, minutes: 10 } }

  app.get(paths.followFiles(':number', ':key', language), { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link }) => reply.page(200, <FilePage link={link} />)),
  )

  app.post(paths.followFiles(':number', ':key', language), { config: posting }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope, requestId }) => {
      const sent = await readFormWithFiles(request)
      const form = new FormReader(sent.fields, language)
      const attachments = await readAttachments(form, sent, 'other')
      if (form.ok && attachments.length === 0) form.refuse('files', words.none)
      const again = (status: number, errors: FieldErrors) =>
        reply.page(status, <FilePage link={link} error={errors.files} />)
      if (!form.ok) return again(422, form.errors)
      const outcome = await addAttachments(scope, { requestId, attachments })
      if (outcome.ok) return doneAt(reply, link, 'bestand')
      return again(409, { files: outcome.refusal.code === 'too-many' ? words.tooMany : follow.tooLate })
    }),
  )

  app.get(paths.followFile(':number', ':key', ':attachmentId', language), { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ scope, requestId }) => {
      const { attachmentId } = request.params as unknown as { attachmentId: string }
      if (!isId(attachmentId)) throw new NotFound()
      return sendAttachment(reply, await openAttachment(scope, { requestId, attachmentId }))
    }),
  )
}
