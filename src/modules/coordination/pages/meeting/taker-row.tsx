import { Light, PickOne, StatusTag } from '#design/index.ts'
import { insurerName } from '#kernel/insurers.ts'
import { daypartText, lightText } from '#kernel/text.nl.ts'
import {
  barrierSentence,
  type Candidate,
  type Excluded,
  factorSentence,
  type Shortlist,
} from '#modules/matching/index.ts'

type Row = {
  number?: number
  present: boolean
  own: boolean
  /** Only who holds the request gives it to another. */
  disabled: boolean
}

/** An organisation that can take it: its lights of the first day, why it fits, who of it sits here, what it took lately. */
export function TakerRow({
  candidate,
  shortlist,
  checked,
  ...row
}: Row & { candidate: Candidate; shortlist: Shortlist; checked?: boolean }) {
  const { party, factors } = candidate
  const room = factors.find((factor) => factor.code === 'room')
  const lights = room?.code === 'room' ? room.lights : []
  return (
    <PickOne
      name="partij"
      value={party.organizationId}
      number={row.number}
      checked={checked}
      title={party.organizationName}
      disabled={row.disabled}
      marks={
        <>
          {lights.map(({ daypart, light }) => (
            <Light key={daypart} value={light} label={`${daypartText[daypart]} ${lightText[light]}`} />
          ))}
          <Presence {...row} />
        </>
      }
      data-meeting-target={row.disabled ? undefined : 'party'}
    >
      {[row.present ? undefined : 'niet aan tafel', ...reasonsOf(candidate, shortlist)].filter(Boolean).join(' · ')}
    </PickOne>
  )
}

/** One that cannot by what is known: advice only, so it may be chosen all the same. */
export function ExcludedRow({
  excluded: { party, barriers },
  reasonLabel,
  ...row
}: Row & { excluded: Excluded; reasonLabel: (code: string) => string }) {
  return (
    <PickOne
      name="partij"
      value={party.organizationId}
      title={party.organizationName}
      aside={<Presence {...row} />}
      disabled={row.disabled}
    >
      {barriers.map((barrier) => barrierSentence(barrier, reasonLabel)).join('. ')}
    </PickOne>
  )
}

function Presence({ present, own }: Row) {
  if (!present && !own) return null
  return <StatusTag kind={own ? 'info' : 'good'} label={own ? 'uw organisatie' : 'aan tafel'} />
}

/** Area and expertise hold for everyone on this list; what tells them apart is said. */
function reasonsOf({ party, factors }: Candidate, { wanted }: Shortlist): string[] {
  const travel = factors.find((factor) => factor.code === 'travel')
  const minutes = travel?.code === 'travel' ? travel.travel : undefined
  const wishes = factors.filter(
    (factor) =>
      factor.code === 'language' ||
      ((factor.code === 'preferred' || factor.code === 'continuity' || factor.code === 'faith') && factor.points > 0),
  )
  const contract =
    wanted.insurer === undefined
      ? undefined
      : party.insurers.includes(wanted.insurer)
        ? `contract met ${insurerName(wanted.insurer)}`
        : 'contract niet opgegeven'
  return [
    party.teamName,
    ...wishes.map(factorSentence),
    minutes && `${minutes.minutes} min ${minutes.by === 'bicycle' ? 'fietsen' : 'rijden'}`,
    contract,
    `nam ${party.taken.week} in 7, ${party.taken.month} in 30 dagen`,
  ].filter((part) => part !== undefined)
}
