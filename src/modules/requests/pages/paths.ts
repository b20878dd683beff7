/** Addresses of the pages of this module; those with a key open for whoever holds it, so they are never logged or kept. */
export const paths = {
  ask: '/aanvragen',
  askPrint: '/aanvragen/printen',
  /** A page of the form: 'stap-1', 'stap-1/wie'; see `pages/ask/form-pages.ts`. */
  askPage: (key: string, page: string) => `/aanvragen/${key}/${page}`,
  askKeep: (key: string) => `/aanvragen/${key}/bewaren`,
  askSent: (key: string) => `/aanvragen/${key}/verstuurd`,
  follow: (number: string, key: string) => `/volg/${number}/${key}`,
  callback: '/terugbellen',
  callbackAsked: (receipt: string) => `/terugbellen/gevraagd/${receipt}`,

  refer: '/verwijzen',
  referCheck: '/verwijzen/controleren',
  referrals: '/verwijzingen',
  /** Live changes of the list, over server-sent events. */
  liveReferrals: '/live/verwijzingen',
  referralSearch: '/verwijzingen/zoeken',
  referral: (id: string) => `/verwijzingen/${id}`,
  referralDate: (id: string) => `/verwijzingen/${id}/datum`,
  referralSupplement: (id: string) => `/verwijzingen/${id}/aanvullen`,
  referralAttachments: (id: string) => `/verwijzingen/${id}/bijlagen`,
  referralWithdraw: (id: string) => `/verwijzingen/${id}/intrekken`,
  attachment: (id: string, attachmentId: string) => `/zorgvragen/${id}/bijlagen/${attachmentId}`,

  followStart: '/volg',
  followCheck: (number: string, key: string) => `/volg/${number}/${key}/controle`,
  followSupplement: (number: string, key: string) => `/volg/${number}/${key}/aanvullen`,
  followCorrect: (number: string, key: string) => `/volg/${number}/${key}/corrigeren`,
  followWithdraw: (number: string, key: string) => `/volg/${number}/${key}/intrekken`,
  followFiles: (number: string, key: string) => `/volg/${number}/${key}/bestand`,
  followFile: (number: string, key: string, id: string) => `/volg/${number}/${key}/bestand/${id}`,
  followQuestion: (number: string, key: string) => `/volg/${number}/${key}/vraag`,
  /** A page of coordination: choosing between offers. */
  followChoose: (number: string, key: string) => `/volg/${number}/${key}/kiezen`,
  referralChoose: (id: string) => `/verwijzingen/${id}/kiezen`,
  referralQuestion: (id: string) => `/verwijzingen/${id}/vraag`,
  followNewLink: (number: string, key: string) => `/volg/${number}/${key}/nieuwe-link`,
}
