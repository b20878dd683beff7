import type { Gathering } from '../../rules/meeting/gathering.ts'

/** The joint discussion has a word of its own; a team's meeting the id of the team. */
export const jointWord = 'gezamenlijk'
export const wordOf = ({ teamId, joint }: Gathering): string => (joint ? jointWord : teamId)

/** Addresses of the meeting; `of` is a team's id or the word of the joint discussion. */
export const meetingPaths = {
  meetings: '/overleg',
  /** Follows whoever leads. */
  meeting: (of: string) => `/overleg/${of}`,
  /** A look of one's own at an item. */
  item: (of: string, id: string) => `/overleg/${of}/zorgvraag/${id}`,
  decide: (of: string, id: string) => `/overleg/${of}/zorgvraag/${id}/besluit`,
  show: (of: string, id: string) => `/overleg/${of}/zorgvraag/${id}/tonen`,
  mark: (of: string, id: string) => `/overleg/${of}/zorgvraag/${id}/volgorde`,
  note: (of: string, id: string) => `/overleg/${of}/zorgvraag/${id}/afspraak`,
  open: (of: string) => `/overleg/${of}/beginnen`,
  close: (of: string) => `/overleg/${of}/afsluiten`,
  lead: (of: string) => `/overleg/${of}/leiden`,
  sit: (of: string) => `/overleg/${of}/ik-ben-er`,
  attendance: (of: string) => `/overleg/${of}/aanwezig`,
  print: (of: string) => `/overleg/${of}/lijst`,
  setting: (of: string) => `/overleg/${of}/afspraken`,
  minutesOf: (of: string) => `/overleg/${of}/verslagen`,
  minutes: (meetingId: string) => `/verslagen/${meetingId}`,
  minutesPdf: (meetingId: string) => `/verslagen/${meetingId}/pdf`,
  live: (of: string) => `/live/overleg/${of}`,
  /** One page to answer all that one's organisation was asked in a round. */
  round: '/antwoordronde',
  post: '/antwoordronde/plaatsen',
}
