/** Addresses of the pages of this module. */
export const paths = {
  requests: '/zorgvragen',
  request: (id: string) => `/zorgvragen/${id}`,
  take: (id: string) => `/zorgvragen/${id}/nemen`,
  return: (id: string) => `/zorgvragen/${id}/teruggeven`,
  start: (id: string) => `/zorgvragen/${id}/zorg-gestart`,
  close: (id: string) => `/zorgvragen/${id}/afsluiten`,
  ask: (id: string) => `/zorgvragen/${id}/uitvragen`,
  assign: (id: string) => `/zorgvragen/${id}/toewijzen`,
  stopAsking: (id: string) => `/zorgvragen/${id}/uitvraag-stoppen`,
  answer: (id: string) => `/zorgvragen/${id}/antwoorden`,
  choose: (id: string) => `/zorgvragen/${id}/kiezen`,
  askRequester: (id: string) => `/zorgvragen/${id}/vraag-aan-aanvrager`,
  sendOn: (id: string) => `/zorgvragen/${id}/doorsturen`,
  redirect: (id: string) => `/zorgvragen/${id}/doorverwijzen`,
  toBed: (id: string) => `/zorgvragen/${id}/tijdelijk-verblijf`,
  passToRegion: (id: string) => `/zorgvragen/${id}/naar-andere-regio`,
  lapse: (id: string) => `/zorgvragen/${id}/vervallen`,
  reopen: (id: string) => `/zorgvragen/${id}/heropenen`,
  confirmDate: (id: string) => `/zorgvragen/${id}/datum-bevestigen`,
  split: (id: string) => `/zorgvragen/${id}/verdelen`,
  join: (id: string) => `/zorgvragen/${id}/weer-heel`,
  takePart: (id: string, partId: string) => `/zorgvragen/${id}/delen/${partId}/nemen`,
  returnPart: (id: string, partId: string) => `/zorgvragen/${id}/delen/${partId}/teruggeven`,
  startPart: (id: string, partId: string) => `/zorgvragen/${id}/delen/${partId}/zorg-gestart`,
  askPart: (id: string, partId: string) => `/zorgvragen/${id}/delen/${partId}/uitvragen`,
  refusePart: (id: string, partId: string) => `/zorgvragen/${id}/delen/${partId}/kan-niet`,
  swap: (id: string) => `/zorgvragen/${id}/overdragen`,
  swapPart: (id: string, partId: string) => `/zorgvragen/${id}/overdragen?deel=${partId}`,
  acceptSwap: (id: string) => `/zorgvragen/${id}/overnemen`,
  refuseSwap: (id: string) => `/zorgvragen/${id}/niet-overnemen`,
  takeBackSwap: (id: string) => `/zorgvragen/${id}/overdracht-intrekken`,
  /** Where the requester's side chooses between offers. */
  chooseByReferrer: (id: string) => `/verwijzingen/${id}/kiezen`,
  /** In a practice region only. */
  practiceTime: '/oefenen/tijd',
  /** What was taken and has to begin before the office opens again. */
  outOfHours: '/zorgvragen/avond-nacht-weekend',
  /** The list of what one's own organisation was asked. */
  asked: '/zorgvragen?lijst=gevraagd',
  /** The same, with a word that the answer was heard. */
  answered: '/zorgvragen?lijst=gevraagd&gelukt=geantwoord',
  /** What one's own organisation has. */
  own: '/zorgvragen?lijst=van-ons',
  bsn: (id: string) => `/zorgvragen/${id}/bsn`,
  /** The live changes of the list, as server-sent events. */
  live: '/live/zorgvragen',
  liveRequest: (id: string) => `/live/zorgvragen/${id}`,
}
