export { getShortlist, type Shortlist } from './shortlist.ts'
