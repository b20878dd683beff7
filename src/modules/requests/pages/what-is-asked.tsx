import { LinkButton, Notice, Text } from '#design/index.ts'
import type { Requested } from '../requested.ts'

type Props = { request: Requested; questionHref: string; chooseHref: string }

/** What the team waits for from whoever asked for the care, on top of their page. */
export function WhatIsAsked({ request: { state, choiceBy }, questionHref, chooseHref }: Props) {
  if (state === 'triage')
    return (
      <Notice kind="attention" title="Het team heeft een vraag aan u">
        <Text>De klok staat stil tot u antwoord geeft.</Text>
        <LinkButton href={questionHref}>Lees de vraag en geef antwoord</LinkButton>
      </Notice>
    )
  if (state === 'proposed' && choiceBy)
    return (
      <Notice kind="attention" title="U kunt kiezen">
        <Text>Er zijn organisaties die de zorg kunnen geven.</Text>
        <LinkButton href={chooseHref}>Kies een organisatie</LinkButton>
      </Notice>
    )
  return null
}
