import type { ReactNode } from 'react'
import { Button, Card, Link, LinkButton, PostForm, Stack, Text } from '#design/index.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import { isWaiting } from '#modules/requests/index.ts'
import { mayNow, type Sheet } from '../list/sheet.ts'
import { type Act, type ActRefusal, acts, decide } from '../rules/acts.ts'
import { type Command, decideCommand } from '../rules/commands.ts'
import { waysToDivide } from '../rules/parts/dividing.ts'
import { commandLabel, refusalText } from '../text.nl.ts'
import { invitedPaths } from './invited/paths.ts'
import { paths } from './paths.ts'

/** What a nurse mostly comes for stands first. */
const likelyFirst: readonly Act[] = ['take', 'confirm-start', 'close', 'return']

export function ActButtons({ sheet, query }: { sheet: Sheet; query: string }) {
  const { card, relation, claims, dateToConfirm } = sheet
  const open = likelyFirst.filter((act) => {
    const answer = decide(act, card.state, relation, claims, card.splitBy !== null)
    return answer.ok && answer.value === 'do'
  })
  const may = (command: Command) => mayNow(command, sheet)
  const hrefOf = { ask: paths.ask, assign: paths.assign } as const
  return (
    <>
      {open.map((act) => (
        <ActButton key={act} act={act} id={card.id} query={query} only={open.length === 1} />
      ))}
      {may('confirm-date') && dateToConfirm && (
        <PostForm action={paths.confirmDate(card.id) + query} inline>
          <Button>{commandLabel['confirm-date']}</Button>
        </PostForm>
      )}
      {(['ask', 'assign'] as const).filter(may).map((command) => (
        <LinkButton key={command} kind="secondary" href={hrefOf[command](card.id) + query}>
          {commandLabel[command]}
        </LinkButton>
      ))}
      {isWaiting(card.state) && (
        <LinkButton kind="quiet" icon="users" href={matchingPaths.shortlist(card.id)}>
          Wie kan dit?
        </LinkButton>
      )}
    </>
  )
}

type MoreActsProps = {
  sheet: Sheet
  query: string
  /** The region agreed on beds for a while. */
  beds: boolean
  /** Other regions run here, to which it could go. */
  otherRegions: boolean
}

/** What is done less often stands below what happened: asking, sending elsewhere, ending, opening again. */
export function MoreActs({ sheet, query, beds, otherRegions }: MoreActsProps) {
  const { card } = sheet
  const may = (command: Command) => mayNow(command, sheet)
  const hrefOf = {
    split: paths.split,
    'propose-swap': paths.swap,
    invite: invitedPaths.invite,
    'ask-requester': paths.askRequester,
    'send-on': paths.sendOn,
    redirect: paths.redirect,
    'pass-to-region': paths.passToRegion,
    lapse: paths.lapse,
  } as const
  const offered: readonly (keyof typeof hrefOf)[] = [
    'split',
    'propose-swap',
    'invite',
    'ask-requester',
    'send-on',
    'redirect',
    'pass-to-region',
    'lapse',
  ]
  const hasDoor = (command: Command) => command !== 'pass-to-region' || otherRegions
  const links = offered.filter((command) => may(command) && hasDoor(command) && fits(command, sheet))
  if (links.length === 0 && (!may('reopen') || isElsewhere(sheet)) && !may('join')) return null
  return (
    <Card title="Wat u verder kunt doen">
      <Stack gap="small">
        {links.map((command) => (
          <Text key={command}>
            <Link href={hrefOf[command](card.id) + query}>{commandLabel[command]}</Link>
          </Text>
        ))}
        {may('redirect') && beds && (
          <Text>
            <Link href={paths.toBed(card.id) + query}>Naar tijdelijk verblijf</Link>
          </Text>
        )}
        {may('join') && (
          <PostForm action={paths.join(card.id) + query} inline>
            <Button kind="secondary">{commandLabel.join}</Button>
          </PostForm>
        )}
        {may('reopen') && !isElsewhere(sheet) && (
          <PostForm action={paths.reopen(card.id) + query} inline>
            <Button kind="secondary">{commandLabel.reopen}</Button>
          </PostForm>
        )}
      </Stack>
    </Card>
  )
}

/** It goes on in another region. */
const isElsewhere = ({ history }: Sheet): boolean => history.some(({ code }) => code === 'passed-to-region')

/** What the table allows and this request has no use for: nothing to divide, or a proposal that runs already. */
function fits(command: Command, { card, swap, otherParties }: Sheet): boolean {
  if (command === 'invite') return otherParties.length > 0
  if (command === 'split') return waysToDivide(card).length > 0
  return command !== 'propose-swap' || (!swap && card.splitBy === null)
}

function ActButton({ act, id, query, only }: { act: Act; id: string; query: string; only: boolean }): ReactNode {
  switch (act) {
    case 'take':
      return (
        <PostForm action={paths.take(id) + query} inline>
          <Button icon="check">Nemen voor mijn organisatie</Button>
        </PostForm>
      )
    case 'confirm-start':
      return <LinkButton href={paths.start(id) + query}>Zorg is gestart</LinkButton>
    case 'return':
      return (
        <LinkButton kind="secondary" icon="arrow-back-up" href={paths.return(id) + query}>
          Teruggeven
        </LinkButton>
      )
    case 'close':
      return (
        <PostForm action={paths.close(id) + query} inline>
          <Button kind={only ? 'primary' : 'secondary'}>Afsluiten</Button>
        </PostForm>
      )
  }
}

/** Only what the nurse might wonder about: that a request nobody took cannot be returned, speaks for itself. */
const worthSaying: readonly ActRefusal[] = [
  'not-on-list-yet',
  'already-taken',
  'gives-no-care',
  'not-started',
  'ended',
  'watching-only',
  'not-by-taking',
  'divided',
]

export function WhyNot({ sheet: { card, relation, roles, claims } }: { sheet: Sheet }) {
  const refusals = acts.flatMap((act) => {
    const answer = decide(act, card.state, relation, claims, card.splitBy !== null)
    return answer.ok || !worthSaying.includes(answer.refusal) ? [] : [answer.refusal]
  })
  const sentences = refusals.map((code) =>
    refusalText(code === 'already-taken' && card.takerName ? { code, takenBy: card.takerName } : { code }),
  )
  const ask = decideCommand('ask', card.state, roles, card.splitBy !== null)
  const heldElsewhere = !ask.ok && ask.refusal === 'holder-only' && card.state === 'listed'
  if (heldElsewhere) sentences.push(`Organisaties vragen of toewijzen kan ${card.holderName}, die nu aan zet is.`)
  return [...new Set(sentences)].map((sentence) => (
    <Text kind="soft" key={sentence}>
      {sentence}
    </Text>
  ))
}
