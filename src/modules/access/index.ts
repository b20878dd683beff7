export { type Caller, type Door, type Identified, makeDoor, sessionCookie } from './identify.ts'
export { isRole, permissionsOf, type Role, roles } from './rules/roles.ts'
export { type NewSession, startSession } from './sessions.ts'
