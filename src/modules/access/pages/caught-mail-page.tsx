import type { FastifyInstance } from 'fastify'
import type { ReactNode } from 'react'
import { Card, EmptyState, Heading, Link, Screen, Stack, Text } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { doorScope } from '../door-scope.ts'
import { type CaughtLetter, listCaughtMail } from '../practice.ts'
import { paths } from './paths.ts'

export function caughtMailPage(app: FastifyInstance): void {
  app.get(paths.caughtMail, { config: { who: 'everyone', noStore: true } }, async (request, reply) => {
    const letters = await listCaughtMail(doorScope(request, 'practice'))
    return reply.page(
      200,
      <CaughtMailPage letters={letters} now={request.scope.now()} publicUrl={request.scope.publicUrl} />,
    )
  })
}

type Props = { letters: readonly CaughtLetter[]; now: Date; publicUrl: string }

function CaughtMailPage({ letters, now, publicUrl }: Props) {
  return (
    <Screen title="Post van de oefenregio" back={{ href: paths.practice, label: 'Oefenen' }} density="professional">
      <Stack>
        <Heading level={1}>Post van de oefenregio</Heading>
        <Text kind="lead">
          Deze mails zijn niet verstuurd. In een echte regio gaan ze naar het adres dat erbij staat.
        </Text>
        {letters.length === 0 && (
          <EmptyState title="Nog geen post" icon="mail">
            Vraag zorg aan met een e-mailadres, of nodig iemand uit. Dan komt hier een mail te staan.
          </EmptyState>
        )}
        {letters.map((letter) => (
          <Card key={letter.id} title={letter.subject}>
            <Text kind="soft">
              Aan {letter.to}, {formatMoment(letter.at, now)}
            </Text>
            {letter.body.split(/\n{2,}/).map((paragraph, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a letter does not change
              <Text key={place}>{withLinks(paragraph, publicUrl)}</Text>
            ))}
          </Card>
        ))}
      </Stack>
    </Screen>
  )
}

/** Links to our own pages can be followed; any other address stays text. */
function withLinks(text: string, publicUrl: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s]+)/).map((part, place) => {
    const path = part.startsWith(`${publicUrl}/`) ? part.slice(publicUrl.length) : undefined
    return path === undefined ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a letter does not change
      <Link key={place} href={path}>
        {part}
      </Link>
    )
  })
}
