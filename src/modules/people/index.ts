export { type Credentials, findCredentials, findCredentialsById, setCredentials, spendTotpStep } from './accounts.ts'
export { type Colleague, listColleagues } from './colleagues.ts'
export { type RoleCode, roleCodes } from './rules/roles.ts'
export { roleText } from './text.nl.ts'
