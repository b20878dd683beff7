export { type RequestCard, selectCards } from './card.ts'
export { type Identity, readIdentity, readSealedBsn } from './identity.ts'
export {
  addHistory,
  clearTaker,
  getStanding,
  getStandingForUpdate,
  type HistoryCode,
  type Holder,
  type Move,
  moveRequest,
  type Standing,
} from './moving.ts'
export type { NewAttachment, NewRequest, Source } from './new-request.ts'
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
export { IdentityView, nameOf } from './pages/identity-view.tsx'
export { isOpen, isWaiting, openStates, type RequestState, requestStates, waitingStates } from './rules/life.ts'
export { type SendRefusal, type Sent, sendRequest } from './sending.ts'
export { attachmentKindText, bsnCheckedWithText, historyText, sourceText, stateText } from './text.nl.ts'
