export { askedNow } from './asked-now.ts'
export { markCalled, passCallback } from './callbacks.ts'
export { cardsOf, type RequestCard, selectCards } from './card.ts'
export { type Confirmation, getConfirmation } from './confirmation.ts'
export { type FoundAtDesk, findAtDesk, findNumberAtDesk } from './finding-at-desk.ts'
export { addHistory, type HistoryCode, type HistoryLine, historyOf } from './history.ts'
export { type Identity, readIdentity, readSealedBsn } from './identity.ts'
export { clearReminder, clearTaker, type Holder, type Moving, moveRequest, moveRequests, showTo } from './moving.ts'
export { type NewRequest, type Source, sources } from './new-request.ts'
export { closeIdentity, openIdentity } from './opening.ts'
export { CardView, cardLines } from './pages/card-view.tsx'
export {
  amountWords,
  attentionWords,
  careWords,
  daypartWords,
  personWords,
  startWords,
  wishWords,
} from './pages/card-words.ts'
export { askByLink } from './pages/follow/linked.tsx'
export { IdentityView, nameOf } from './pages/identity-view.tsx'
export { IntakeFields } from './pages/intake/intake-fields.tsx'
export { type Caller, intakeOf, readIntake } from './pages/intake/read-intake.ts'
export { OneQuestion } from './pages/one-question.tsx'
export { partName, partWords, pieceText } from './pages/part-words.ts'
export { readSought } from './pages/refer/read-referral.ts'
export {
  askForPart,
  type CardPart,
  freePart,
  givePart,
  insertParts,
  listParts,
  openParts,
  openPieces,
  startPart,
} from './parts.ts'
export { findPassed, type NewAddress, passOnTo } from './passing-on.ts'
export {
  closeQuestion,
  insertQuestion,
  type Question,
  selectQuestion,
} from './questions.ts'
export { languageName } from './rules/languages.ts'
export { hasEnded, isWaiting, openStates, type RequestState, requestStates, waitingStates } from './rules/life.ts'
export { type SendRefusal, type Sent, sendIn } from './sending.ts'
export { getStanding, getStandingForUpdate, listStandings, type Standing, watchersOf } from './standing.ts'
export { insertConsent } from './store.ts'
export { insertSupplement } from './supplementing.ts'
export { bsnCheckedWithText, historyText, sourceText, stateText } from './text.nl.ts'
export { unwantedNames } from './unwanted.ts'
