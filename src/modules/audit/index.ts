export { type AuditEntry, audit, auditing, auditingEach, auditingWhen } from './writing.ts'
