import type { FastifyReply, FastifyRequest } from 'fastify'
import type { UserActor } from '#kernel/actor.ts'
import { localDateOf } from '#kernel/dates.ts'
import { isId, newId } from '#kernel/ids.ts'
import { type Door, findOtherDoor } from '#modules/regions/index.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { type FieldErrors, FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { keepPending, type PendingAttachment } from '../../attachments.ts'
import { type FormFacts, findOpenRequest, findOwnSent, getFormFacts, referPatient } from '../../referring.ts'
import type { SendRefusal } from '../../sending.ts'
import { readFormWithFiles } from '../multipart.ts'
import { paths } from '../paths.ts'
import { ticked, typed } from '../typed.ts'
import type { CheckAnswer } from './client-fields.tsx'
import { tooManyFiles } from './form-words.nl.ts'
import { readAttachments } from './read-files.ts'
import { readReferral, readSought } from './read-referral.ts'
import { ReferPage } from './refer-page.tsx'

/** The one page on which a professional checks, fills in and sends. */
export const referRoutes: Routes = (app) => {
  const config = { who: 'requests.refer' as const }

  app.get(paths.refer, { config }, async (request, reply) => {
    const facts = await getFormFacts(request.scope)
    const actor = userOf(request)
    return reply.page(200, <ReferPage actor={actor} facts={facts} sentKey={newId()} now={request.scope.now()} />)
  })

  app.post(paths.referCheck, { config: { ...config, limit: { calls: 60, minutes: 10 } } }, async (request, reply) => {
    const posted = await readPosted(request)
    const asked = new FormReader(posted.sent.fields)
    const sought = readSought(asked, localDateOf(request.scope.now()))
    const open = sought && (await findOpenRequest(request.scope, sought))
    return answerPage(reply, posted, sought ? 200 : 422, asked.errors, sought && { open })
  })

  app.post(paths.refer, { config }, async (request, reply) => {
    const posted = await readPosted(request)
    const { form, facts, sentKey } = posted
    const actor = userOf(request)
    const today = localDateOf(request.scope.now())
    const earlier = await findOwnSent(request.scope, sentKey)
    if (earlier) return reply.seeOther(`${paths.referral(earlier)}?verstuurd=ja`)

    const referral = readReferral(form, { actor, facts, today, sentKey })
    if (!referral) return answerPage(reply, posted, 422, form.errors)
    const { bsn, birthDate, familyName, postcode, houseNumber } = referral.identity
    const open = await findOpenRequest(request.scope, { bsn, person: { birthDate, familyName, postcode, houseNumber } })
    if (open && !ticked(form.values.sendAnyway).includes('ja')) {
      const errors = { sendAnyway: 'Er loopt al een zorgvraag voor deze cliënt. Vink aan dat dit een andere is.' }
      return answerPage(reply, posted, 409, errors, { open })
    }
    const outcome = await referPatient(request.scope, referral)
    if (!outcome.ok) {
      const isOutside = outcome.refusal.code === 'outside-region'
      const door = isOutside ? await findOtherDoor(request.scope, referral.identity.postcode.slice(0, 4)) : undefined
      return answerPage(reply, posted, 422, refusalErrors(outcome.refusal), undefined, door)
    }
    return reply.seeOther(`${paths.referral(outcome.value.id)}?verstuurd=ja`)
  })
}

type Posted = {
  request: FastifyRequest
  sent: Awaited<ReturnType<typeof readFormWithFiles>>
  form: FormReader
  facts: FormFacts
  sentKey: string
  pending: readonly PendingAttachment[]
}

/** Reads what was posted. Files that are right wait on the server from here on, whatever else has to be mended. */
async function readPosted(request: FastifyRequest): Promise<Posted> {
  const sent = await readFormWithFiles(request)
  const form = new FormReader(sent.fields)
  const key = typed(form.values.sentKey)
  const sentKey = isId(key) ? key.toLowerCase() : newId()
  const attachments = await readAttachments(form, sent)
  const drop = ticked(form.values.dropFile).filter(isId)
  const { pending, tooMany } = await keepPending(request.scope, { formKey: sentKey, attachments, drop })
  if (tooMany) form.refuse('files', tooManyFiles)
  return { request, sent, form, facts: await getFormFacts(request.scope), sentKey, pending }
}

function answerPage(
  reply: FastifyReply,
  { request, form, facts, sentKey, pending }: Posted,
  status: number,
  errors: FieldErrors,
  answer?: CheckAnswer,
  otherDoor?: Door,
): FastifyReply {
  // The choosers stand below everything else, and so does what is wrong with them.
  const { files = form.errors.files, ...others } = errors
  return reply.page(
    status,
    <ReferPage
      actor={userOf(request)}
      facts={facts}
      sentKey={sentKey}
      now={request.scope.now()}
      values={form.values}
      errors={files === undefined ? others : { ...others, files }}
      answer={answer}
      pending={pending}
      otherDoor={otherDoor}
    />,
  )
}

const providerField = {
  preferredOrganizationId: 'preferredOrganization',
  existingOrganizationId: 'existingOrganization',
  unwantedOrganizationIds: 'unwantedOrganization',
} as const

function refusalErrors(refusal: SendRefusal): FieldErrors {
  switch (refusal.code) {
    case 'outside-region':
      return { postcode: 'Deze postcode ligt niet in onze regio. Controleer de postcode.' }
    case 'birth-date-ahead':
      return { birthDate: 'De geboortedatum ligt in de toekomst' }
    case 'channel-closed':
      return { postcode: 'Deze regio neemt zorgvragen niet aan met dit formulier. Bel het loket.' }
    case 'provider-unknown':
      return { [providerField[refusal.field]]: 'Kies een organisatie uit de lijst' }
    case 'wishes-contradict':
      return { unwantedOrganization: 'Kies niet dezelfde organisatie als bij “Liefst van”' }
  }
}

export function userOf(request: FastifyRequest): UserActor {
  const { actor } = request.scope
  if (actor.kind !== 'user') throw new NotAllowed()
  return actor
}
