import { type Language, prefixOf } from '#kernel/languages.ts'

/**
 * Addresses of the pages of this module; those with a key open for whoever holds it, so they are never logged or kept. The pages for
 * clients and carers are there in each language, which is a prefix of the same address.
 */
export const paths = {
  ask: (language: Language = 'nl') => `${prefixOf(language)}/aanvragen`,
  askPrint: (language: Language = 'nl') => `${prefixOf(language)}/aanvragen/printen`,
  /** A page of the form: 'stap-1', 'stap-1/wie'; see `pages/ask/form-pages.ts`. */
  askPage: (key: string, page: string, language: Language = 'nl') => `${prefixOf(language)}/aanvragen/${key}/${page}`,
  askKeep: (key: string, language: Language = 'nl') => `${prefixOf(language)}/aanvragen/${key}/bewaren`,
  askSent: (key: string, language: Language = 'nl') => `${prefixOf(language)}/aanvragen/${key}/verstuurd`,
  follow: (number: string, key: string, language: Language = 'nl') => `${prefixOf(language)}/volg/${number}/${key}`,
  callback: (language: Language = 'nl') => `${prefixOf(language)}/terugbellen`,
  callbackAsked: (receipt: string, language: Language = 'nl') =>
    `${prefixOf(language)}/terugbellen/gevraagd/${receipt}`,

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

  followStart: (language: Language = 'nl') => `${prefixOf(language)}/volg`,
  followCheck: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/controle`,
  followSupplement: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/aanvullen`,
  followCorrect: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/corrigeren`,
  followWithdraw: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/intrekken`,
  followFiles: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/bestand`,
  followFile: (number: string, key: string, id: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/bestand/${id}`,
  followQuestion: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/vraag`,
  /** A page of coordination: choosing between offers. */
  followChoose: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/kiezen`,
  followInsurer: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/zorgverzekeraar`,
  referralChoose: (id: string) => `/verwijzingen/${id}/kiezen`,
  referralUnwanted: (id: string) => `/verwijzingen/${id}/liever-niet`,
  /** The same for who holds the request and hears it on the phone. */
  requestUnwanted: (id: string) => `/zorgvragen/${id}/liever-niet`,
  referralQuestion: (id: string) => `/verwijzingen/${id}/vraag`,
  /** Taking back 'rather not from …'. */
  followUnwanted: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/liever-niet`,
  followNewLink: (number: string, key: string, language: Language = 'nl') =>
    `${prefixOf(language)}/volg/${number}/${key}/nieuwe-link`,
}
