import { Card, Details, Light, List, SummaryList, Text } from '#design/index.ts'
import { bestLight, type Light as LightValue } from '#kernel/lights.ts'
import { lightText } from '#kernel/text.nl.ts'
import type { Candidate } from '../rules/ranking.ts'
import { worthOf } from '../rules/weights.ts'
import { factorName, factorSentence, riseSentences, topReasons } from '../text.nl.ts'

/** One team that can take the request: its place, its points and what they are made of. */
export function CandidateCard({ candidate, shared }: { candidate: Candidate; shared: boolean }) {
  const { party, place, points, factors } = candidate
  const most = factors.reduce((sum, factor) => sum + factor.most, 0)
  const light = firstDayLight(candidate)
  return (
    <Card
      title={`${place}. ${party.teamName}`}
      aside={<Light value={light} label={lightText[light]} />}
      level={3}
      data-shortlist={party.teamId}
    >
      <Text>
        {party.organizationName} · {points} van {most} punten
        {shared && ' · evenveel als een ander; de volgorde is geloot'}
      </Text>
      <List items={topReasons(candidate).map((sentence) => ({ key: sentence, content: sentence }))} />
      <Details summary="Hoe deze punten zijn opgebouwd" icon="info-circle">
        <SummaryList
          rows={factors.map((factor) => ({
            label: `${factorName[factor.code]}: ${factor.points} van ${factor.most}`,
            value: factorSentence(factor),
          }))}
        />
        <Text>Wat brengt dit team hoger?</Text>
        <List items={riseSentences(candidate).map((sentence) => ({ key: sentence, content: sentence }))} />
      </Details>
    </Card>
  )
}

/** Of the first day the part with the least room: that is the one that decides. */
function firstDayLight({ factors }: Candidate): LightValue {
  const room = factors.find((factor) => factor.code === 'room')
  if (room?.code !== 'room') return 'unknown'
  const lights = room.lights.map(({ light }) => light)
  const least = lights.reduce((one, other) => (worthOf[other] < worthOf[one] ? other : one), lights[0] ?? 'unknown')
  return room.points === room.most ? bestLight(lights) : least
}
