import { isEmail } from '#kernel/email.ts'
import { isPersonName } from '#kernel/text.ts'
import type { CoordinatingTeam } from '#modules/organizations/index.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges, RowIsRefused } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import { readWord, readWords, writeWords } from '#platform/csv/words.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { type Colleague, listColleaguesIn, seenOf } from './colleagues.ts'
import { addColleagueIn, changeColleagueIn, isEmailTaken } from './keeping.ts'
import { type OwnRole, ownRoles, sitsInTeams } from './rules/roles.ts'
import { refusalText, roleText } from './text.nl.ts'

/** A line of a file with people of one organisation, recognised by mail address. */
export type PersonRow = { email: string; name: string; jobTitle: string; role: string; teamIds: readonly string[] }

/** @param roles those that this organisation has a use for */
export function peopleFormat(teams: readonly CoordinatingTeam[], roles: readonly OwnRole[]): CsvFormat<PersonRow> {
  const roleWords = Object.fromEntries(roles.map((role) => [role, roleText[role]])) as Record<OwnRole, string>
  const teamText = Object.fromEntries(teams.map(({ id, name }) => [id, name]))
  return {
    columns: [
      { key: 'email', header: 'E-mail', required: true, write: (row) => row.email },
      { key: 'name', header: 'Naam', required: true, write: (row) => row.name },
      { key: 'jobTitle', header: 'Functie', required: true, write: (row) => row.jobTitle },
      { key: 'role', header: 'Rol', required: true, write: (row) => roleText[row.role as OwnRole] ?? row.role },
      { key: 'teamIds', header: 'Coördinerende teams', write: (row) => writeWords(row.teamIds, teamText) },
    ],
    read(cells) {
      const role = readWord(cells, 'role', roleWords, { required: 'Vul de rol in' })
      const teamIds = readWords(cells, 'teamIds', teamText)
      if (teamIds.length > 0 && !sitsInTeams(role ?? '')) cells.refuse('teamIds', refusalText['not-a-nurse'])
      return {
        email:
          cells.parsed('email', (line) => (isEmail(line) ? line.toLowerCase() : undefined), 'Vul een e-mailadres in', {
            required: 'Vul het e-mailadres in. Daar gaat de uitnodiging heen.',
          }) ?? '',
        name:
          cells.parsed('name', (line) => (isPersonName(line) ? line : undefined), 'Vul een naam in, met letters', {
            required: 'Vul de naam in',
            max: 120,
          }) ?? '',
        jobTitle: cells.line('jobTitle', { required: 'Vul de functie in', max: 80 }) ?? '',
        role: role ?? '',
        teamIds,
      }
    },
    identity,
    maxRows: 2000,
  }
}

const identity = ({ email }: PersonRow) => email.toLowerCase()

type Step = Change<PersonRow>

/** Those whom an organisation keeps itself: not who works for the region. */
export async function listPeopleRows(tx: Tx, organizationId: string): Promise<Colleague[]> {
  const all = await listColleaguesIn(tx, organizationId)
  return all.filter(({ role }) => (ownRoles as readonly string[]).includes(role))
}

export async function planPeople(
  tx: Tx,
  format: CsvFormat<PersonRow>,
  file: Pick<CsvRows<PersonRow>, 'rows' | 'present'>,
  organizationId: string,
): Promise<Plan<Step>> {
  const plan = planChanges<PersonRow>({
    columns: format.columns,
    file,
    known: await listPeopleRows(tx, organizationId),
    identity,
    label: ({ name }) => name,
    refuse: ({ before, after }) =>
      before && before.role !== after.role
        ? { column: 'Rol', message: 'Iemands rol verandert u niet met een bestand' }
        : undefined,
  })
  const added = plan.rows.filter(({ deed }) => deed === 'add').length
  if (added > 0)
    plan.notes = [
      added === 1 ? 'Eén persoon krijgt een uitnodiging per mail' : `${added} mensen krijgen een uitnodiging per mail`,
    ]
  return plan
}

export async function savePeople(tx: Tx, steps: readonly Step[], organizationId: string): Promise<void> {
  for (const { line, before, after } of steps) {
    const { email, name, jobTitle, role, teamIds } = after
    const known = before as Colleague | undefined
    if (known) {
      const facts = { name, jobTitle, teamIds: [...teamIds] }
      const outcome = await changeColleagueIn(tx, { organizationId, id: known.id, seen: seenOf(known), facts })
      if (!outcome.ok) throw new PlanIsStale()
      continue
    }
    try {
      await addColleagueIn(tx, { organizationId, name, email, jobTitle, role: role as OwnRole, teamIds })
    } catch (error) {
      // Whose account it is need not be visible to whoever imports.
      if (isEmailTaken(error)) throw new RowIsRefused({ line, column: 'E-mail', message: refusalText['email-taken'] })
      throw error
    }
  }
}
