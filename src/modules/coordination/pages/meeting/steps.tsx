import { Button, LinkButton } from '#design/index.ts'
import type { Spoken } from '../../meeting/spoken.ts'
import type { Table } from '../../meeting/table.ts'
import { neighboursOf, stageForm } from './agenda-panel.tsx'
import { CardPanel } from './card-panel.tsx'
import { meetingPaths, wordOf } from './paths.ts'

type Props = {
  table: Table
  spoken: Spoken
  leads: boolean
  now: Date
  placeOf: (pc4: string) => string
  reasonLabel: (code: string) => string
}

/** The card that is spoken about, with the way to what comes before and after it on the agenda. */
export function SpokenCard({ table, spoken, leads, now, placeOf, reasonLabel }: Props) {
  const { id, pc4 } = spoken.card
  return (
    <CardPanel
      spoken={spoken}
      item={table.agenda.find(({ facts }) => facts.id === id)}
      place={placeOf(pc4)}
      now={now}
      reasonLabel={reasonLabel}
      steps={<Steps of={wordOf(table.gathering)} leads={leads} {...neighboursOf(table, id)} />}
    />
  )
}

function Steps({ of, leads, previous, next }: { of: string; leads: boolean; previous?: string; next?: string }) {
  const step = (id: string | undefined, label: string, key: string) =>
    id &&
    (leads ? (
      <Button small form={stageForm} formAction={meetingPaths.show(of, id)} kind="secondary" data-key={key}>
        {label}
      </Button>
    ) : (
      <LinkButton small href={meetingPaths.item(of, id)} kind="secondary" data-key={key}>
        {label}
      </LinkButton>
    ))
  return (
    <>
      {step(previous, 'Vorige', 'k')}
      {step(next, 'Volgende', 'j')}
    </>
  )
}
