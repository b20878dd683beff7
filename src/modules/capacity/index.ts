export { isPast } from './rules/cell.ts'
export { setLights } from './setting.ts'
export { type LightRow, selectLights } from './store.ts'
export { keepTakenRoom } from './taken-room.ts'
