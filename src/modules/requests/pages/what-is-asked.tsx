import { LinkButton, Notice, Text } from '#design/index.ts'
import { useLanguage } from '../languages/index.ts'
import type { Requested } from '../requested.ts'

type Props = { request: Requested; questionHref: string; chooseHref: string }

/** What the team waits for from whoever asked for the care, on top of their page. */
export function WhatIsAsked({ request: { state, choiceBy }, questionHref, chooseHref }: Props) {
  const { follow } = useLanguage().words
  if (state === 'triage')
    return (
      <Notice kind="attention" title={follow.asksYou}>
        <Text>{follow.asksYouHelp}</Text>
        <LinkButton href={questionHref}>{follow.readQuestion}</LinkButton>
      </Notice>
    )
  if (state === 'proposed' && choiceBy)
    return (
      <Notice kind="attention" title={follow.choose}>
        <Text>{follow.chooseHelp}</Text>
        <LinkButton href={chooseHref}>{follow.chooseGo}</LinkButton>
      </Notice>
    )
  return null
}
