import type { FastifyInstance } from 'fastify'
import { Actions, Button, Checkboxes, Heading, Link, Notice, PostForm, Screen, Text } from '#design/index.ts'
import { isId } from '#kernel/ids.ts'
import { takeAttendance } from '../../meeting/attending.ts'
import { getTable, isRunning, type Table } from '../../meeting/table.ts'
import { gatheringOf } from './gathering-of.ts'
import { meetingPaths, wordOf } from './paths.ts'
import { nameOf } from './stage-bar.tsx'

/** Who is there: one ticks off everyone in the room, or each says so alone. */
export function attendancePage(app: FastifyInstance): void {
  app.get(meetingPaths.attendance(':gathering'), { config: { who: 'requests.list' } }, async (request, reply) => {
    const gathering = await gatheringOf(request)
    return reply.page(200, <AttendancePage table={await getTable(request.scope, gathering)} />)
  })

  app.post(meetingPaths.attendance(':gathering'), { config: { who: 'requests.take' } }, async (request, reply) => {
    const gathering = await gatheringOf(request)
    const given = (request.body as { aanwezig?: string | string[] } | undefined)?.aanwezig ?? []
    await takeAttendance(request.scope, { gathering, roleIds: [given].flat().filter(isId) })
    return reply.seeOther(meetingPaths.meeting(wordOf(gathering)))
  })
}

function AttendancePage({ table }: { table: Table }) {
  const { members } = table
  const of = wordOf(table.gathering)
  const there = new Set(table.attendance.map(({ roleId }) => roleId))
  const organizations = [...new Map(members.map((one) => [one.organizationId, one.organizationName]))]
  const expected = new Set(table.seats.flatMap((seat) => seat.expected ?? []))
  return (
    <Screen
      title="Wie is er?"
      width="form"
      density="professional"
      script
      back={{ href: meetingPaths.meeting(of), label: 'Terug naar het overleg' }}
    >
      <Heading level={1} caption={nameOf(table)}>
        Wie is er?
      </Heading>
      {!isRunning(table) ? (
        <Notice kind="info" title="Het overleg is nog niet begonnen">
          <Text>Begin het overleg; daarna kunt u aanvinken wie er is.</Text>
        </Notice>
      ) : (
        <PostForm action={meetingPaths.attendance(of)}>
          {organizations.map(([organizationId, name]) => (
            <Checkboxes
              key={organizationId}
              name="aanwezig"
              legend={name}
              inline="wide"
              values={members.filter(({ roleId }) => there.has(roleId)).map(({ roleId }) => roleId)}
              options={members
                .filter((one) => one.organizationId === organizationId)
                .map((one) => ({
                  value: one.roleId,
                  label: one.name,
                  hint: expected.has(one.name) ? 'staat op het rooster' : undefined,
                }))}
            />
          ))}
          <Actions>
            <Button>Bewaar</Button>
            <Link href={meetingPaths.meeting(of)}>Toch niet</Link>
          </Actions>
        </PostForm>
      )}
      <Text kind="soft">
        Is wie op het rooster staat er niet, dan valt een collega van dezelfde organisatie vanzelf in. Organisaties
        zonder iemand aan tafel staan als afwezig op het scherm en in het verslag.
      </Text>
    </Screen>
  )
}
