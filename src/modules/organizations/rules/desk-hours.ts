import { isOpen, type Opening } from '#kernel/working-time.ts'

/** When a desk answers, and who answers for it when it does not. Without an opening it answers around the clock. */
export type DeskSetting = { opening: Opening | null; partnerTeamId: string | null; busyUntil: Date | null }

export const deskStates = ['open', 'busy', 'closed'] as const
export type DeskState = (typeof deskStates)[number]

export function deskStateAt({ opening, busyUntil }: DeskSetting, now: Date): DeskState {
  if (opening && !isOpenAt(opening, now)) return 'closed'
  return busyUntil && busyUntil > now ? 'busy' : 'open'
}

/** Whose turn it is now: the desk's, or of the partner that stands in while it is closed; nobody moves to who is closed too. */
export type Turn = 'desk' | 'partner' | 'as-it-is'

export function turnOf(desk: DeskSetting, partner: DeskSetting | undefined, now: Date): Turn {
  if (deskStateAt(desk, now) !== 'closed') return 'desk'
  if (!desk.partnerTeamId) return 'as-it-is'
  return partner && deskStateAt(partner, now) === 'closed' ? 'as-it-is' : 'partner'
}

/** Who works on Sundays works on holidays too. */
function isOpenAt(opening: Opening, now: Date): boolean {
  return opening.days.includes(7) ? isOpen(now, opening, () => false) : isOpen(now, opening)
}

/** Who gets what comes in for a desk now: the desk itself, or its partner while it is busy or closed. */
export type Answering = { teamId: string; insteadWhile?: Exclude<DeskState, 'open'> }

export function whoAnswers(deskId: string, setting: DeskSetting | undefined, now: Date): Answering {
  if (!setting?.partnerTeamId) return { teamId: deskId }
  const state = deskStateAt(setting, now)
  return state === 'open' ? { teamId: deskId } : { teamId: setting.partnerTeamId, insteadWhile: state }
}
