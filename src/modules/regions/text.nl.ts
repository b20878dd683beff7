import type { Deadline } from '#kernel/deadline.ts'
import type { Opening } from '#kernel/working-time.ts'
import type { AgreeRefusal, ProposeRefusal } from './proposing.ts'
import type { ReasonList } from './region.ts'

export const reasonListText: Record<ReasonList, string> = {
  refusal: 'Waarom een organisatie niet kan',
  return: 'Waarom een zorgvraag wordt teruggegeven',
  withdrawal: 'Waarom een aanvrager intrekt',
  closing: 'Waarom een zorgvraag wordt afgesloten',
  'wish-not-met': 'Waarom een wens niet is gevolgd',
  redirection: 'Waarheen een zorgvraag wordt doorverwezen',
  light: 'Waarom een team niet op groen staat',
  otherwise: 'Waarom anders is besloten dan het advies',
}

export const dayText: Record<number, string> = {
  1: 'maandag',
  2: 'dinsdag',
  3: 'woensdag',
  4: 'donderdag',
  5: 'vrijdag',
  6: 'zaterdag',
  7: 'zondag',
}

/** A term in a sentence: '4 uur', or '27 werkuren (3 werkdagen)'. */
export function deadlineText({ kind, hours }: Deadline, opening: Opening): string {
  if (kind === 'clock') return `${hours} uur`
  const dayLength = Number(opening.to.slice(0, 2)) - Number(opening.from.slice(0, 2))
  const days = hours / dayLength
  const inDays = Number.isInteger(days) && days > 0 ? ` (${days} ${days === 1 ? 'werkdag' : 'werkdagen'})` : ''
  return `${hours} werkuren${inDays}`
}

export const proposeRefusalText: Record<ProposeRefusal, string> = {
  'in-the-past': 'Kies vandaag of een dag die nog komt',
}

export const agreeRefusalText: Record<AgreeRefusal, string> = {
  'already-agreed': 'Dit was al afgesproken',
  cancelled: 'Dit voorstel gaat niet door',
  'changed-meanwhile':
    'Intussen is een andere werkwijze afgesproken. Maak een nieuw voorstel, dan ziet u wat er nu verandert.',
  'has-begun': 'Deze werkwijze is al begonnen. Maak een nieuw voorstel om iets te wijzigen.',
}
