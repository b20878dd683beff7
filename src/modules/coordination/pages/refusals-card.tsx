import { Card, Light, Stack, Text } from '#design/index.ts'
import { formatDateShort, formatMoment, localDateOf } from '#kernel/dates.ts'
import { daypartText, lightText } from '#kernel/text.nl.ts'
import type { LightThen } from '#modules/capacity/index.ts'
import type { Refusal } from '../inquiry/refusals.ts'

type Props = { refusals: readonly Refusal[]; now: Date; reasonText: (code: string) => string }

/** Who could not, why, and what their stoplight told at that moment to whoever may see it. */
export function RefusalsCard({ refusals, now, reasonText }: Props) {
  if (refusals.length === 0) return null
  return (
    <Card title="Wie niet kon">
      <Stack>
        {refusals.map(({ organizationName, reason, remark, at, lights }) => (
          <div key={organizationName + at.toISOString()}>
            <Text>
              <strong>{organizationName}</strong>, {formatMoment(at, now)}
              {reason && `: ${reasonText(reason).toLowerCase()}`}
              {remark && `. ‘${remark}’`}
            </Text>
            {byTeam(lights).map(([team, own]) => (
              <Text kind="soft" key={team}>
                Stoplicht toen, {team}
                {own[0] && own[0].on !== localDateOf(at) && ` voor ${formatDateShort(own[0].on)}`}:{' '}
                {own.map(({ daypart, light }) => (
                  <span key={daypart}>
                    {daypartText[daypart]} <Light value={light} label={lightText[light]} />{' '}
                  </span>
                ))}
              </Text>
            ))}
          </div>
        ))}
      </Stack>
    </Card>
  )
}

function byTeam(lights: readonly LightThen[]): [string, LightThen[]][] {
  const teams = [...new Set(lights.map(({ team }) => team))]
  return teams.map((team) => [team, lights.filter((light) => light.team === team)])
}
