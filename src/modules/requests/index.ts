export { type RequestCard, selectCards } from './card.ts'
export { type Identity, readIdentity, readSealedBsn } from './identity.ts'
export {
  addHistory,
  clearReminder,
  clearTaker,
  getStanding,
  getStandingForUpdate,
  type HistoryCode,
  type Holder,
  moveRequest,
  type Standing,
} from './moving.ts'
export type { Source } from './new-request.ts'
export { closeIdentity, openIdentity } from './opening.ts'
export { CardView } from './pages/card-view.tsx'
export {
  amountWords,
  attentionWords,
  capital,
  careWords,
  daypartWords,
  inSentence,
  personWords,
  startWords,
  wishWords,
} from './pages/card-words.ts'
export { type LinkRequest, whenVerified } from './pages/follow/linked.tsx'
export { IdentityView, nameOf } from './pages/identity-view.tsx'
export {
  closeQuestion,
  insertQuestion,
  type Question,
  selectQuestion,
} from './questions.ts'
export { isWaiting, openStates, type RequestState, requestStates, waitingStates } from './rules/life.ts'
export { bsnCheckedWithText, historyText, sourceText, stateText } from './text.nl.ts'
