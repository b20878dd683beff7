import type { FastifyInstance } from 'fastify'
import { Card, Columns, EmptyState, Heading, PageHeading, Screen, StatusTag, Text } from '#design/index.ts'
import { formatTime, localDateOf } from '#kernel/dates.ts'
import { getRegion } from '#modules/regions/index.ts'
import { read } from '#platform/database/transaction.ts'
import { selectOwnMeetings } from '../../meeting/table.ts'
import { meetsOn, usualSetting } from '../../rules/meeting/days.ts'
import { jointSteps } from '../../rules/meeting/gathering.ts'
import { NoMeetingPage } from './no-meeting-page.tsx'
import { jointWord, meetingPaths } from './paths.ts'

/** Who sits in one team goes straight to its meeting; who sits in more chooses. */
export function meetingIndexPage(app: FastifyInstance): void {
  app.get(meetingPaths.meetings, { config: { who: 'requests.list' } }, async (request, reply) => {
    const { scope } = request
    const { wayOfWorking } = await getRegion(scope)
    if (wayOfWorking.distribution !== 'meeting') return reply.page(200, <NoMeetingPage way={wayOfWorking} />)
    const teamIds = scope.actor.kind === 'user' ? scope.actor.coordinatingTeamIds : []
    const all = (request.query as { alle?: unknown }).alle !== undefined
    const [only] = teamIds
    if (only && teamIds.length === 1 && !all) return reply.seeOther(meetingPaths.meeting(only))
    const today = localDateOf(scope.now())
    const { teams } = await read(scope, { teams: selectOwnMeetings(teamIds, today) })
    const joint = jointSteps(wayOfWorking.ladder).length > 0
    return reply.page(200, <MeetingIndex teams={teams} joint={joint} today={today} />)
  })
}

type Team = {
  id: string
  name: string
  startsAt: string | null
  weekdays: number[] | null
  openedAt: Date | null
  closedAt: Date | null
  waiting: number
}

function MeetingIndex({ teams, joint, today }: { teams: readonly Team[]; joint: boolean; today: string }) {
  return (
    <Screen title="Overleg" width="wide" density="professional" script>
      <PageHeading>
        <Heading level={1}>Overleg</Heading>
      </PageHeading>
      {teams.length === 0 && (
        <EmptyState title="U zit nog in geen team" icon="users">
          <Text>De beheerder van uw organisatie regelt dat.</Text>
        </EmptyState>
      )}
      <Columns>
        {teams.map((team) => (
          <Card
            key={team.id}
            title={team.name}
            href={meetingPaths.meeting(team.id)}
            aside={<Stand {...{ team, today }} />}
          >
            <Text>{team.waiting === 1 ? '1 zorgvraag wacht' : `${team.waiting} zorgvragen wachten`}</Text>
          </Card>
        ))}
        {joint && (
          <Card title="Gezamenlijke bespreking" href={meetingPaths.meeting(jointWord)}>
            <Text>Wat na 48 uur nog open is, over alle teams heen. Alleen kaarten, zonder namen.</Text>
          </Card>
        )}
      </Columns>
    </Screen>
  )
}

function Stand({ team, today }: { team: Team; today: string }) {
  if (team.openedAt && !team.closedAt)
    return <StatusTag kind="good" label={`bezig sinds ${formatTime(team.openedAt)}`} />
  if (team.closedAt) return <StatusTag kind="neutral" label={`afgesloten om ${formatTime(team.closedAt)}`} />
  const meets = meetsOn(today, team.weekdays ?? usualSetting.weekdays)
  const at = (team.startsAt ?? usualSetting.startsAt).replace(/^0/, '')
  return <StatusTag kind="info" label={meets ? `vandaag om ${at}` : 'vandaag geen overleg'} />
}
