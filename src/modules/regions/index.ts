export { RegionTabs } from './pages/region-tabs.tsx'
export {
  type Area,
  findArea,
  forgetRegion,
  getRegion,
  listReasons,
  type Reason,
  type ReasonList,
  type RegionFacts,
} from './region.ts'
export { firstReasons } from './rules/first-reasons.ts'
export {
  actByAfterEscalation,
  actByFor,
  confirmStartBy,
  coordinatingTeams,
  type WayOfWorking,
} from './rules/way-of-working.ts'
