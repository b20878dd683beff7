export { type AuditEntry, audit, auditing, auditingWhen } from './writing.ts'
