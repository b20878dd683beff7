import type { FastifyRequest } from 'fastify'
import { isEmail } from '#kernel/email.ts'
import { isId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import { idIn } from '#platform/http/address.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { House, Routes } from '#platform/http/house.ts'
import { inviteParty, revokeInvitation } from '../../invited/inviting.ts'
import { findInvitation, invitationProof, lookAsInvited, provenCode, tryCode } from '../../invited/looking.ts'
import { getSheet, mayNow, type Sheet } from '../../list/sheet.ts'
import { type InvitationRefusal, invitedScopes } from '../../rules/invited/inviting.ts'
import { type CommandCode, commandText } from '../../text.nl.ts'
import { backToRequest, queryOf } from '../back.ts'
import { pressRoute } from '../press.ts'
import { showRequest } from '../show-request.tsx'
import { InvitedPage, InvitePage } from './invite-page.tsx'
import { CodePage, LookingPage, NoInvitationPage } from './looking-page.tsx'
import { invitedPaths } from './paths.ts'

const hold = { config: { who: ['requests.take', 'requests.oversee'] as const, noStore: true } }

const fieldOf: Record<InvitationRefusal, string> = {
  'kind-not-agreed': 'soort',
  'scope-wanted': 'ziet',
  'until-wrong': 'tot',
  'consent-wanted': 'toestemming',
  'identity-not-yours': 'ziet',
}

/** Inviting somebody from the neighbourhood, and taking that back. */
export const inviteRoutes: Routes = (app) => {
  app.get(invitedPaths.invite(':id'), hold, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    if (!mayInvite(sheet)) return backToRequest(request, reply)
    return reply.page(200, <InvitePage {...propsOf(request, sheet)} />)
  })

  app.post(invitedPaths.invite(':id'), hold, async (request, reply) => {
    const requestId = idIn(request)
    const sheet = await getSheet(request.scope, requestId)
    const form = new FormReader(request.body)
    const kind = form.choice('soort', sheet.otherParties, { required: 'Kies wie u uitnodigt' })
    const name = form.line('naam', { max: 120, required: 'Vul in wie u uitnodigt' })
    const email = form.parsed('mail', toEmail, 'Vul een e-mailadres in, zoals naam@voorbeeld.nl', {
      required: 'Vul het e-mailadres in',
    })
    const role = form.text('rol', { max: 300, required: 'Vertel kort wat u vraagt' })
    const scope = form.choices('ziet', invitedScopes)
    const clientAgrees = form.choices('toestemming', ['ja'] as const).includes('ja')
    const untilOn = form.date('tot', { required: 'Vul in tot en met welke dag' })
    const whole = form.ok && kind && name && email && role && untilOn
    const outcome = whole
      ? await inviteParty(request.scope, { requestId, kind, name, email, role, scope, untilOn, clientAgrees })
      : undefined
    const query = queryOf(request)
    if (outcome?.ok && name)
      return reply.page(
        200,
        <InvitedPage id={requestId} number={sheet.card.number} name={name} code={outcome.value.code} query={query} />,
      )
    const code = outcome?.ok === false ? outcome.refusal.code : undefined
    if (code && !isOnPage(code)) return showRequest(request, reply, 409, sheet, commandText(code))
    if (code && isOnPage(code)) form.refuse(fieldOf[code], commandText(code))
    return reply.page(422, <InvitePage {...propsOf(request, sheet)} values={form.values} errors={form.errors} />)
  })

  pressRoute(app, {
    path: invitedPaths.revoke(':id'),
    options: hold,
    async send({ scope, body }, requestId) {
      const invitationId = new FormReader(body).line('uitnodiging', { max: 36 }) ?? ''
      if (!isId(invitationId)) throw new NotFound()
      return revokeInvitation(scope, { requestId, invitationId })
    },
    say: ({ code }) => commandText(code),
  })
}

type KeyRequest = FastifyRequest<{ Params: { key: string } }>

/** Where the invited look: with the link of the mail, and the code of the phone call. */
export const lookingRoutes: Routes = async (app, house) => {
  // In a corner of its own: the hook is for these pages only.
  await app.register(async (own) => {
    own.addHook('onSend', async (_request, reply, payload) => {
      reply.header('x-robots-tag', 'noindex, nofollow')
      return payload
    })
    const config = { who: 'everyone' as const, noStore: true }

    own.get(invitedPaths.invitation(':key'), { config }, async (request: KeyRequest, reply) => {
      const { key } = request.params
      const scope = anyoneIn(request.scope)
      const codeHash = provenCode(scope, key, request.cookies[proofName(house)])
      const shown = codeHash && (await lookAsInvited(scope, key, codeHash))
      if (shown) return reply.page(200, <LookingPage shown={shown} now={scope.now()} />)
      const invited = await findInvitation(scope, key)
      if (!invited) return reply.page(404, <NoInvitationPage />)
      return reply.page(200, <CodePage link={key} invited={invited} />)
    })

    const posting = { ...config, limit: { calls: 60, minutes: 10 } }
    own.post(invitedPaths.invitation(':key'), { config: posting }, async (request: KeyRequest, reply) => {
      const { key } = request.params
      const scope = anyoneIn(request.scope)
      const code = (new FormReader(request.body).line('code', { max: 12 }) ?? '').replaceAll(/\D/g, '')
      const answer = await tryCode(scope, key, code)
      if (answer === 'ok') {
        reply.setCookie(proofName(house), invitationProof(scope, key, code), {
          path: invitedPaths.invitation(key),
          httpOnly: true,
          sameSite: 'lax',
          secure: house.secure,
          maxAge: 2 * 3_600,
        })
        return reply.seeOther(invitedPaths.invitation(key))
      }
      const invited = await findInvitation(scope, key)
      if (!invited) return reply.page(404, <NoInvitationPage />)
      const error =
        answer === 'too-many'
          ? 'Te vaak een verkeerde code. Probeer het over een kwartier opnieuw'
          : 'Deze code klopt niet. Vul de zes cijfers in die u aan de telefoon kreeg'
      return reply.page(answer === 'too-many' ? 429 : 422, <CodePage link={key} invited={invited} error={error} />)
    })
  })
}

/** A colleague who is signed in in the same browser looks as the invited, not as a colleague. */
function anyoneIn(scope: Scope): Scope {
  return { ...scope, actor: { kind: 'public', regionId: scope.actor.regionId }, entry: undefined }
}

const proofName = ({ secure }: Pick<House, 'secure'>) => (secure ? '__Secure-invitation' : 'invitation')
const toEmail = (text: string) => (isEmail(text) ? text : undefined)
const isOnPage = (code: CommandCode): code is InvitationRefusal => code in fieldOf

function mayInvite(sheet: Sheet): boolean {
  return sheet.otherParties.length > 0 && mayNow('invite', sheet)
}

function propsOf(request: FastifyRequest, { card, identity, otherParties }: Sheet) {
  return {
    id: card.id,
    number: card.number,
    kinds: otherParties,
    seesIdentity: identity !== undefined,
    query: queryOf(request),
  }
}
