import { Keys, PostForm, Screen, Stage } from '#design/index.ts'
import type { Spoken } from '../../meeting/spoken.ts'
import { isRunning, type Table } from '../../meeting/table.ts'
import { AgendaPanel, stageForm } from './agenda-panel.tsx'
import { Beginning, Chairs } from './beginning.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { meetingPaths, wordOf } from './paths.ts'
import { nameOf, TopBar } from './stage-bar.tsx'
import { SpokenCard } from './steps.tsx'

export type MeetingPageProps = {
  table: Table
  /** What is looked at; nothing before the meeting begins, or when all was spoken about. */
  spoken: Spoken | undefined
  follows: boolean
  ownOrganizationId: string | undefined
  now: Date
  placeOf: (pc4: string) => string
  reasonLabel: (code: string) => string
  refused?: string
}

/** The one screen of a meeting: agenda, card, decision. It works by links and forms; script makes it live and quick. */
export function MeetingPage(props: MeetingPageProps) {
  const { table, spoken, follows, now, placeOf } = props
  const of = wordOf(table.gathering)
  const leads = follows && isRunning(table) && (table.own?.leads ?? false)
  const current = spoken?.card.id
  const query = follows ? '' : `?zorgvraag=${current ?? ''}`
  return (
    <Screen
      title={`Overleg ${nameOf(table)}`}
      width="stage"
      density="professional"
      script
      error={props.refused !== undefined}
    >
      <turbo-stream-source src={meetingPaths.live(of) + query} />
      <PostForm action={meetingPaths.meeting(of)} id={stageForm}>
        {null}
      </PostForm>
      <Stage
        data-controller="meeting"
        data-action="keydown@document->meeting#key"
        bar={<TopBar {...props} leads={leads} />}
        left={<AgendaPanel table={table} currentId={current} leads={leads} now={now} placeOf={placeOf} />}
        middle={spoken ? <SpokenCard {...props} spoken={spoken} leads={leads} /> : <Beginning {...props} />}
        right={spoken ? <DecisionPanel {...props} spoken={spoken} /> : <Chairs table={table} />}
        foot={
          <Keys
            data-meeting-target="switch"
            data-action="meeting#switchKeys"
            items={[
              { keys: 'j', does: 'volgende' },
              { keys: 'k', does: 'vorige' },
              { keys: '1–9', does: 'kies organisatie, Enter besluit' },
              { keys: 'u', does: 'vraag iedereen' },
              { keys: 's', does: 'verdeel' },
              { keys: 'l', does: 'later' },
              { keys: 'p', does: 'eerst' },
            ]}
          />
        }
      />
    </Screen>
  )
}
