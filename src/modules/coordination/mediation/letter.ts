import { sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import { insertConsent } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read } from '#platform/database/transaction.ts'
import { lockAsSeen } from '../deadlines/standing.ts'
import { auditCommand } from '../deciding.ts'
import { rolesTo } from '../policy.ts'

/** Who may say yes to the letter; as the form of asking keeps it. */
export const agreeing = ['client', 'representative', 'informal-carer'] as const
export type Agreeing = (typeof agreeing)[number]

/** The step of the ladder has come, and this actor holds the request. */
export function isDue({ escalationStep, roles }: { escalationStep: string | null; roles: readonly string[] }): boolean {
  return escalationStep === 'insurer-mediation' && roles.includes('holder')
}

export type AgreeRefusal = { code: 'not-due' | 'holder-only' }

/** Somebody of the client's side said on the phone that the insurer may be asked to help; that is kept as a consent of its own. */
export const agreeToMediation = command(
  async (tx, actor, input: { requestId: string; givenBy: Agreeing }): Promise<Outcome<void, AgreeRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    if (!rolesTo(actor, standing, { givesCare: false, asked: false }).includes('holder'))
      return refused({ code: 'holder-only' })
    const row = await tx.db
      .selectFrom('requests.care_request')
      .select('escalation_step')
      .where('id', '=', standing.id)
      .executeTakeFirstOrThrow()
    if (row.escalation_step !== 'insurer-mediation') return refused({ code: 'not-due' })
    await insertConsent(tx, standing.id, {
      givenBy: input.givenBy,
      scope: ['insurer-mediation'],
      textVersion: 'zorgbemiddeling-2026-11',
    })
    await auditCommand(tx, standing, 'request.insurer-consent', ['consent'])
    return done(undefined)
  },
)

/** Whom the letter is about. */
export type InsuredPerson = {
  givenName: string | null
  familyName: string
  birthDate: LocalDate
  street: string | null
  houseNumber: string
  postcode: string
  place: string | null
  phone: string | null
}

/** Nothing before the step has come and the client agreed; the database decides. With its row in the log. */
export async function findInsured(scope: Scope, requestId: string): Promise<InsuredPerson | undefined> {
  const about = sql<InsuredPerson | null>`requests.for_the_insurer(${requestId}::uuid)`
  const told = auditingWhen(
    scope,
    {
      event: 'request.insurer-letter',
      action: 'R',
      careRequestId: requestId,
      objectType: 'care-request',
      objectId: requestId,
      fields: ['identity', 'card', 'history'],
      legalBasis: 'coordination',
      rule: 'for_the_insurer',
    },
    sql`${about} is not null`,
  )
  const { found } = await read(scope, {
    found: build.selectFrom(sql<{ who: InsuredPerson | null }>`(select ${about} as who)`.as('one')).selectAll(),
    told: { compile: () => told.compile(build) },
  })
  return found[0]?.who ?? undefined
}
