import { localDateOf } from '#kernel/dates.ts'
import { isId } from '#kernel/ids.ts'
import { findAtDesk, getConfirmation, readIntake } from '#modules/requests/index.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { sendRefusalText } from '../../desk/desk.nl.ts'
import { getIntake, keepIntake, sendIntake } from '../../desk/intake.ts'
import { getSentNumber } from '../../desk/sent.ts'
import { IntakePage, IntakeSentPage } from './intake-page.tsx'
import { deskPaths } from './paths.ts'

const config = { who: 'desk.work' } as const
const otherRequest = 'Er loopt al een zorgvraag voor deze cliënt. Vink aan dat dit een andere is.'

/** A request is written down while talking: kept at every step, sent once. */
export const intakeRoutes: Routes = (app) => {
  app.get(deskPaths.intake(':id'), { config }, async (request, reply) => {
    const intake = await getIntake(request.scope, idIn(request))
    if (intake.requestId) return reply.seeOther(deskPaths.call(intake.callId))
    return reply.page(200, <IntakePage intake={intake} now={request.scope.now()} />)
  })

  app.post(deskPaths.intake(':id'), { config }, async (request, reply) => {
    const { scope } = request
    const callId = idIn(request)
    const form = new FormReader(request.body)
    const intake = await getIntake(scope, callId)
    if (intake.requestId) return reply.seeOther(deskPaths.intakeSent(callId))
    // Kept before it is judged: what is wrong is not lost.
    await keepIntake(scope, { callId, values: form.values })
    const page = { intake, now: scope.now(), values: form.values }
    const { words: notOnTheList } = sendRefusalText['caller-unknown']
    const callerOrganizationId = form.parsed(
      'callerOrganization',
      (line) => (isId(line) ? line : undefined),
      notOnTheList,
    )
    const asked = readIntake(form, {
      caller: intake.caller,
      facts: intake,
      today: localDateOf(scope.now()),
      sentKey: intake.sentKey,
    })
    if (!asked) return reply.page(422, <IntakePage {...page} errors={form.errors} />)
    const { bsn, birthDate, familyName, postcode, houseNumber } = asked.identity
    const open = await findAtDesk(scope, { bsn, person: { birthDate, familyName, postcode, houseNumber } })
    const anyway = form.choices('sendAnyway', ['ja']).length > 0
    if (open.length > 0 && !anyway)
      return reply.page(409, <IntakePage {...page} open={open} errors={{ sendAnyway: otherRequest }} />)
    const outcome = await sendIntake(scope, { callId, request: { ...asked, callerOrganizationId } })
    if (outcome.ok) return reply.seeOther(deskPaths.intakeSent(callId))
    const { field, words } = sendRefusalText[outcome.refusal.code]
    return reply.page(422, <IntakePage {...page} errors={{ [field]: words }} />)
  })

  app.post(deskPaths.keepIntake(':id'), { config }, async (request, reply) => {
    const callId = idIn(request)
    await keepIntake(request.scope, { callId, values: new FormReader(request.body).values })
    return reply.seeOther(deskPaths.call(callId))
  })
  app.get(deskPaths.keepIntake(':id'), { config }, async (request, reply) =>
    reply.seeOther(deskPaths.call(idIn(request))),
  )

  app.get(deskPaths.intakeSent(':id'), { config }, async (request, reply) => {
    const { scope } = request
    const callId = idIn(request)
    const sent = await getSentNumber(scope, callId)
    if (!sent) return reply.seeOther(deskPaths.call(callId))
    const confirmation = await getConfirmation(scope, sent.requestId)
    return reply.page(200, <IntakeSentPage callId={callId} sent={sent} confirmation={confirmation} now={scope.now()} />)
  })
}
