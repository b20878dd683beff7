import { Card, Link, StatusTag, SummaryList, Text } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { capital } from '#kernel/sentence.ts'
import { priorityText } from '#kernel/text.nl.ts'
import { askedNow, type RequestState } from '#modules/requests/index.ts'
import type { Sheet } from '../list/sheet.ts'
import type { WhyRouted } from '../rules/routing.ts'
import { actByText, escalationLevelText, escalationText, routeText } from '../text.nl.ts'

const actByLabel: Partial<Record<RequestState, string>> = {
  triage: 'Antwoord van de aanvrager vóór',
  offered: 'Antwoorden vóór',
  proposed: 'Kiezen vóór',
  assigned: 'Start bevestigen vóór',
}

export function HolderCard({ sheet: { card, history }, now }: { sheet: Sheet; now: Date }) {
  if (!card.actBy) return null
  const toBeAsked = askedNow({ state: card.state, history: history.toReversed() }, now)?.from
  const late = card.actBy <= now
  return (
    <Card title="Wie is aan zet">
      <SummaryList
        rows={[
          { label: 'Aan zet', value: card.holderName },
          { label: 'Telefoon', value: <Phone phone={card.holderPhone} hours={card.holderPhoneHours} /> },
          {
            label: actByLabel[card.state] ?? 'Nemen vóór',
            value: <StatusTag kind={late ? 'urgent' : 'info'} label={actByText(card.actBy, now)} />,
          },
          { label: 'Hoe snel', value: capital(priorityText[card.priority]) },
          {
            label: 'Aangevraagd',
            value: formatMoment(card.submittedAt, now),
          },
          ...(card.escalationLevel > 0
            ? [{ label: 'Let op', value: capital(escalationLevelText(card.escalationLevel)) }]
            : []),
          ...(card.takerName
            ? [{ label: card.splitBy ? 'Houdt het overzicht' : 'Genomen door', value: card.takerName }]
            : []),
        ]}
      />
      {toBeAsked && (
        <Text kind="soft">Vanaf {formatMoment(toBeAsked, now)} wordt vanzelf een team gevraagd. Eerder nemen mag.</Text>
      )}
    </Card>
  )
}

function Phone({ phone, hours }: { phone: string | null; hours: string | null }) {
  if (!phone) return 'Niet bekend'
  return (
    <>
      <Link href={`tel:${phone}`} icon="phone">
        {formatPhone(phone)}
      </Link>
      {hours && <Text kind="small">{hours}</Text>}
    </>
  )
}

/** On whose list it came: of a desk that was busy or closed the desk itself, not who answers for it. */
function listOf({ card, history }: Sheet): string {
  const routed = history.find(({ code }) => code === 'routed')
  const team = routed?.facts.insteadWhile ? card.teamName : (routed?.teamName ?? card.teamName)
  return team ?? card.holderName
}

type WhyHereProps = { sheet: Sheet; reasonText: (code: string) => string; now: Date }

export function WhyHereCard({ sheet, reasonText, now }: WhyHereProps) {
  const { card, history, returnText } = sheet
  const routed = history.find(({ code }) => code === 'routed')
  const moved = card.escalationLevel > 0 ? history.find(({ code }) => code === 'escalated') : undefined
  return (
    <Card title="Waarom hier">
      <Text>{routeText(routed?.facts.why as WhyRouted | undefined, listOf(sheet))}</Text>
      {moved && <Text>{escalationText(moved.facts, moved.teamName ?? card.holderName)}</Text>}
      {card.returnedAt && card.returnReason && (
        <Text>
          Teruggegeven {formatMoment(card.returnedAt, now)}: {reasonText(card.returnReason).toLowerCase()}.
          {returnText && ` ‘${returnText}’`}
        </Text>
      )}
    </Card>
  )
}
