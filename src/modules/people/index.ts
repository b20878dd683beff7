export { type Credentials, findCredentials, findCredentialsById, setCredentials, spendTotpStep } from './accounts.ts'
export { type FirstPerson, inviteFirst } from './first-people.ts'
export type { RoleCode } from './rules/roles.ts'
export { roleText } from './text.nl.ts'
