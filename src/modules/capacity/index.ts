export { type Cell, cellKey, daypartHours, endOf, isPast } from './rules/cell.ts'
export { type Expiry, effectiveLight, firstExpiry, freshUntil, type Said } from './rules/light.ts'
export { expiryQuery, getExpiry, toExpiry } from './settings.ts'
export { type LightRow, lightsBetween, selectLights, teamLightsQuery } from './store.ts'
