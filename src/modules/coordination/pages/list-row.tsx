import type { ReactNode } from 'react'
import { Button, type Column, Lines, LinkButton, type Row, StatusTag } from '#design/index.ts'
import { formatDateShort, formatMoment, localDateOf } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import { priorityText } from '#kernel/text.nl.ts'
import {
  amountWords,
  attentionWords,
  careWords,
  daypartWords,
  openParts,
  partWords,
  personWords,
  startWords,
  stateText,
  wishWords,
} from '#modules/requests/index.ts'
import type { ListRow } from '../list/list.ts'
import type { View } from '../list/list-question.ts'
import { actByText, escalationLevelText } from '../text.nl.ts'
import { paths } from './paths.ts'

/** The form that every "Nemen" on the list belongs to: it holds the visitor's token, so that a row is the same for everyone. */
export const takeForm = 'nemen'

export type RowSetting = {
  view: View
  now: Date
  placeOf: (pc4: string) => string
  /** The viewer's organisation gives care, so "Nemen" is shown. */
  takes: boolean
  /** The question this list answers, so that "back" from a request finds the same list again. */
  query: string
}

const standLabel: Record<View, string> = {
  waiting: 'Nemen vóór',
  taken: 'Genomen door',
  own: 'Start bevestigen vóór',
  asked: 'Antwoorden vóór',
}

export const rowId = (id: string) => `zorgvraag-${id}`

export function columnsOf(view: View): Column[] {
  return [
    { key: 'number', label: 'Zorgvraag', nowrap: true },
    { key: 'care', label: 'Zorg' },
    { key: 'when', label: 'Wanneer' },
    { key: 'wishes', label: 'Wensen' },
    { key: 'actBy', label: standLabel[view] },
    { key: 'action', label: 'Wat u kunt doen', labelHidden: true, nowrap: true },
  ]
}

export function rowOf(row: ListRow, setting: RowSetting): Row {
  return {
    key: row.id,
    id: rowId(row.id),
    order: `${row.listRank} ${row.actBy?.toISOString() ?? ''} ${row.id}`,
    href: paths.request(row.id) + setting.query,
    mark: markOf(row, setting.now),
    cells: {
      number: formatRequestNumber(row.number),
      care: <CareCell row={row} setting={setting} />,
      when: (
        <Lines
          first={daypartWords(row)}
          then={[
            dividedWords(row),
            amountWords(row),
            startWords(row.state === 'started' ? { ...row, location: 'home' } : row, setting.now),
          ]}
        />
      ),
      wishes: wishWords(row).length > 0 ? <Lines first="" then={wishWords(row).map(capital)} /> : undefined,
      actBy: <StandCell row={row} setting={setting} />,
      action: <ActionCell row={row} setting={setting} />,
    },
  }
}

function CareCell({ row, setting }: { row: ListRow; setting: RowSetting }) {
  const attention = attentionWords(row)
  return (
    <Lines
      first={careWords(row)}
      then={[
        `${personWords(row)}, ${row.pc4} ${setting.placeOf(row.pc4)}`,
        attention.length > 0 ? `Let op: ${attention.join(', ')}` : undefined,
      ]}
    />
  )
}

function StandCell({ row, setting: { view, now } }: { row: ListRow; setting: RowSetting }) {
  if (row.state === 'started' && view !== 'asked')
    return <Lines first={<StatusTag kind="good" label={startedWords(row, now)} />} />
  if (view === 'taken')
    return (
      <Lines
        first={<StatusTag kind="good" label={row.takerName} />}
        then={[startBeforeWords(row, now), specialWords(row)]}
      />
    )
  if (view === 'asked' && row.state !== 'offered') {
    const part = openParts(row.parts)?.length
    return (
      <Lines
        first={<StatusTag kind="attention" label={part ? 'voor een deel gevraagd' : 'overnemen gevraagd'} />}
        then={[row.swapAnswerBy ? `Antwoord vóór ${formatMoment(row.swapAnswerBy, now)}` : undefined]}
      />
    )
  }
  const since = view === 'own' ? `Genomen ${formatMoment(row.stateSince, now)}` : waitingWords(row, now)
  return <Lines first={<ActByTag row={row} now={now} />} then={[since, specialWords(row)]} />
}

/** What remains of a divided request, for whoever looks for something to take. */
function dividedWords({ parts, splitBy }: ListRow): string | undefined {
  const open = openParts(parts)
  if (!open || !parts) return undefined
  if (open.length === 0) return `Verdeeld over ${parts.length} organisaties`
  return `Verdeeld, nog open: ${open.map((part) => partWords(part, splitBy).toLowerCase()).join('; ')}`
}

function ActByTag({ row, now }: { row: ListRow; now: Date }): ReactNode {
  if (!row.actBy) return null
  const kind = row.actBy <= now ? 'urgent' : isSoon(row.actBy, now) ? 'attention' : 'info'
  return <StatusTag kind={kind} label={actByText(row.actBy, now)} />
}

const waitingWords = (row: ListRow, now: Date) =>
  `${capital(priorityText[row.priority])}, sinds ${formatMoment(row.submittedAt, now)}`

const startedWords = ({ startedOn }: ListRow, now: Date) =>
  startedOn ? `gestart ${formatDateShort(startedOn, localDateOf(now))}` : stateText.started

/** Says so when the taker is late: then it is with the team again. */
function startBeforeWords({ actBy, escalationLevel }: ListRow, now: Date): string | undefined {
  if (!actBy) return undefined
  const late = actBy <= now || escalationLevel > 0
  return late ? 'Start is niet op tijd bevestigd' : `Start bevestigen vóór ${formatMoment(actBy, now)}`
}

function ActionCell({ row, setting: { view, takes, query } }: { row: ListRow; setting: RowSetting }) {
  const what = `zorgvraag ${formatRequestNumber(row.number)}`
  if (row.splitBy || (view === 'asked' && row.state !== 'offered'))
    return (
      <LinkButton small kind="secondary" href={paths.request(row.id) + query} what={what}>
        {view === 'waiting' && takes ? 'Kies een deel' : 'Bekijken'}
      </LinkButton>
    )
  if (view === 'waiting' && takes && row.state !== 'submitted' && row.state !== 'triage')
    return (
      <Button small form={takeForm} formAction={paths.take(row.id) + query} what={what}>
        Nemen
      </Button>
    )
  if (view === 'asked')
    return (
      <LinkButton small href={paths.answer(row.id) + query} what={what}>
        Antwoorden
      </LinkButton>
    )
  if (view === 'own' && row.state === 'assigned')
    return (
      <LinkButton small kind="secondary" href={paths.start(row.id) + query} what={what}>
        Zorg gestart
      </LinkButton>
    )
  return (
    <LinkButton small kind="quiet" href={paths.request(row.id) + query} what={what}>
      Bekijken
    </LinkButton>
  )
}

/** Why it stands where it stands: it came back, moved on, or something about it changed. */
function specialWords(row: ListRow): string | undefined {
  const words = [
    row.returnedAt && row.listRank === 0 && row.escalationLevel === 0 && 'teruggegeven',
    row.escalationLevel > 0 && `${escalationLevelText(row.escalationLevel)}, bij ${row.holderName}`,
    row.dateChangedAt && 'datum gewijzigd',
    row.supplementedAt && 'aangevuld',
  ].filter((word) => typeof word === 'string')
  return words.length > 0 ? capital(words.join(', ')) : undefined
}

function markOf(row: ListRow, now: Date): Row['mark'] {
  if (row.state === 'started' || !row.actBy) return undefined
  if (row.actBy <= now) return 'urgent'
  return row.listRank === 0 ? 'attention' : undefined
}

const soon = 4 * 3_600_000

function isSoon(moment: Date, now: Date): boolean {
  return moment.getTime() - now.getTime() < soon
}
