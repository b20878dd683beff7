export { makeDoor } from './identify.ts'
