/** Addresses of the desk; what somebody said on the phone is never in one. */
export const deskPaths = {
  board: '/balie',
  /** One of the desks of somebody who works at more than one. */
  boardOf: (deskId: string) => `/balie?loket=${deskId}`,
  calls: '/balie/gesprekken',
  call: (id: string) => `/balie/gesprekken/${id}`,
  linkCall: (id: string) => `/balie/gesprekken/${id}/koppelen`,
  promise: (id: string) => `/balie/gesprekken/${id}/belofte`,
  intake: (id: string) => `/balie/gesprekken/${id}/zorgvraag`,
  /** Keeps what was typed so far. */
  keepIntake: (id: string) => `/balie/gesprekken/${id}/bewaren`,
  intakeSent: (id: string) => `/balie/gesprekken/${id}/verstuurd`,
  keepPromise: (id: string) => `/balie/beloften/${id}/gedaan`,
  search: '/balie/zoeken',
  roster: '/balie/rooster',
  rosterOf: (id: string) => `/balie/rooster?loket=${id}`,
  saveDesk: (id: string) => `/balie/rooster/${id}`,
  busy: (id: string) => `/balie/rooster/${id}/druk`,
  duties: (id: string) => `/balie/rooster/${id}/diensten`,
  removeDuty: (id: string, dutyId: string) => `/balie/rooster/${id}/diensten/${dutyId}/weg`,
  /** What the list of people to call back was called. */
  formerCallbacks: '/terugbelverzoeken',
  live: '/live/balie',
}
