export { type AuditEntry, audit, auditing, auditingWhen, rowOf } from './writing.ts'
