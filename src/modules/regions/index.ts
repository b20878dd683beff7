export { RegionTabs } from './pages/region-tabs.tsx'
export {
  findArea,
  getRegion,
  listReasons,
  type Reason,
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
