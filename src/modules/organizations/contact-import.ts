import { isPersonName } from '#kernel/text.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { coordinatingTeamsQuery } from './coordinating-teams.ts'
import { saveContactIn } from './keeping-contacts.ts'
import { organizationsByName } from './naming-organizations.ts'
import { canKeepContact } from './policy.ts'
import { type TeamContact, teamContactsQuery } from './team-contacts.ts'

/** A line of a file with contact people, recognised by team, organisation and first name. */
export type ContactRow = {
  team: string
  organization: string
  firstName: string
  jobTitle: string
  position: number
}

/** @param own the organisation whose people these are, when the file need not name it */
export function contactFormat(own?: string): CsvFormat<ContactRow> {
  return {
    columns: [
      { key: 'team', header: 'Team', required: true, write: (row) => row.team },
      { key: 'organization', header: 'Organisatie', write: (row) => row.organization },
      { key: 'firstName', header: 'Voornaam', required: true, write: (row) => row.firstName },
      { key: 'jobTitle', header: 'Functie', required: true, write: (row) => row.jobTitle },
      { key: 'position', header: 'Plaats', write: (row) => row.position },
    ],
    read: (cells) => ({
      team: cells.line('team', { required: 'Vul de naam van het coördinerende team in' }) ?? '',
      organization: cells.line('organization') ?? own ?? '',
      firstName:
        cells.parsed(
          'firstName',
          (line) => (isPersonName(line) ? line : undefined),
          'Vul een voornaam in, met letters',
          {
            required: 'Vul de voornaam in',
            max: 40,
          },
        ) ?? '',
      jobTitle: cells.line('jobTitle', { required: 'Vul de functie in', max: 60 }) ?? '',
      position: cells.integer('position', { min: 0, max: 99 }) ?? 0,
    }),
    identity,
    maxRows: 2000,
  }
}

const identity = ({ team, organization, firstName }: ContactRow) =>
  [team, organization, firstName].join('\n').toLowerCase()

type KnownContact = ContactRow & Pick<TeamContact, 'id' | 'version'>
type Step = Change<ContactRow>

/** @param organizationId of this organisation only; for the region manager undefined */
export async function listContactRows(tx: Tx, organizationId: string | undefined): Promise<KnownContact[]> {
  const teams = await teamNames(tx)
  const { rows } = await tx.db.executeQuery(teamContactsQuery({ organizationId }).compile())
  return (rows as TeamContact[]).map((contact) => ({
    id: contact.id,
    version: contact.version,
    team: teams.get(contact.coordinatingTeamId) ?? '',
    organization: contact.organizationName ?? '',
    firstName: contact.firstName,
    jobTitle: contact.jobTitle,
    position: contact.position,
  }))
}

export async function planContacts(
  tx: Tx,
  file: Pick<CsvRows<ContactRow>, 'rows' | 'present'>,
  organizationId: string | undefined,
): Promise<Plan<Step>> {
  const names = new Set([...(await teamNames(tx)).values()].map((name) => name.toLowerCase()))
  const organizations = await organizationsByName(tx)
  return planChanges<ContactRow>({
    columns: contactFormat().columns,
    file,
    known: await listContactRows(tx, organizationId),
    identity,
    label: ({ firstName, team }) => `${firstName}, ${team}`,
    refuse({ after }) {
      if (!names.has(after.team.toLowerCase()))
        return { column: 'Team', message: `‘${after.team}’ is geen coördinerend team in deze regio` }
      const organization = organizations.get(after.organization.toLowerCase())
      if (after.organization !== '' && !organization)
        return { column: 'Organisatie', message: `‘${after.organization}’ is geen organisatie in deze regio` }
      if (!canKeepContact(tx.scope.actor, organization?.id ?? null))
        return { column: 'Organisatie', message: 'U wijzigt alleen contactpersonen van uw eigen organisatie' }
      return undefined
    },
  })
}

export async function saveContacts(tx: Tx, steps: readonly Step[]): Promise<void> {
  const teams = new Map([...(await teamNames(tx))].map(([id, name]) => [name.toLowerCase(), id]))
  const organizations = await organizationsByName(tx)
  for (const { before, after } of steps) {
    const known = before as KnownContact | undefined
    const coordinatingTeamId = teams.get(after.team.toLowerCase())
    if (coordinatingTeamId === undefined) throw new PlanIsStale()
    const { firstName, jobTitle, position } = after
    const organizationId = organizations.get(after.organization.toLowerCase())?.id ?? null
    const facts = { coordinatingTeamId, organizationId, firstName, jobTitle, position }
    const outcome = await saveContactIn(tx, { id: known?.id, version: known?.version ?? 0, facts })
    if (!outcome.ok) throw new PlanIsStale()
  }
}

async function teamNames(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await tx.db.executeQuery(coordinatingTeamsQuery().compile())
  return new Map((rows as { id: string; name: string }[]).map(({ id, name }) => [id, name]))
}
