import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isPersonName } from '#kernel/text.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import { read } from '#platform/database/transaction.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import { readUpload, type Upload } from '#platform/http/upload.ts'
import { coordinatingTeamsQuery } from '../coordinating-teams.ts'
import { type ContactFacts, getKeptContact, removeContact, saveContact } from '../keeping-contacts.ts'
import { canKeepAllContacts } from '../policy.ts'
import { providersQuery } from '../providers.ts'
import { cleanPhoto, type Photo, type PhotoRefusal } from '../rules/photo.ts'
import type { TeamContact } from '../team-contacts.ts'
import { ContactView } from './contact-view.tsx'
import { ownOrganization } from './own-organization.ts'
import { paths } from './paths.ts'

const config = { who: ['organization.administer', 'region.manage'] } as const
/** As it comes from a telephone; what is kept is smaller. */
const largestUpload = 8 * 1024 * 1024

/** One fixed contact person, kept by their organisation or by the region. */
export function contactPage(app: FastifyInstance): void {
  app.get(paths.newContact, { config }, async (request, reply) => {
    const { team } = request.query as { team?: unknown }
    const values = { coordinatingTeamId: typeof team === 'string' ? team : '', position: '1' }
    return reply.page(200, <ContactView {...(await choicesOf(request))} values={values} />)
  })
  app.get(paths.contact(':id'), { config }, async (request, reply) => {
    const contact = await contactOf(request)
    return reply.page(200, <ContactView {...(await choicesOf(request))} contact={contact} values={toValues(contact)} />)
  })
  app.post(paths.newContact, { config }, (request, reply) => save(request, reply, undefined))
  app.post(paths.contact(':id'), { config }, async (request, reply) => save(request, reply, await contactOf(request)))
}

function contactOf(request: FastifyRequest): Promise<TeamContact> {
  const id = idIn(request)
  return getKeptContact(request.scope, id)
}

async function choicesOf(request: FastifyRequest) {
  const { teams, providers } = await read(request.scope, {
    teams: coordinatingTeamsQuery(),
    providers: providersQuery(),
  })
  const ofRegion = canKeepAllContacts(request.scope.actor)
  return { teams: teams.filter(({ active }) => active), providers: ofRegion ? providers : undefined }
}

async function save(request: FastifyRequest, reply: FastifyReply, known: TeamContact | undefined) {
  const upload = await readUpload(request, 'photo', largestUpload)
  const form = new FormReader(upload.fields)
  const choices = await choicesOf(request)
  const version = form.integer('version', { min: 0, max: 999_999_999 }) ?? 0
  const remove = form.choice('step', ['save', 'remove']) === 'remove'
  if (remove && known) {
    const outcome = await removeContact(request.scope, { id: known.id, version })
    if (outcome.ok) return reply.seeOther(`${listOf(choices, known)}?bewaard=ja`)
    const { now } = outcome.refusal
    return reply.page(409, <ContactView {...choices} contact={now} values={toValues(now)} changed={now} />)
  }
  const own = choices.providers ? undefined : ownOrganization(request)
  const facts = readFacts(form, choices, known, own)
  const photo = readPhoto(form, upload)
  const { values } = form
  if (!form.ok) {
    return reply.page(422, <ContactView {...choices} {...{ contact: known, values, version }} errors={form.errors} />)
  }
  const outcome = await saveContact(request.scope, { id: known?.id, version, facts, photo })
  if (outcome.ok) return reply.seeOther(`${listOf(choices, facts)}?bewaard=ja`)
  const { now } = outcome.refusal
  return reply.page(409, <ContactView {...choices} contact={now} values={values} changed={now} />)
}

type Choices = Awaited<ReturnType<typeof choicesOf>>

function listOf({ providers }: Choices, { coordinatingTeamId }: Pick<ContactFacts, 'coordinatingTeamId'>): string {
  return providers ? regionPaths.teamContacts(coordinatingTeamId) : paths.contacts
}

/** @param own the organisation of the administrator; the region manager chooses one */
function readFacts(
  form: FormReader,
  { teams, providers }: Choices,
  known: TeamContact | undefined,
  own: string | undefined,
): ContactFacts {
  const teamIds = [...teams.map(({ id }) => id), ...(known ? [known.coordinatingTeamId] : [])]
  const organizationIds = [...(providers ?? []).map(({ id }) => id), known?.organizationId ?? ''].filter(Boolean)
  return {
    coordinatingTeamId: form.choice('coordinatingTeamId', teamIds, { required: 'Kies een team' }) ?? '',
    organizationId: own ?? form.choice('organizationId', organizationIds) ?? null,
    firstName:
      form.parsed('firstName', (line) => (isPersonName(line) ? line : undefined), 'Vul een voornaam in, met letters', {
        required: 'Vul de voornaam in',
        max: 40,
      }) ?? '',
    jobTitle: form.line('jobTitle', { required: 'Vul de functie in, zoals wijkverpleegkundige', max: 60 }) ?? '',
    position: form.integer('position', { min: 0, max: 99 }) ?? 0,
  }
}

function readPhoto(form: FormReader, { file, tooLarge }: Upload): Photo | 'remove' | undefined {
  if (tooLarge) form.refuse('photo', photoText['too-large'])
  if (!file) return form.checked('removePhoto') ? 'remove' : undefined
  const outcome = cleanPhoto(file.content)
  if (outcome.ok) return outcome.value
  form.refuse('photo', photoText[outcome.refusal])
  return undefined
}

const photoText: Record<PhotoRefusal, string> = {
  'no-picture': 'Dit is geen JPEG- of PNG-foto',
  broken: 'Deze foto is niet heel. Bewaar hem opnieuw en probeer het nog eens.',
  'too-large': 'Deze foto is te groot. Maak hem kleiner dan 1 MB en 4000 pixels.',
  'too-small': 'Deze foto is te klein. Gebruik er een van 80 pixels of meer.',
}

function toValues(contact: TeamContact) {
  return {
    coordinatingTeamId: contact.coordinatingTeamId,
    organizationId: contact.organizationId ?? '',
    firstName: contact.firstName,
    jobTitle: contact.jobTitle,
    position: String(contact.position),
  }
}
