export { getProposal, type ProposedLine, proposedLines } from './proposal.ts'
export type { Candidate, Excluded } from './rules/ranking.ts'
export { getShortlist, rankInTransaction, type Shortlist, shortlistFrom, shortlistQuestions } from './shortlist.ts'
export { barrierSentence, factorSentence } from './text.nl.ts'
