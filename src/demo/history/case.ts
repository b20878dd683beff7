import type { Daypart } from '#kernel/dayparts.ts'
import type { NursingAction } from '#modules/requests/new-request.ts'
import type { Particulars } from '#modules/requests/particulars.ts'

/**
 * A reason to ask for care, in words that do not tell who it is about: a situation, what may be asked for then, and what
 * the sender of a professional form would add. A test reads every sentence for personal words.
 */
export type Case = {
  /** Asked after an admission, from home, or either. */
  from: 'hospital' | 'home' | 'either'
  situation: string
  needs: readonly string[]
  actions: readonly NursingAction[]
  dayparts: readonly (readonly Daypart[])[]
  timesPerDay?: number
  daysPerWeek?: number
  particulars?: Particulars
}

export const washing = { code: '386420003', text: 'Ondersteunen bij wassen', frequency: '1 keer per dag' }
export const dressing = { code: '313332003', text: 'Helpen bij aankleden', frequency: '1 keer per dag' }
