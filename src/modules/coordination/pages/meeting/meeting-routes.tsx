import type { FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { getRegion } from '#modules/regions/index.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { lead, sitHere } from '../../meeting/attending.ts'
import { decideOn, type Verdict } from '../../meeting/deciding.ts'
import { closeMeeting, openMeeting, showItem } from '../../meeting/leading.ts'
import { markItem, markings, noteItem } from '../../meeting/marking.ts'
import { getScreen } from '../../meeting/screen.ts'
import type { Gathering } from '../../rules/meeting/gathering.ts'
import { commandText } from '../../text.nl.ts'
import { placesOf } from '../list-routes.tsx'
import { gatheringOf, meetsIn } from './gathering-of.ts'
import { MeetingPage } from './meeting-page.tsx'
import { NoMeetingPage } from './no-meeting-page.tsx'
import { meetingPaths, wordOf } from './paths.ts'
import { reasonLabels } from './reason-labels.ts'

const see = { config: { who: 'requests.list' as const } }
const act = { config: { who: 'requests.take' as const } }

/** The meeting itself: look, lead, decide. What is decided goes through the ordinary commands. */
export const meetingRoutes: Routes = (app) => {
  app.get(meetingPaths.meeting(':gathering'), see, async (request, reply) => {
    const gathering = await gatheringOf(request)
    if (!gathering.joint && !(await meetsIn(request.scope)))
      return reply.page(200, <NoMeetingPage way={(await getRegion(request.scope)).wayOfWorking} />)
    return showMeeting(request, reply, gathering, { status: 200 })
  })

  app.get(meetingPaths.item(':gathering', ':id'), see, async (request, reply) =>
    showMeeting(request, reply, await gatheringOf(request), { status: 200, requestId: idIn(request) }),
  )

  app.post(meetingPaths.open(':gathering'), act, async (request, reply) => {
    const gathering = await gatheringOf(request)
    await openMeeting(request.scope, gathering)
    return reply.seeOther(meetingPaths.meeting(wordOf(gathering)))
  })

  app.post(meetingPaths.close(':gathering'), act, async (request, reply) =>
    reply.seeOther(meetingPaths.minutes(await closeMeeting(request.scope, await gatheringOf(request)))),
  )

  app.post(meetingPaths.lead(':gathering'), act, async (request, reply) => {
    const gathering = await gatheringOf(request)
    const on = new FormReader(request.body).line('leid') !== 'nee'
    await lead(request.scope, { gathering, on })
    return reply.seeOther(meetingPaths.meeting(wordOf(gathering)))
  })

  app.post(meetingPaths.sit(':gathering'), act, async (request, reply) => {
    const gathering = await gatheringOf(request)
    const here = new FormReader(request.body).line('er') !== 'nee'
    await sitHere(request.scope, { gathering, here })
    return reply.seeOther(meetingPaths.meeting(wordOf(gathering)))
  })

  app.post(meetingPaths.show(':gathering', ':id'), act, async (request, reply) => {
    const gathering = await gatheringOf(request)
    await showItem(request.scope, { gathering, requestId: idIn(request) })
    return reply.seeOther(meetingPaths.meeting(wordOf(gathering)))
  })

  app.post(meetingPaths.mark(':gathering', ':id'), act, async (request, reply) => {
    const gathering = await gatheringOf(request)
    const requestId = idIn(request)
    const marking = new FormReader(request.body).choice('wat', markings)
    if (marking) await markItem(request.scope, { gathering, requestId, marking })
    return back(request, reply, gathering, requestId)
  })

  app.post(meetingPaths.note(':gathering', ':id'), act, async (request, reply) => {
    const gathering = await gatheringOf(request)
    const requestId = idIn(request)
    const text = new FormReader(request.body).text('afspraak', { max: 300 }) ?? ''
    const outcome = await noteItem(request.scope, { gathering, requestId, text })
    if (outcome.ok) return back(request, reply, gathering, requestId)
    const refused =
      outcome.refusal === 'text-wanted'
        ? 'Schrijf op wat is afgesproken.'
        : 'Er is nu geen overleg om het in op te schrijven.'
    return showMeeting(request, reply, gathering, { status: 409, requestId, refused })
  })

  app.post(meetingPaths.decide(':gathering', ':id'), act, async (request, reply) => {
    const gathering = await gatheringOf(request)
    const requestId = idIn(request)
    const refused = await press(request, requestId)
    if (refused === undefined) return back(request, reply, gathering, requestId)
    return showMeeting(request, reply, gathering, { status: 409, requestId, refused })
  })

  // A page that answered a press stays under its address; who asks for that address again sees the item as it is now.
  for (const pressed of [meetingPaths.decide, meetingPaths.note, meetingPaths.mark, meetingPaths.show])
    app.get(pressed(':gathering', ':id'), see, async (request, reply) =>
      reply.seeOther(meetingPaths.item(wordOf(await gatheringOf(request)), idIn(request))),
    )
  for (const pressed of [meetingPaths.open, meetingPaths.close, meetingPaths.lead, meetingPaths.sit])
    app.get(pressed(':gathering'), see, async (request, reply) =>
      reply.seeOther(meetingPaths.meeting(wordOf(await gatheringOf(request)))),
    )
}

type Showing = { status: number; requestId?: string; refused?: string }

/** Without an id it shows what who leads shows. */
async function showMeeting(request: FastifyRequest, reply: FastifyReply, gathering: Gathering, showing: Showing) {
  const { scope } = request
  const { table, spoken } = await getScreen(scope, gathering, showing.requestId)
  return reply.page(
    showing.status,
    <MeetingPage
      table={table}
      spoken={spoken}
      follows={showing.requestId === undefined}
      ownOrganizationId={scope.actor.kind === 'user' ? scope.actor.organizationId : undefined}
      now={scope.now()}
      placeOf={await placesOf(scope)}
      reasonLabel={await reasonLabels(scope)}
      refused={showing.refused}
    />,
  )
}

/** Gives the command that was pressed; answers in Dutch why not. */
async function press(request: FastifyRequest, requestId: string): Promise<string | undefined> {
  const verdict = verdictOf(new FormReader(request.body))
  if (typeof verdict === 'string') return commandText(verdict)
  const outcome = await decideOn(request.scope, requestId, verdict)
  return outcome.ok ? undefined : commandText(outcome.refusal.code, outcome.refusal.takenBy)
}

/** What the form says, or why it says nothing. */
function verdictOf(form: FormReader): Verdict | 'no-such-offer' | 'nobody-chosen' {
  const [act, chosen = ''] = (form.line('doe', { max: 60 }) ?? 'geef').split(':')
  if (act === 'bevestig') return { do: 'confirm' }
  if (act === 'vraag-allen') return { do: 'ask-all' }
  if (act === 'stop') return { do: 'stop-asking' }
  if (act === 'kies') return isId(chosen) ? { do: 'choose', organizationId: chosen } : 'no-such-offer'
  const organizationId = form.line('partij', { max: 36 }) ?? ''
  return isId(organizationId) ? { do: 'give', organizationId } : 'nobody-chosen'
}

function back(request: FastifyRequest, reply: FastifyReply, gathering: Gathering, requestId: string) {
  const of = wordOf(gathering)
  const follows = (request.body as { volg?: unknown } | undefined)?.volg === 'ja'
  return reply.seeOther(follows ? meetingPaths.meeting(of) : meetingPaths.item(of, requestId))
}
