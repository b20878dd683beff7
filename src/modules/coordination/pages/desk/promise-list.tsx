import { Actions, Button, Card, EmptyState, Link, PostForm, Stack, StatusTag, Text } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { momentText } from '../../desk/desk.nl.ts'
import type { PromiseRow } from '../../desk/promises.ts'
import { deskPaths } from './paths.ts'

type Shown = {
  now: Date
  /** Promises of more than one desk stand here: each says whose it is. */
  manyDesks?: boolean
  /** On the page of the call itself, which says the rest. */
  inCall?: boolean
}
type Props = Shown & { promises: readonly PromiseRow[] }

/** What was promised, the nearest moment first; what is late stands on top by itself. */
export function PromiseList({ promises, ...shown }: Props) {
  if (promises.length === 0)
    return (
      <EmptyState title="Alles is nagekomen" icon="circle-check">
        <Text>Wat u aan de telefoon belooft en wie op de website vroeg om te bellen, komt hier te staan.</Text>
      </EmptyState>
    )
  return (
    <Stack gap="small">
      {promises.map((promise) => (
        <OnePromise key={promise.id} promise={promise} {...shown} />
      ))}
    </Stack>
  )
}

function OnePromise({ promise, now, manyDesks, inCall }: Shown & { promise: PromiseRow }) {
  const { id, name, phone, words, note, moment, callId } = promise
  const more = [moment && momentText[moment], manyDesks && promise.deskName].filter(Boolean).join(', ')
  return (
    <Card level={3} id={`belofte-${id}`} title={inCall ? words : name} aside={<Due promise={promise} now={now} />}>
      {!inCall && (
        <Text>
          {words}
          {more && ` (${more})`}
        </Text>
      )}
      {!inCall && note && <Text kind="soft">{note}</Text>}
      <Actions>
        <PostForm action={deskPaths.keepPromise(id)} inline>
          <Button small kind="secondary" icon="check" what={`${words}, ${name}`}>
            Gedaan
          </Button>
        </PostForm>
        {phone && (
          <Link href={`tel:${phone}`} icon="phone">
            {formatPhone(phone)}
          </Link>
        )}
        {callId && !inCall && <Link href={deskPaths.call(callId)}>Gesprek</Link>}
      </Actions>
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
