import type { FastifyInstance } from 'fastify'
import { Heading, PageHeading, Screen, Text } from '#design/index.ts'
import { formatPhone } from '#kernel/phone.ts'
import { careKindText } from '#kernel/text.nl.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { idIn } from '#platform/http/address.ts'
import { daypartOf, monthIn, type RegionQuestion, toRegionQuestion } from '../../region-question.ts'
import { getTeamLights } from '../../region-team.ts'
import { todayOf } from '../../region-view.ts'
import { regionPaths } from './paths.ts'
import { config } from './region-page.tsx'
import { LiveSource } from './region-parts.tsx'
import { TeamLightsBlock, type TeamLightsProps } from './team-lights.tsx'

export function teamLightsPage(app: FastifyInstance): void {
  app.get(regionPaths.team(':id'), { config }, async (request, reply) => {
    const { scope } = request
    const id = idIn(request)
    const today = todayOf(scope)
    const { on, filters } = toRegionQuestion(request.query, today)
    const daypart = daypartOf({ on, filters }, scope.now())
    const month = monthIn(request.query, today)
    const found = await getTeamLights(scope, { teamId: id, on, daypart, month })
    const reasons = listReasons(await getRegion(scope), 'light')
    const { maand } = request.query as { maand?: unknown }
    const seeing: Record<string, string> = typeof maand === 'string' ? { maand: month.from.slice(0, 7) } : {}
    const part = filters.daypart ? { daypart: filters.daypart } : {}
    const setting = {
      ...{ on, daypart, month, today, reasons, seeing, now: scope.now(), signedIn: scope.actor.kind === 'user' },
      chosen: { view: 'day', on, filters: part, page: 1 } as const,
    }
    return reply.page(200, <TeamPage {...found} {...setting} />)
  })
}

type Props = TeamLightsProps & {
  /** What the address asks: without a part of the day the page follows the clock. */
  chosen: RegionQuestion
  /** The month of the calendar, when another one than this was chosen. */
  seeing: Record<string, string>
  signedIn: boolean
}

/** A team that comes everywhere would fill the page with postcodes. */
function areasWords(pc4s: readonly string[]): string {
  return pc4s.length > 12 ? `${pc4s.length} postcodes` : pc4s.join(', ')
}

function TeamPage(props: Props) {
  const { team, on, today, now, chosen, seeing, signedIn } = props
  return (
    <Screen
      title={team.name}
      width="wide"
      plots
      density={signedIn ? 'professional' : 'public'}
      script={signedIn}
      back={{ href: `${regionPaths.region}${on === today ? '' : `?dag=${on}`}`, label: 'Wie heeft ruimte?' }}
    >
      <PageHeading>
        <Heading level={1} caption={team.organization}>
          {team.name}
        </Heading>
        <Text kind="soft">
          {[
            team.phone && formatPhone(team.phone),
            team.expertises.map((code) => careKindText[code as keyof typeof careKindText] ?? code).join(', '),
            team.pc4s.length > 0 && `komt in ${areasWords(team.pc4s)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </PageHeading>
      {signedIn && <LiveSource question={chosen} now={now} more={{ team: team.id, ...seeing }} />}
      <TeamLightsBlock {...props} />
    </Screen>
  )
}
