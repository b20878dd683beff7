import { Actions, Heading, LinkButton, Screen, Text } from '#design/index.ts'
import { presetText, type WayOfWorking } from '#modules/regions/index.ts'
import { jointSteps } from '../../rules/meeting/gathering.ts'
import { paths } from '../paths.ts'
import { jointWord, meetingPaths } from './paths.ts'

const insteadText: Record<WayOfWorking['distribution'], string> = {
  meeting: 'Het overleg verdeelt de zorgvragen.',
  'inquiry-to-all':
    'Elke zorgvraag gaat meteen naar alle organisaties die in de wijk werken. Zij antwoorden op hun eigen lijst.',
  desk: 'Het loket vraagt organisaties of wijst toe. Uw organisatie antwoordt op haar eigen lijst.',
  'switch-team': 'Het schakelteam wijst zorgvragen toe. De organisatie bevestigt dat zij het doet.',
}

/** For who looks for the meeting of a region that divides in another way. */
export function NoMeetingPage({ way }: { way: WayOfWorking }) {
  return (
    <Screen title="Overleg" width="reading" density="professional" script>
      <Heading level={1}>In deze regio is geen dagelijks overleg</Heading>
      <Text kind="lead">{insteadText[way.distribution]}</Text>
      <Text>De werkwijze van deze regio heet ‘{presetText[way.preset].name}’.</Text>
      <Actions>
        <LinkButton href={paths.asked}>Aan ons gevraagd</LinkButton>
        {way.rounds.length > 0 && (
          <LinkButton href={meetingPaths.round} kind="secondary">
            Antwoordronde
          </LinkButton>
        )}
        {jointSteps(way.ladder).length > 0 && (
          <LinkButton href={meetingPaths.meeting(jointWord)} kind="secondary">
            Gezamenlijke bespreking
          </LinkButton>
        )}
      </Actions>
    </Screen>
  )
}
