import { formatDate, formatTime, formatWeekday } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { inSentence } from '#kernel/sentence.ts'
import type { Minutes } from './minutes.ts'
import { decisionText, reasonText } from './text.nl.ts'

/** The minutes in words: the same on the page and on paper. */
export type MinutesWords = {
  title: string
  when: string
  present: string[]
  absent: string | undefined
  decisions: { id: string; requestId: string; number: string; words: string; by: string }[]
  leftOpen: { requestId: string; number: string; words: string }[]
}

export function wordsOf({ gathering, teamName, meeting, seats, decisions, leftOpen }: Minutes): MinutesWords {
  const from = `${formatWeekday(meeting.heldOn)} ${formatDate(meeting.heldOn)}, ${formatTime(meeting.openedAt)}`
  const absent = seats.filter(({ present }) => present.length === 0).map(({ organizationName }) => organizationName)
  return {
    title: gathering.joint ? 'Gezamenlijke bespreking' : `Overleg ${teamName}`,
    when: meeting.closedAt ? `${from} tot ${formatTime(meeting.closedAt)}` : `${from}, nog bezig`,
    present: seats
      .filter(({ present }) => present.length > 0)
      .map(({ organizationName, present }) => {
        const names = present.map(({ name, standsInFor }) => (standsInFor ? `${name} voor ${standsInFor}` : name))
        return `${organizationName}: ${inSentence(names)}`
      }),
    absent: absent.length > 0 ? inSentence(absent) : undefined,
    decisions: decisions.map((decision) => ({
      id: decision.id,
      requestId: decision.requestId,
      number: formatRequestNumber(decision.number),
      words: decisionText(decision),
      by: `${formatTime(decision.at)}, ${[decision.byName, decision.byOrganizationName].filter(Boolean).join(', ')}`,
    })),
    leftOpen: leftOpen.map(({ requestId, number, reason }) => ({
      requestId,
      number: number ? formatRequestNumber(number) : 'Een zorgvraag die u niet meer ziet',
      words: reasonText[reason].toLowerCase(),
    })),
  }
}
