export { type Door, doorOf, doorOfRegion, findOtherDoor, listDoors } from './doors.ts'
export { RegionTabs } from './pages/region-tabs.tsx'
export { type AreaPlace, areaPlacesQuery } from './places.ts'
export {
  agreeOnWay,
  cancelProposal,
  getProposal,
  type Proposal,
} from './proposing.ts'
export {
  findArea,
  getRegion,
  listReasons,
  type Reason,
  type RegionFacts,
} from './region.ts'
export { addressOf } from './rules/doors.ts'
export { firstReasons } from './rules/first-reasons.ts'
export { coordinatingTeams, fillIn, usualAskAtOnce } from './rules/presets.ts'
export {
  type AskAtOnce,
  actByAfterEscalation,
  actByFor,
  confirmStartBy,
  type Preset,
  presets,
  type WayOfWorking,
} from './rules/way-of-working.ts'
export { agreeRefusalText } from './text.nl.ts'
export { ladderStepText, presetText, tellDifferences } from './way-of-working.nl.ts'
