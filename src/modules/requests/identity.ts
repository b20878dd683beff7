import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { ContactPerson, NewIdentity } from './new-request.ts'

/** Who a request is about: what opened for the organisation that took it. The BSN is asked for by itself. */
export type Identity = {
  givenName: string | null
  familyName: string
  birthDate: LocalDate
  hasBsn: boolean
  bsnCheckedWith: NonNullable<NewIdentity['bsnCheckedWith']> | null
  postcode: string
  houseNumber: string
  street: string | null
  place: string | null
  careAddress: string | null
  phone: string | null
  email: string | null
  question: string
  contacts: ContactPerson[]
  requester: NewIdentity['requester']
  /** Read with `toParticulars`. */
  particulars: unknown
}

/**
 * The identity, when it is open for this actor, together with the audit row that says who saw it: one statement, so that
 * neither is ever there without the other. Row-level security decides whether there is a row at all.
 */
export function readIdentity(scope: Scope, requestId: string) {
  return build
    .with('shown', (db) =>
      db
        .selectFrom('requests.patient_identity')
        .select([
          'given_name as givenName',
          'family_name as familyName',
          'birth_date as birthDate',
          sql<boolean>`bsn_sealed is not null`.as('hasBsn'),
          'bsn_checked_with as bsnCheckedWith',
          'postcode',
          'house_number as houseNumber',
          'street',
          'place',
          'care_address as careAddress',
          'phone',
          'email',
          'question',
          'contacts',
          'requester',
          'particulars',
        ])
        .where('request_id', '=', requestId),
    )
    .with('told', () =>
      inBrackets(
        auditingWhen(
          scope,
          {
            event: 'identity.read',
            action: 'R',
            careRequestId: requestId,
            objectType: 'patient-identity',
            objectId: requestId,
            fields: ['name', 'birth-date', 'address', 'contacts', 'question', 'particulars', 'attachment-names'],
            legalBasis: 'treatment',
            rule: 'identity_open_to_the_taker',
          },
          sql`exists (select from shown)`,
        ),
      ),
    )
    .selectFrom('shown')
    .selectAll()
}

/** The sealed BSN by itself, with its own audit row: nobody sees it by opening a page for something else. */
export function readSealedBsn(scope: Scope, requestId: string) {
  return build
    .with('shown', (db) =>
      db
        .selectFrom('requests.patient_identity')
        .select(['bsn_sealed as sealed', 'bsn_checked_with as checkedWith'])
        .where('request_id', '=', requestId)
        .where('bsn_sealed', 'is not', null),
    )
    .with('told', () =>
      inBrackets(
        auditingWhen(
          scope,
          {
            event: 'identity.bsn.read',
            action: 'R',
            careRequestId: requestId,
            objectType: 'patient-identity',
            objectId: requestId,
            fields: ['bsn'],
            legalBasis: 'treatment',
            rule: 'identity_open_to_the_taker',
          },
          sql`exists (select from shown)`,
        ),
      ),
    )
    .selectFrom('shown')
    .selectAll()
}

/** A statement inside `with` stands between brackets; Kysely only writes them around its own. */
function inBrackets(statement: RawBuilder<Record<string, unknown>>): RawBuilder<Record<string, unknown>> {
  return sql`(${statement})`
}
