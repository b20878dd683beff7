import { priorities } from '#kernel/priorities.ts'
import { inSentence } from '#kernel/sentence.ts'
import { priorityText } from '#kernel/text.nl.ts'
import { type LaterWeight, mostPointsInAll, type Weights } from './rules/weights.ts'
import type { WeightsRefusal } from './weights.ts'

/** What each weight is for, in one sentence: what cannot be said in one, is not there. */
export const weightText: Record<
  Exclude<keyof Weights, 'room' | 'travelLimit' | 'clientsThere'>,
  { name: string; about: string }
> = {
  roomLater: { name: 'Ruimte in de zes dagen erna', about: 'Hoe groener die dagen, hoe meer punten.' },
  preferred: { name: 'Voorkeur van de cliënt', about: 'Voor de organisatie die de cliënt graag wil.' },
  continuity: {
    name: 'Bekende organisatie',
    about: 'Voor wie al zorg geeft. Wie eerder zorg gaf, krijgt de helft.',
  },
  language: { name: 'Taal', about: 'Voor wie de gevraagde taal spreekt.' },
  faith: { name: 'Geloof', about: 'Voor wie zorg geeft vanuit het gevraagde geloof.' },
  carerGender: {
    name: 'Een vrouw of een man',
    about: 'Voor wie kan sturen om wie de cliënt vroeg. Een wens, geen eis.',
  },
  travel: { name: 'Reistijd', about: 'Hoe dichterbij, hoe meer punten.' },
  fairShare: {
    name: 'Eerlijk verdeeld',
    about: 'Wie in 7 en 30 dagen minder dan haar deel aannam, krijgt er meer. Het midden is gelijk.',
  },
  response: { name: 'Antwoorden', about: 'Voor wie vaak ja zegt en snel antwoordt.' },
}

export const travelLimitText = {
  name: 'Reistijd waarbij niets overblijft',
  about: 'Vanaf zoveel minuten geeft reistijd geen punten meer.',
}

export const clientsThereText = {
  name: 'Reizen vanaf cliënten van nu',
  about:
    'Heeft een organisatie in een postcode minstens zoveel cliënten, dan telt de reis ook vanaf daar. 0 is: nooit; minder dan 3 kan niet, zodat niemand herkenbaar is.',
}

/** Beside a weight that counts without anybody having said so. */
export const notAgreedText = 'Nog niet afgesproken, telt als gewoonlijk.'

export function notAgreedSentence(codes: readonly LaterWeight[]): string {
  const names = codes.map((code) => (code === 'clientsThere' ? clientsThereText.name : weightText[code].name))
  return `Dit kwam erbij nadat uw regio de gewichten afsprak: ${inSentence(names.map((name) => `‘${name}’`))}. Het telt mee als gewoonlijk, tot u er iets over afspreekt. Ook wat er nu staat, kunt u afspreken.`
}

/** Every weight by the name of its field, with its name and figure: for the form, and to tell what changed. */
export function weightLines(weights: Weights): { field: string; name: string; value: number; unit: string }[] {
  const points = (Object.keys(weightText) as (keyof typeof weightText)[]).map((code) => ({
    field: code as string,
    name: weightText[code].name,
    value: weights[code],
    unit: 'punten',
  }))
  return [
    ...priorities.map((priority) => ({
      field: `room-${priority}`,
      name: `Ruimte op de eerste dag, bij ‘${priorityText[priority]}’`,
      value: weights.room[priority],
      unit: 'punten',
    })),
    ...points,
    { field: 'travelLimit', name: travelLimitText.name, value: weights.travelLimit, unit: 'minuten' },
    { field: 'clientsThere', name: clientsThereText.name, value: weights.clientsThere, unit: 'cliënten' },
  ]
}

/** What changes, a sentence each; also what stays as it counts, and is agreed on now. */
export function weightChanges(before: Weights, after: Weights, notAgreed: readonly string[] = []): string[] {
  const was = new Map(weightLines(before).map(({ field, value }) => [field, value]))
  return weightLines(after).flatMap(({ field, name, value, unit }) => {
    if (was.get(field) !== value) return [`${name}: van ${was.get(field)} naar ${value} ${unit}`]
    return notAgreed.includes(field) ? [`${name}: ${value} ${unit}, zoals het nu al telt`] : []
  })
}

export const weightsRefusalText: Record<WeightsRefusal, string> = {
  'nothing-changes': 'Er verandert niets: zo weegt de regio nu al.',
  'too-much': `Samen kan een team zo meer dan ${mostPointsInAll} punten halen. Verlaag iets: anders weegt open laten minder zwaar dan een team dat slecht past.`,
  'changed-meanwhile': 'Iemand anders heeft de gewichten intussen veranderd. Bekijk ze opnieuw.',
}
