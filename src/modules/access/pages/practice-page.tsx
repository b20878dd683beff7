import type { FastifyInstance } from 'fastify'
import {
  Button,
  Card,
  Columns,
  Heading,
  HiddenField,
  Link,
  LinkList,
  Notice,
  PostForm,
  Screen,
  Stack,
  Text,
} from '#design/index.ts'
import { isId } from '#kernel/ids.ts'
import { roleText } from '#modules/people/index.ts'
import { type Door, listDoors } from '#modules/regions/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { House } from '#platform/http/house.ts'
import { keepSession, sessionToken } from '../cookies.ts'
import { doorScope } from '../door-scope.ts'
import { homeOf } from '../home.ts'
import { bePracticePerson, listPracticePeople, type PracticePerson } from '../practice.ts'
import { ownPath } from '../rules/return-path.ts'
import { groupOfRole } from '../text.nl.ts'
import { paths } from './paths.ts'

export function practicePage(app: FastifyInstance, house: House): void {
  app.get(paths.practice, { config: { who: 'everyone', noStore: true } }, async (request, reply) => {
    const people = await listPracticePeople(doorScope(request, 'practice'))
    const to = ownPath((request.query as { naar?: unknown }).naar)
    const others = (await listDoors(request.scope)).filter(({ regionId }) => regionId !== request.scope.actor.regionId)
    return reply.page(200, <PracticePage people={people} others={others} to={to} />)
  })

  app.post(paths.practice, { config: { who: 'everyone', noStore: true } }, async (request, reply) => {
    const { person, naar } = (request.body ?? {}) as { person?: unknown; naar?: unknown }
    if (typeof person !== 'string' || !isId(person)) throw new NotFound()
    const instead = sessionToken(request, house)
    const session = await bePracticePerson(doorScope(request, 'practice'), {
      accountId: person,
      kind: 'browser',
      ...(instead === undefined ? {} : { instead }),
    })
    if (!session) throw new NotFound()
    keepSession(reply, house, session)
    return reply.seeOther(ownPath(naar) ?? homeOf(session.actor))
  })
}

type Props = { people: readonly PracticePerson[]; others: readonly Door[]; to: string | undefined }

function PracticePage({ people, others, to }: Props) {
  const groups = [...new Set(people.map((person) => groupOf(person)))]
  return (
    <Screen title="Oefenen" width="wide" density="professional">
      <Stack gap="large">
        <div>
          <Heading level={1}>Wie wilt u zijn?</Heading>
          <Text kind="lead">
            Dit is een oefenregio met verzonnen mensen. Kies een persoon en probeer wat u wilt: er kan niets misgaan.
          </Text>
        </div>
        <Notice kind="info" title="Zorg vragen en volgen kan zonder in te loggen">
          <Text>
            <Link href="/">Vraag zorg aan als cliënt of mantelzorger</Link>. Wat per mail verstuurd zou worden, staat
            bij <Link href={paths.caughtMail}>de post van deze oefenregio</Link>. En{' '}
            <Link href={paths.practiceTime}>de termijn van een zorgvraag kunt u laten verlopen</Link> zonder te wachten.
          </Text>
        </Notice>
        {others.length > 0 && (
          <Notice kind="info" title="Er is nog een oefenregio">
            <Text>
              Een andere regio met een eigen deur, eigen mensen en een andere werkwijze. Wat u daar doet, ziet niemand
              hier.
            </Text>
            <LinkList
              items={others.map(({ slug, name, url }) => ({ key: slug, label: name, href: url + paths.practice }))}
            />
          </Notice>
        )}
        {groups.map((group) => (
          <Stack key={group}>
            <Heading level={2}>{group}</Heading>
            <Columns>
              {people
                .filter((person) => groupOf(person) === group)
                .map((person) => (
                  <PersonCard key={person.id} person={person} to={to} />
                ))}
            </Columns>
          </Stack>
        ))}
      </Stack>
    </Screen>
  )
}

function groupOf({ role }: PracticePerson): string {
  return groupOfRole[role] ?? role
}

function PersonCard({ person, to }: { person: PracticePerson; to: string | undefined }) {
  const place = [person.organization, ...person.teams].join(' · ')
  return (
    <Card
      level={3}
      title={person.name}
      actions={
        <PostForm action={paths.practice} inline>
          <HiddenField name="person" value={person.id} />
          {to && <HiddenField name="naar" value={to} />}
          <Button
            kind="secondary"
            what={`: ${person.name}, ${roleText[person.role as keyof typeof roleText] ?? person.role}`}
          >
            Word deze persoon
          </Button>
        </PostForm>
      }
    >
      <Text kind="soft">{place}</Text>
      <Text>{person.hint}</Text>
    </Card>
  )
}
