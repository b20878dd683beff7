import { renderToStaticMarkup } from 'react-dom/server'
import { isId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import type { Routes } from '#platform/http/house.ts'
import type { LiveEvent } from '#platform/live/hub.ts'
import { placesOf } from '../pages/list-routes.tsx'
import { AgendaPanel, agendaId } from '../pages/meeting/agenda-panel.tsx'
import { decisionId, Settled } from '../pages/meeting/decision-panel.tsx'
import { gatheringOf } from '../pages/meeting/gathering-of.ts'
import { factsId, StageFacts, StageWho, whoId } from '../pages/meeting/meeting-page.tsx'
import { meetingPaths } from '../pages/meeting/paths.ts'
import { decisionOf } from '../rules/meeting/decision.ts'
import type { Gathering } from '../rules/meeting/gathering.ts'
import type { Decision } from './decisions.ts'
import { getTable, isRunning } from './table.ts'
import { meetingShown, topicOf } from './today.ts'

const askAgain = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

/**
 * The live changes of a meeting. Agenda, stand and outcome are rendered once for everyone who looks at the same in the same way,
 * however many there are; only when another item is shown, or something came back, a page asks for itself again.
 */
export const liveMeetingRoute: Routes = (app, house) => {
  app.get(meetingPaths.live(':gathering'), { config: { who: 'requests.list' } }, async (request, reply) => {
    const { scope } = request
    const gathering = await gatheringOf(request)
    const { zorgvraag } = request.query as { zorgvraag?: unknown }
    const look: Look =
      zorgvraag === undefined
        ? { follows: true, requestId: undefined }
        : { follows: false, requestId: typeof zorgvraag === 'string' && isId(zorgvraag) ? zorgvraag : undefined }
    const leads = look.follows && ((await getTable(scope, gathering)).own?.leads ?? false)
    return house.live.serve(request, reply, {
      topics: [topicOf(gathering), `team:${gathering.teamId}`, ...jointTopics(scope, gathering)],
      // Of the joint discussion each team sees its own part: nothing is shared between viewers.
      audience: gathering.joint
        ? `meeting:${scope.requestId}`
        : ['meeting', gathering.teamId, organizationOf(scope), look.follows ? `follows:${leads}` : look.requestId].join(
            ':',
          ),
      render: (event) => renderChange(scope, gathering, look, leads, event),
      stillAllowed: async () => {
        await read(scope, {})
        return true
      },
    })
  })
}

type Look = { follows: boolean; requestId: string | undefined }

/** What is discussed together is on the list of one's own teams as well. */
function jointTopics({ actor }: Scope, { joint }: Gathering): string[] {
  return joint && actor.kind === 'user' ? actor.coordinatingTeamIds.map((id) => `team:${id}`) : []
}

/** What was done by somebody who does not sit here is not in the minutes: then their last line is older than what happened. */
function tellsOf({ code }: Decision, { kind, payload }: LiveEvent): boolean {
  if (kind !== 'request-moved') return true
  return code === decisionOf(payload.code, code === 'assigned' ? 'assignment' : undefined)
}

const organizationOf = ({ actor }: Scope) => (actor.kind === 'user' ? actor.organizationId : '')

async function renderChange(
  scope: Scope,
  gathering: Gathering,
  look: Look,
  leads: boolean,
  event: LiveEvent,
): Promise<string | undefined> {
  if (event.kind === meetingShown && look.follows) return askAgain
  const table = await getTable(scope, gathering)
  const now = scope.now()
  const placeOf = await placesOf(scope)
  const shown = isRunning(table) ? (table.meeting?.shownRequestId ?? undefined) : undefined
  const currentId = look.follows ? shown : look.requestId
  const about = event.subjectId !== null && event.subjectId === currentId
  const decision = about ? table.decisions.filter(({ requestId }) => requestId === currentId).at(-1) : undefined
  const still = table.agenda.find(({ facts }) => facts.id === currentId)
  // Something is still to be done with it, here or by whom it was given to: the page knows its own buttons.
  const given = decision?.code === 'assigned' && decision.organizationId === organizationOf(scope)
  if (about && (!decision || still || given || !tellsOf(decision, event))) return askAgain
  return renderToStaticMarkup(
    <>
      <turbo-stream action="replace" target={agendaId}>
        <template>
          <AgendaPanel table={table} currentId={currentId} leads={leads} now={now} placeOf={placeOf} />
        </template>
      </turbo-stream>
      <turbo-stream action="replace" target={factsId}>
        <template>
          <StageFacts table={table} />
        </template>
      </turbo-stream>
      <turbo-stream action="replace" target={whoId}>
        <template>
          <StageWho table={table} />
        </template>
      </turbo-stream>
      {decision && (
        <turbo-stream action="update" target={decisionId}>
          <template>
            <Settled decision={decision} />
          </template>
        </turbo-stream>
      )}
    </>,
  )
}
