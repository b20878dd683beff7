import type { Amount } from '../division/week.ts'
import type { Party, Wanted } from '../wanted.ts'

/** A request of the replay: what the card asked, when it came, and whose list it came on. */
export type ReplayRequest = {
  wanted: Wanted
  amount: Amount
  sentAt: Date
  /** The coordinating team that discusses it. */
  groupId: string
  dayIsCertain: boolean
  /** Who waits for care in a bed that another needs. */
  fromHospital: boolean
}

/** A team of the replay: what the region knows of it that does not change from day to day. */
export type ReplayTeam = Omit<Party, 'lightOf' | 'taken' | 'fairShare'> & {
  worksAtNight: boolean
  /** How much of the work its organisation does, against the others; per team. */
  size: number
}
