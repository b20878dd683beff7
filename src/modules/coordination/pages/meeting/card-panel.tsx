import type { ReactNode } from 'react'
import { Facts, Heading, StageHead, StatusTag, Text } from '#design/index.ts'
import { formatDate, formatMoment } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import { cardLines, personWords, sourceText } from '#modules/requests/index.ts'
import { askedBeforeWords } from '../../asking-at-once/asked.ts'
import type { AgendaRow } from '../../meeting/agenda.ts'
import type { Spoken } from '../../meeting/spoken.ts'
import { reasonText, whyText } from '../../meeting/text.nl.ts'
import type { AgendaItem } from '../../rules/meeting/agenda.ts'
import { actByText } from '../../text.nl.ts'

type Props = {
  spoken: Spoken
  item: AgendaItem<AgendaRow> | undefined
  place: string
  now: Date
  reasonLabel: (code: string) => string
  /** To what comes before and after it. */
  steps: ReactNode
}

/** What stands in the head of the card already, or says nothing to a group that looks at it. */
const left = new Set([
  'Zorg',
  'Wijk',
  'Cliënt',
  'Via',
  'Gevraagd',
  'Aangevraagd door',
  'Betaling',
  'Verzekeraar',
  'Ontslag',
])
/** Fits beside the rest without scrolling; the whole text stands on the page of the request. */
const longest = 360

/** The whole card, without whose it is, on one screen. */
export function CardPanel({ spoken, item, place, now, reasonLabel, steps }: Props) {
  const { card, returnText, question } = spoken
  const askedBefore = askedBeforeWords(spoken.askedBefore)
  const lines = cardLines(card, place)
  const told = (name: string) => lines.find(({ label }) => label === name)?.value
  return (
    <>
      <StageHead steps={steps}>
        <Heading level={2} size={1} caption={formatRequestNumber(card.number)}>
          {personWords(card)}, {card.pc4} {place}
        </Heading>
        {item && (
          <StatusTag
            kind={item.reason === 'escalated' ? 'urgent' : item.reason === 'new' ? 'info' : 'attention'}
            label={`${reasonText[item.reason]}: ${whyText(item, now)}`}
          />
        )}
      </StageHead>
      <Facts
        items={[
          { label: 'Zorg', value: told('Zorg'), large: true },
          ...lines
            .filter(({ label }) => !left.has(label))
            .map((line) => ({ ...line, wide: line.label === 'Handelingen' })),
          ...(card.dischargeOn && card.dischargeOn !== card.startOn
            ? [{ label: 'Ontslag', value: formatDate(card.dischargeOn) }]
            : []),
          { label: 'Aangevraagd door', value: card.requesterName ?? capital(sourceText[card.source]) },
          { label: 'Betaling', value: told('Verzekeraar') ?? told('Betaling') ?? 'niet bekend' },
          { label: 'Wensen', value: told('Gevraagd') },
          ...holding(card, now),
        ]}
      />
      {card.question && <Text kind="typed">‘{shortened(card.question)}’</Text>}
      {card.returnedAt && card.returnReason && (
        <Text kind="soft">
          Teruggegeven {formatMoment(card.returnedAt, now)}: {reasonLabel(card.returnReason).toLowerCase()}.
          {returnText && ` ‘${returnText}’`}
        </Text>
      )}
      {askedBefore && <Text kind="soft">{askedBefore}</Text>}
      {question && (
        <Text kind="soft">
          Aan de aanvrager gevraagd: ‘{question.text}’ Antwoord vóór {formatMoment(question.answerBy, now)}.
        </Text>
      )}
    </>
  )
}

/** Who must act, when that is not the team at this table. */
function holding({ actBy, holderName, holderCoordinatingTeamId, coordinatingTeamId }: Spoken['card'], now: Date) {
  if (!actBy) return []
  if (holderCoordinatingTeamId === coordinatingTeamId) return [{ label: 'Vóór', value: actByText(actBy, now) }]
  return [{ label: 'Aan zet', value: `${holderName}, ${actByText(actBy, now)}` }]
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`
}
