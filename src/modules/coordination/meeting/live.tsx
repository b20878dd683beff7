import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ForMany, stageIds } from '#design/index.ts'
import { isId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import type { Routes } from '#platform/http/house.ts'
import type { LiveEvent } from '#platform/live/hub.ts'
import { placesOf } from '../pages/list-routes.tsx'
import { AgendaPanel, agendaId } from '../pages/meeting/agenda-panel.tsx'
import { DecisionPanel, decisionId, Settled } from '../pages/meeting/decision-panel.tsx'
import { gatheringOf } from '../pages/meeting/gathering-of.ts'
import { meetingPaths } from '../pages/meeting/paths.ts'
import { reasonLabels } from '../pages/meeting/reason-labels.ts'
import { clockId, factsId, StageClock, StageFacts, StageWho, whoId } from '../pages/meeting/stage-bar.tsx'
import { SpokenCard } from '../pages/meeting/steps.tsx'
import { decisionOf } from '../rules/meeting/decision.ts'
import type { Gathering } from '../rules/meeting/gathering.ts'
import type { Decision } from './decisions.ts'
import { getShown } from './screen.ts'
import { getTable, isRunning, type Table } from './table.ts'
import { meetingShown, meetingTurned, topicOf } from './today.ts'

const askAgain = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

/**
 * The live changes of a meeting. The next item, the agenda, the stand and the outcome are rendered once for everyone who may see
 * and do the same, however many there are; only when the meeting begins or ends, or something came back, a page asks for itself
 * again. What somebody is shown is in the log in their own name.
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
        : ['meeting', gathering.teamId, rightsOf(scope), look.follows ? `follows:${leads}` : look.requestId].join(':'),
      toldOfEach: true,
      render: (event, viewers) => {
        const alongside = viewers.filter((viewer) => viewer !== scope)
        return renderChange({ scope: { ...scope, alongside }, gathering, look, leads }, event)
      },
      stillAllowed: async () => {
        await read(scope, {})
        return true
      },
    })
  })
}

type Look = { follows: boolean; requestId: string | undefined }
type Viewing = { scope: Scope; gathering: Gathering; look: Look; leads: boolean }

/** What is discussed together is on the list of one's own teams as well. */
function jointTopics({ actor }: Scope, { joint }: Gathering): string[] {
  return joint && actor.kind === 'user' ? actor.coordinatingTeamIds.map((id) => `team:${id}`) : []
}

/** All of a person that row-level security and the policies of a meeting look at: who differ in it never share what is rendered. */
function rightsOf({ actor }: Scope): string {
  if (actor.kind !== 'user') return actor.kind
  return [actor.organizationId, [...actor.coordinatingTeamIds].sort(), [...actor.permissions].sort()].join(';')
}

/** What was done by somebody who does not sit here is not in the minutes: then their last line is older than what happened. */
function tellsOf({ code }: Decision, { kind, payload }: LiveEvent): boolean {
  if (kind !== 'request-moved') return true
  return code === decisionOf(payload.code, code === 'assigned' ? 'assignment' : undefined)
}

const organizationOf = ({ actor }: Scope) => (actor.kind === 'user' ? actor.organizationId : undefined)

async function renderChange(viewing: Viewing, event: LiveEvent): Promise<string | undefined> {
  const { scope, gathering, look } = viewing
  if (look.follows && event.kind === meetingTurned) return askAgain
  if (look.follows && event.kind === meetingShown && event.subjectId) return renderShown(viewing, event.subjectId)
  const table = await getTable(scope, gathering)
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
      <Around {...viewing} table={table} currentId={currentId} placeOf={await placesOf(scope)} />
      {decision && (
        <Piece action="update" target={decisionId}>
          <Settled decision={decision} />
        </Piece>
      )}
    </>,
  )
}

/** The next item, whole: its card and what this audience can decide about it. */
async function renderShown(viewing: Viewing, requestId: string): Promise<string | undefined> {
  const { scope, gathering, leads } = viewing
  const { table, spoken } = await getShown(scope, gathering, requestId)
  // Something else is shown by now: that follows by itself.
  if (table.meeting?.shownRequestId !== requestId) return undefined
  if (!spoken) return askAgain
  const at = { table, spoken, now: scope.now(), placeOf: await placesOf(scope), reasonLabel: await reasonLabels(scope) }
  return renderToStaticMarkup(
    <ForMany>
      <Around {...viewing} {...at} currentId={requestId} />
      <Piece action="replace" target={clockId}>
        <StageClock {...at} />
      </Piece>
      <Piece action="update" target={stageIds.middle}>
        <SpokenCard {...at} leads={leads} />
      </Piece>
      <Piece action="update" target={stageIds.right}>
        <DecisionPanel {...at} follows ownOrganizationId={organizationOf(scope)} />
      </Piece>
    </ForMany>,
  )
}

type AroundProps = Viewing & { table: Table; currentId: string | undefined; placeOf: (pc4: string) => string }

/** What stands around the item. */
function Around({ scope, table, currentId, leads, placeOf }: AroundProps) {
  return (
    <>
      <Piece action="replace" target={agendaId}>
        <AgendaPanel table={table} currentId={currentId} leads={leads} now={scope.now()} placeOf={placeOf} />
      </Piece>
      <Piece action="replace" target={factsId}>
        <StageFacts table={table} />
      </Piece>
      <Piece action="replace" target={whoId}>
        <StageWho table={table} />
      </Piece>
    </>
  )
}

function Piece({ action, target, children }: { action: 'replace' | 'update'; target: string; children: ReactNode }) {
  return (
    <turbo-stream action={action} target={target}>
      <template>{children}</template>
    </turbo-stream>
  )
}
