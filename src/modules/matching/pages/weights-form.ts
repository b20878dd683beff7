import { priorities } from '#kernel/priorities.ts'
import type { FormReader, FormValues } from '#platform/http/form-reader.ts'
import { mostPoints, mostPointsInAll, type Weights } from '../rules/weights.ts'
import { weightLines, weightsRefusalText } from '../weights.nl.ts'
import { fewestTold } from '../weights-schema.ts'

export function toValues(weights: Weights): FormValues {
  return Object.fromEntries(weightLines(weights).map(({ field, value }) => [field, String(value)]))
}

const noClients = 'Vul een aantal cliënten in; 0 is: telt niet mee'
const tooFewClients = `Kies 0 of minstens ${fewestTold}: bij minder is te herkennen om wie het gaat`

/** What was typed; a field that is wrong has its message and keeps what holds. */
export function readWeights(form: FormReader, now: Weights): Weights {
  const points = (field: string, known: number) =>
    form.integer(field, { min: 0, max: 100, required: 'Vul een aantal punten in; 0 is: telt niet mee' }) ?? known
  const value: Weights = {
    room: Object.fromEntries(
      priorities.map((priority) => [priority, points(`room-${priority}`, now.room[priority])]),
    ) as Weights['room'],
    roomLater: points('roomLater', now.roomLater),
    preferred: points('preferred', now.preferred),
    continuity: points('continuity', now.continuity),
    language: points('language', now.language),
    faith: points('faith', now.faith),
    carerGender: points('carerGender', now.carerGender),
    travel: points('travel', now.travel),
    travelLimit:
      form.integer('travelLimit', { min: 10, max: 120, required: 'Vul een aantal minuten in' }) ?? now.travelLimit,
    fairShare: points('fairShare', now.fairShare),
    response: points('response', now.response),
    clientsThere: form.integer('clientsThere', { min: 0, max: 100, required: noClients }) ?? now.clientsThere,
  }
  if (value.clientsThere > 0 && value.clientsThere < fewestTold) form.refuse('clientsThere', tooFewClients)
  if (form.ok && mostPoints(value) > mostPointsInAll) form.refuse('room-today', weightsRefusalText['too-much'])
  return value
}
