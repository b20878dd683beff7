import { Timeline } from '#design/index.ts'
import { formatDate, formatMoment, isLocalDate } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import type { HistoryLine } from '#modules/requests/index.ts'
import { historyText, partName } from '#modules/requests/index.ts'
import { escalationText } from '../text.nl.ts'

type Props = { lines: readonly HistoryLine[]; now: Date; reasonText: (code: string) => string }

/** Where to, and to which house when that was chosen. */
function redirectedWords({ label, house }: Record<string, unknown>): string {
  return [label, house].filter((one) => typeof one === 'string').join(': ')
}

/** What happened, the newest first. */
export function History({ lines, now, reasonText }: Props) {
  return (
    <Timeline
      items={lines.map((line, position) => ({
        key: line.id,
        at: formatMoment(line.at, now),
        dateTime: line.at.toISOString(),
        title: titleOf(line),
        current: position === 0,
        children: detailOf(line, reasonText, now) || undefined,
      }))}
    />
  )
}

/** Where one was asked by itself, its name is what one looks for. */
function titleOf({ code, organizationName, facts }: HistoryLine): string {
  if (facts.why !== 'at-once') return historyText[code]
  if (facts.ended) return 'Het team verdeelt nu zelf'
  if (!organizationName) return historyText[code]
  if (code === 'asked') return `${organizationName} gevraagd`
  return facts.silent ? `${organizationName}: geen antwoord op tijd` : `${organizationName} kan het nu niet`
}

function detailOf(line: HistoryLine, reasonText: (code: string) => string, now: Date): string {
  const by = line.organizationName ?? line.teamName ?? ''
  switch (line.code) {
    case 'sent-on':
    case 'routed':
      return line.teamName ? `Naar ${line.teamName}${insteadWords(line.facts)}` : ''
    case 'passed-to-region':
    case 'came-from-region':
      return regionWords(line.facts)
    case 'partner-answers':
      return line.teamName ? `${line.teamName}: het loket is dicht` : ''
    case 'desk-answers':
      return line.teamName ?? ''
    case 'taken':
      return `Door ${by}`
    case 'returned':
      return `Door ${by}: ${reasonText(String(line.facts.reason ?? '')).toLowerCase()}`
    case 'escalated':
      return escalationText(line.facts, line.teamName ?? 'Het regioloket')
    case 'started': {
      const on = String(line.facts.startedOn ?? '')
      return isLocalDate(on) ? `Op ${formatDate(on)}, door ${by}` : `Door ${by}`
    }
    case 'asked': {
      const until = line.actBy ? `antwoord uiterlijk ${formatMoment(line.actBy, now)}` : ''
      if (line.facts.why === 'at-once' && line.organizationName) return capital(until)
      return [`${line.organizationName ?? line.facts.count} gevraagd`, until].filter(Boolean).join(', ')
    }
    case 'asked-back':
      if (line.facts.ended) return 'Wie werd gevraagd, kon het niet'
      return ''
    case 'to-be-asked':
      return `Vanaf ${formatMoment(new Date(String(line.facts.from)), now)}: tot dan hebben de teams rust`
    case 'offers-made':
      return line.facts.why === 'not-chosen' ? 'Er is niet op tijd gekozen' : `${line.facts.count} aanbod`
    case 'redirected':
      return redirectedWords(line.facts)
    case 'wish-not-met':
      return `${by}: ${String(line.facts.label ?? '').toLowerCase()}`
    case 'split':
      return `In ${line.facts.count} delen`
    case 'part-taken':
    case 'part-started':
      return `${partName(line.facts)}, door ${by}`
    case 'part-asked':
      return `${partName(line.facts)}: ${line.facts.count} gevraagd`
    case 'part-returned':
    case 'part-refused': {
      const why = reasonText(String(line.facts.reason ?? '')).toLowerCase()
      const words = typeof line.facts.words === 'string' ? `. ‘${line.facts.words}’` : ''
      return `${partName(line.facts)}, door ${by}: ${why}${words}`
    }
    case 'swapped':
      return `${line.facts.partId ? `${partName(line.facts)}, v` : 'V'}an ${line.facts.from} naar ${by}`
    case 'party-invited':
      return String(line.facts.party ?? '')
    case 'consult-asked':
      return `Aan ${by}`
    case 'consult-answered':
      return `Door ${by}`
    case 'reminded':
      return by
    default:
      return line.organizationName ? `Door ${line.organizationName}` : ''
  }
}

function regionWords({ region, number, wish }: Record<string, unknown>): string {
  const words = `${region}, daar nummer ${formatRequestNumber(String(number))}`
  return wish ? `${words}. Voorkeur daar: ${wish}` : words
}

/** Who holds it answers for a desk that could not at that moment. */
function insteadWords({ insteadWhile }: Record<string, unknown>): string {
  if (insteadWhile === 'closed') return ', dat waarneemt: het loket was dicht'
  return insteadWhile === 'busy' ? ', dat waarneemt: het loket had het druk' : ''
}
