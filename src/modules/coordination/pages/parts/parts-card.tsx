import { Actions, Button, Card, Heading, Link, LinkButton, PostForm, Stack, StatusTag, Text } from '#design/index.ts'
import { formatDate } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { type CardPart, hasEnded, partWords } from '#modules/requests/index.ts'
import type { Sheet } from '../../list/sheet.ts'
import { type Command, decideCommand } from '../../rules/commands.ts'
import { paths } from '../paths.ts'

type Props = { sheet: Sheet; now: Date; query: string }

/** The parts of a divided request: what each is, who has it or can still take it, and what this nurse can do with it. */
export function PartsCard({ sheet, query }: Props) {
  const { card } = sheet
  if (!card.parts) return null
  const ended = hasEnded(card.state)
  return (
    <Card
      title={`${ended ? 'Was verdeeld' : 'Verdeeld'} in ${card.parts.length} delen`}
      aside={ended ? undefined : <HowMuchIsOpen parts={card.parts} />}
    >
      <Stack>
        {card.parts.map((part) => (
          <OnePart key={part.id} part={part} sheet={sheet} query={query} />
        ))}
      </Stack>
    </Card>
  )
}

function HowMuchIsOpen({ parts }: { parts: readonly CardPart[] }) {
  const open = parts.filter(({ takerId }) => takerId === null).length
  return <StatusTag kind={open > 0 ? 'attention' : 'good'} label={open > 0 ? `nog ${open} open` : 'alles genomen'} />
}

function OnePart({ part, sheet, query }: { part: CardPart; sheet: Sheet; query: string }) {
  const { card } = sheet
  const words = partWords(part, card.splitBy)
  return (
    <section aria-label={`Deel ${part.position}: ${words}`}>
      <Stack gap="small">
        <Heading level={3}>
          Deel {part.position}: {words.toLowerCase()}
        </Heading>
        <StatusTag {...(hasEnded(card.state) ? statusAtTheEnd(part) : statusOf(part))} />
        {part.takerPhone && part.takerName && (
          <Text kind="small">
            <Link href={`tel:${part.takerPhone}`} icon="phone">
              {formatPhone(part.takerPhone)}
            </Link>
          </Text>
        )}
        {part.keepsOverview && !hasEnded(card.state) && (
          <Text kind="soft">Wie dit deel heeft, houdt het overzicht.</Text>
        )}
        <PartActs part={part} sheet={sheet} query={query} words={words} />
      </Stack>
    </section>
  )
}

function statusOf(part: CardPart) {
  if (part.startedOn)
    return { kind: 'good', label: `${part.takerName}, gestart op ${formatDate(part.startedOn)}` } as const
  if (part.takerId) {
    const from = part.startsOn ? `, vanaf ${formatDate(part.startsOn)}` : ''
    return { kind: 'good', label: `${part.takerName}${from}` } as const
  }
  return part.askedIds.length > 0
    ? ({ kind: 'info', label: `${part.askedIds.length} gevraagd, nog niet genomen` } as const)
    : ({ kind: 'attention', label: 'nog niet genomen' } as const)
}

/** Nobody waits for anything of it any more: who had it when the request ended. */
function statusAtTheEnd(part: CardPart) {
  if (part.startedOn) return statusOf(part)
  return { kind: 'neutral', label: part.takerName ? `${part.takerName}, tot het einde` : 'niet genomen' } as const
}

function PartActs({ part, sheet, query, words }: { part: CardPart; sheet: Sheet; query: string; words: string }) {
  const { card, roles, claims, organizationId, swap } = sheet
  const may = (command: Command) => decideCommand(command, card.state, roles, true).ok
  const own = organizationId !== undefined && part.takerId === organizationId
  const asked = organizationId !== undefined && part.askedIds.includes(organizationId)
  const acts = [
    !part.takerId && may('take-part') && (claims || asked) && (
      <PostForm key="take" action={paths.takePart(card.id, part.id) + query} inline>
        <Button small icon="check" what={words.toLowerCase()}>
          Neem dit deel
        </Button>
      </PostForm>
    ),
    asked && may('refuse-part') && (
      <LinkButton key="refuse" small kind="secondary" href={paths.refusePart(card.id, part.id) + query} what={words}>
        Kan niet
      </LinkButton>
    ),
    own && !part.startedOn && may('start-part') && (
      <LinkButton key="start" small href={paths.startPart(card.id, part.id) + query} what={words}>
        Zorg is gestart
      </LinkButton>
    ),
    own && may('return-part') && (
      <LinkButton key="return" small kind="secondary" href={paths.returnPart(card.id, part.id) + query} what={words}>
        Teruggeven
      </LinkButton>
    ),
    own && !swap && may('propose-swap') && (
      <LinkButton key="swap" small kind="quiet" href={paths.swapPart(card.id, part.id)} what={words}>
        Overdragen
      </LinkButton>
    ),
    !part.takerId && may('ask-part') && (
      <LinkButton key="ask" small kind="secondary" href={paths.askPart(card.id, part.id) + query} what={words}>
        Organisatie vragen
      </LinkButton>
    ),
  ].filter(Boolean)
  return acts.length > 0 ? <Actions>{acts}</Actions> : null
}
