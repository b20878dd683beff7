import { Queue, type QueueGroup, type QueueItem } from '#design/index.ts'
import { formatTime } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { careWords } from '#modules/requests/index.ts'
import type { AgendaRow } from '../../meeting/agenda.ts'
import type { Decision } from '../../meeting/decisions.ts'
import type { Table } from '../../meeting/table.ts'
import { dayText, decisionText, reasonText, whyText } from '../../meeting/text.nl.ts'
import { type AgendaItem, agendaReasons } from '../../rules/meeting/agenda.ts'
import { meetingPaths, wordOf } from './paths.ts'

export const agendaId = 'agenda'
/** The form that the agenda of who leads belongs to: it holds the visitor's token, so that the agenda is the same for all of them. */
export const stageForm = 'overleg'

type Props = {
  table: Pick<Table, 'gathering' | 'agenda' | 'decisions'>
  currentId: string | undefined
  /** Who leads shows an item to everyone; others look by themselves. */
  leads: boolean
  now: Date
  placeOf: (pc4: string) => string
}

/** The agenda, with what was decided below it. */
export function AgendaPanel({ table, currentId, leads, now, placeOf }: Props) {
  const of = wordOf(table.gathering)
  const to = (id: string): QueueItem['to'] =>
    leads ? { form: stageForm, formAction: meetingPaths.show(of, id) } : { href: meetingPaths.item(of, id) }
  const open = table.agenda.filter(({ postponedUntil }) => !postponedUntil)
  const pinned = open.filter((item) => item.pinned)
  const toItem = (item: AgendaItem<AgendaRow>): QueueItem => ({
    key: item.facts.id,
    title: careWords(item.facts),
    sub: [`${item.facts.pc4} ${placeOf(item.facts.pc4)}`, item.pinned && reasonText[item.reason], whyText(item, now)]
      .filter(Boolean)
      .join(' · '),
    icon: item.pinned ? 'star' : undefined,
    kind: kindOf(item),
    current: item.facts.id === currentId,
    to: to(item.facts.id),
  })
  const groups: QueueGroup[] = [
    { key: 'pinned', label: 'Eerst', items: pinned.map(toItem) },
    ...agendaReasons.map((reason) => ({
      key: reason,
      label: reasonText[reason],
      items: open.filter((item) => item.reason === reason && !item.pinned).map(toItem),
    })),
    {
      key: 'decided',
      label: 'Besproken',
      items: lastOfEach(table.decisions).map((decision) => ({
        key: decision.requestId,
        title: formatRequestNumber(decision.number),
        sub: `${formatTime(decision.at)} ${decisionText(decision)}`,
        icon: 'check' as const,
        kind: 'good' as const,
        current: decision.requestId === currentId,
        to: to(decision.requestId),
      })),
    },
    {
      key: 'postponed',
      label: 'Uitgesteld',
      items: table.agenda
        .filter(({ postponedUntil }) => postponedUntil)
        .map((item) => ({ ...toItem(item), sub: `Tot ${dayText(item.postponedUntil ?? '')}` })),
    },
  ]
  return <Queue id={agendaId} label="Agenda" groups={groups.filter(({ items }) => items.length > 0)} />
}

/** What comes before and after the item that is looked at; after what was decided, the first that is still open. */
export function neighboursOf({ agenda }: Pick<Table, 'agenda'>, currentId: string | undefined) {
  const ids = agenda.filter(({ postponedUntil }) => !postponedUntil).map(({ facts }) => facts.id)
  const at = currentId === undefined ? -1 : ids.indexOf(currentId)
  return { previous: at > 0 ? ids[at - 1] : undefined, next: ids[at + 1] }
}

function kindOf({ reason }: AgendaItem): QueueItem['kind'] {
  if (reason === 'escalated') return 'urgent'
  return reason === 'returned' || reason === 'date-changed' ? 'attention' : undefined
}

/** A request may be decided about more than once; the last word stands. */
function lastOfEach(decisions: readonly Decision[]): Decision[] {
  const last = new Map<string, Decision>()
  for (const decision of decisions) if (decision.code !== 'postponed') last.set(decision.requestId, decision)
  return [...last.values()].reverse()
}
