import { Button, Card, EmptyState, Link, PostForm, Stack, StatusTag, Text } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { momentText } from '../../desk/desk.nl.ts'
import type { PromiseRow } from '../../desk/promises.ts'
import { deskPaths } from './paths.ts'

type Props = { promises: readonly PromiseRow[]; now: Date; manyDesks: boolean }

/** What was promised, the nearest moment first; what is late stands on top by itself. */
export function PromiseList({ promises, now, manyDesks }: Props) {
  if (promises.length === 0)
    return (
      <EmptyState title="Alles is nagekomen" icon="circle-check">
        <Text>Wat u aan de telefoon belooft en wie op de website vroeg om te bellen, komt hier te staan.</Text>
      </EmptyState>
    )
  return (
    <Stack gap="small">
      {promises.map((promise) => (
        <OnePromise key={promise.id} promise={promise} now={now} manyDesks={manyDesks} />
      ))}
    </Stack>
  )
}

function OnePromise({ promise, now, manyDesks }: { promise: PromiseRow; now: Date; manyDesks: boolean }) {
  const { id, name, phone, words, note, moment, callId } = promise
  const more = [moment && momentText[moment], manyDesks && promise.deskName].filter(Boolean).join(', ')
  return (
    <Card
      level={3}
      id={`belofte-${id}`}
      title={name}
      aside={<Due promise={promise} now={now} />}
      actions={
        <>
          <PostForm action={deskPaths.keepPromise(id)} inline>
            <Button small icon="check" what={`${words}, ${name}`}>
              Gedaan
            </Button>
          </PostForm>
          {phone && (
            <Link href={`tel:${phone}`} icon="phone">
              {formatPhone(phone)}
            </Link>
          )}
          {callId && <Link href={deskPaths.call(callId)}>Gesprek</Link>}
        </>
      }
    >
      <Text>
        {words}
        {more && ` (${more})`}
      </Text>
      {note && <Text kind="soft">{note}</Text>}
    </Card>
  )
}

function Due({ promise: { dueAt, escalationLevel }, now }: { promise: PromiseRow; now: Date }) {
  const moment = formatMoment(dueAt, now)
  if (dueAt > now) return <StatusTag kind="info" label={`vóór ${moment}`} />
  return (
    <StatusTag kind="urgent" label={escalationLevel > 1 ? `te laat, doorgegeven: ${moment}` : `te laat: ${moment}`} />
  )
}
