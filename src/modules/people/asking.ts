import { takeOrganizationsToAsk } from '#modules/organizations/index.ts'
import { paths } from '#modules/organizations/pages/paths.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { post } from '#platform/mail/mail.ts'

/** Asks the administrators of an organisation, once in half a year, to look whether its facts are still right. */
export const jobs: Jobs = {
  'ask-to-confirm': (scope) =>
    inTransaction(scope, async (tx) => {
      const asked = await takeOrganizationsToAsk(tx, tx.scope.now())
      if (asked.length === 0) return
      const people = await tx.db
        .selectFrom('people.practitioner_role as r')
        .innerJoin('people.user_account as u', 'u.practitioner_id', 'r.practitioner_id')
        .select(['u.id', 'u.email'])
        .distinct()
        .where(
          'r.organization_id',
          'in',
          asked.map(({ id }) => id),
        )
        .where('r.role', '=', 'organization-administrator')
        .where('r.active', '=', true)
        .where('u.active', '=', true)
        .execute()
      for (const { id, email } of people) {
        await post(tx, {
          to: email,
          subject: 'Kloppen de gegevens van uw organisatie nog?',
          body: `Het is een half jaar geleden dat iemand de gegevens van uw organisatie nakeek.

Kijk ze na en geef aan dat alles klopt:
${tx.scope.publicUrl}${paths.organization}

Mensen kiezen erop wie hen helpt.`,
          subjectId: id,
        })
      }
    }),
}

/** Early on a working morning, so that it lies on top. */
export const schedule: Schedule = { 'ask-to-confirm': '23 5 * * 1-5' }
