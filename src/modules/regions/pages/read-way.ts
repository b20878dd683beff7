import type { Deadline } from '#kernel/deadline.ts'
import { priorities } from '#kernel/priorities.ts'
import type { FormReader, FormValues } from '#platform/http/form-reader.ts'
import { usualAskAtOnce } from '../rules/presets.ts'
import {
  type AnswerRound,
  type AskAtOnce,
  afterChoices,
  choosers,
  distributions,
  entries,
  type Ladder,
  ladderSteps,
  lightAudiences,
  otherParties,
  type WayOfWorking,
} from '../rules/way-of-working.ts'

/** The terms of the form that every region has. */
export const namedTerms = ['inquiry', 'confirmAssignment', 'question', 'escalation', 'confirmStart'] as const
export const roundNumbers = [1, 2, 3] as const
const days = ['1', '2', '3', '4', '5', '6', '7'] as const
const kinds = ['clock', 'working'] as const
const timeHint = 'Vul een tijd in als 08:00'

/** Reads the form over what is known; what stands on no page (preset, desk) stays. */
export function readWay(form: FormReader, known: WayOfWorking): WayOfWorking {
  const hours = 'Vul een aantal uren in'
  const term = (name: string): Deadline => ({
    hours: form.integer(`${name}-hours`, { min: 1, max: 720, required: hours }) ?? 1,
    kind: form.choice(`${name}-kind`, kinds, { required: 'Kies hoe de uren tellen' }) ?? 'clock',
  })
  const termOrNone = (name: string): Deadline | null => (form.values[`${name}-hours`] ? term(name) : null)
  const choose = <Code extends string>(name: string, codes: readonly Code[], fallback: Code): Code =>
    form.choice(name, codes, { required: 'Kies een van de mogelijkheden' }) ?? fallback
  const deadlines = Object.fromEntries(priorities.map((priority) => [priority, term(priority)]))
  return {
    ...known,
    channels: form.choices('channels', entries, { required: 'Kies ten minste één ingang' }),
    routing: choose('routing', ['route-table', 'one-entry'], known.routing),
    preferredFirst: termOrNone('preferredFirst'),
    askAtOnce: form.checked('askAtOnce') ? readAskAtOnce(form) : null,
    distribution: choose('distribution', distributions, known.distribution),
    rounds: readRounds(form),
    ...(Object.fromEntries(namedTerms.map((name) => [name, term(name)])) as Pick<
      WayOfWorking,
      (typeof namedTerms)[number]
    >),
    choice: {
      by: choose('choice-by', choosers, known.choice.by),
      within: term('choice-within'),
      afterwards: choose('choice-afterwards', afterChoices, known.choice.afterwards),
    },
    disclosure: {
      ...known.disclosure,
      waiting: { ...known.disclosure.waiting, holder: form.checked('holderSeesIdentity') ? 'identity' : 'card' },
    },
    ladder: readLadder(form, termOrNone),
    lightAudience: choose('lightAudience', lightAudiences, known.lightAudience),
    beds: form.checked('beds'),
    desk: form.checked('desk'),
    consult: form.checked('consult'),
    otherParties: form.choices('otherParties', otherParties),
    deadlines: deadlines as WayOfWorking['deadlines'],
    closeAfterDays: form.integer('closeAfterDays', { min: 1, max: 365, required: 'Vul een aantal dagen in' }) ?? 1,
    opening: readOpening(form),
  }
}

export function toValues(way: WayOfWorking): FormValues {
  const terms: [string, Deadline | null][] = [
    ...priorities.map((priority): [string, Deadline] => [priority, way.deadlines[priority]]),
    ...namedTerms.map((name): [string, Deadline] => [name, way[name]]),
    ['preferredFirst', way.preferredFirst],
    ['choice-within', way.choice.within],
    ...way.ladder.steps.map(({ step, after }): [string, Deadline] => [step, after]),
  ]
  const yes = (name: string, on: boolean) => (on ? { [name]: 'ja' } : {})
  return {
    ...Object.fromEntries(terms.map(([name, term]) => [`${name}-hours`, term ? String(term.hours) : ''])),
    ...Object.fromEntries(terms.map(([name, term]) => [`${name}-kind`, term?.kind ?? 'clock'])),
    ...Object.fromEntries(
      way.rounds.flatMap(({ postUntil, answerAt }, at) => [
        [`round-${at + 1}-post`, postUntil],
        [`round-${at + 1}-answer`, answerAt],
      ]),
    ),
    channels: [...way.channels],
    routing: way.routing,
    distribution: way.distribution,
    ...askValues(way.askAtOnce),
    'choice-by': way.choice.by,
    'choice-afterwards': way.choice.afterwards,
    ...yes('holderSeesIdentity', way.disclosure.waiting.holder === 'identity'),
    remindAt: String(Math.round(way.ladder.remindAt * 100)),
    lightAudience: way.lightAudience,
    ...yes('beds', way.beds),
    ...yes('desk', way.desk),
    ...yes('consult', way.consult),
    otherParties: [...way.otherParties],
    closeAfterDays: String(way.closeAfterDays),
    days: way.opening.days.map(String),
    from: way.opening.from,
    to: way.opening.to,
  }
}

function readAskAtOnce(form: FormReader): AskAtOnce {
  const number = (name: string, most: number, least = 1) =>
    form.integer(`ask-${name}`, { min: least, max: most, required: 'Vul een aantal in' }) ?? least
  const [from, to] = [time(form, 'ask-from'), time(form, 'ask-to', '24:00')]
  if (from && to && from >= to) form.refuse('ask-to', 'De stille uren beginnen later dan de dag')
  return {
    minutes: Object.fromEntries(
      priorities.map((priority) => [priority, number(priority, 1440, 5)]),
    ) as AskAtOnce['minutes'],
    together: number('together', 5),
    mostParties: number('parties', 20),
    mostPerTeam: number('per-team', 50),
    from: from ?? usualAskAtOnce.from,
    to: to ?? usualAskAtOnce.to,
    wishedFirst: form.checked('ask-wished'),
  }
}

/** Where nothing is asked at once yet, the form proposes the usual figures. */
function askValues(agreed: AskAtOnce | null): FormValues {
  const { minutes, together, mostParties, mostPerTeam, from, to, wishedFirst } = agreed ?? usualAskAtOnce
  return {
    ...(agreed ? { askAtOnce: 'ja' } : {}),
    ...Object.fromEntries(priorities.map((priority) => [`ask-${priority}`, String(minutes[priority])])),
    'ask-together': String(together),
    'ask-parties': String(mostParties),
    'ask-per-team': String(mostPerTeam),
    'ask-from': from,
    'ask-to': to,
    ...(wishedFirst ? { 'ask-wished': 'ja' } : {}),
  }
}

/** A region may leave steps out; those it has come in the order of the list. */
function readLadder(form: FormReader, termOrNone: (name: string) => Deadline | null): Ladder {
  const share = form.integer('remindAt', { min: 10, max: 95, required: 'Vul een percentage in' }) ?? 75
  const steps = ladderSteps.flatMap((step) => {
    const after = termOrNone(step)
    return after ? [{ step, after }] : []
  })
  if (steps.length === 0) form.refuse('wider-circle-hours', 'Vul ten minste één stap in')
  return { remindAt: share / 100, steps }
}

function readRounds(form: FormReader): AnswerRound[] {
  const rounds: AnswerRound[] = []
  for (const at of roundNumbers) {
    const [post, answer] = [`round-${at}-post`, `round-${at}-answer`]
    if (!form.values[post] && !form.values[answer]) continue
    const postUntil = time(form, post)
    const answerAt = time(form, answer)
    if (!postUntil || !answerAt) continue
    if (answerAt <= postUntil) form.refuse(answer, 'Het antwoord komt na het plaatsen')
    if ((rounds.at(-1)?.postUntil ?? '') >= postUntil) form.refuse(post, 'Zet de rondes op volgorde van de dag')
    rounds.push({ postUntil, answerAt })
  }
  return rounds
}

function readOpening(form: FormReader): WayOfWorking['opening'] {
  const open = form.choices('days', days, { required: 'Kies ten minste één dag' })
  const [from, to] = [time(form, 'from'), time(form, 'to')]
  if (from && to && from >= to) form.refuse('to', 'De dag eindigt later dan hij begint')
  return { days: open.map(Number), from: from ?? '08:00', to: to ?? '17:00' }
}

/** @param midnight as it may be written where it ends the day */
function time(form: FormReader, name: string, midnight?: '24:00'): string | undefined {
  const isTime = (line: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(line) || line === midnight
  return form.parsed(name, (line) => (isTime(line) ? line : undefined), timeHint, { required: timeHint })
}
