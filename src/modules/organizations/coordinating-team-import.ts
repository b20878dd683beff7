import { type Expertise, expertises, isExpertise } from '#kernel/care-kinds.ts'
import { isEmail } from '#kernel/email.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { careKindText } from '#kernel/text.nl.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import { readWord, readYes, writeWords, writeYes } from '#platform/csv/words.ts'
import type { Tx } from '#platform/database/transaction.ts'
import {
  type CoordinatingTeam,
  type CoordinatingTeamFacts,
  coordinatingTeamsQuery,
  saveCoordinatingTeamIn,
  seenOf,
} from './coordinating-teams.ts'
import { coordinatingTeamKindText } from './text.nl.ts'

const expertiseText = Object.fromEntries(expertises.map((code) => [code, careKindText[code]])) as Record<
  Expertise,
  string
>

/** A line of a file with coordinating teams; a team is recognised by its name. */
export const coordinatingTeamFormat: CsvFormat<CoordinatingTeamFacts> = {
  columns: [
    { key: 'name', header: 'Team', also: ['Naam'], required: true, write: (row) => row.name },
    { key: 'kind', header: 'Soort', required: true, write: (row) => coordinatingTeamKindText[row.kind] },
    {
      key: 'expertise',
      header: 'Specialisatie',
      write: (row) => (row.expertise && isExpertise(row.expertise) ? writeWords([row.expertise], expertiseText) : ''),
    },
    { key: 'phone', header: 'Telefoon', required: true, write: (row) => formatPhone(row.phone) },
    { key: 'phoneHours', header: 'Te bereiken', required: true, write: (row) => row.phoneHours },
    { key: 'email', header: 'E-mail', required: true, write: (row) => row.email },
    { key: 'description', header: 'Omschrijving', write: (row) => row.description },
    { key: 'active', header: 'Werkt', write: (row) => writeYes(row.active) },
  ],
  read(cells) {
    const kind = readWord(cells, 'kind', coordinatingTeamKindText, { required: 'Vul in wat voor team dit is' })
    const expertise = readWord(cells, 'expertise', expertiseText) ?? null
    if (kind === 'specialised' && expertise === null) cells.refuse('expertise', 'Vul de specialisatie van het team in')
    return {
      name: cells.line('name', { required: 'Vul de naam van het team in', max: 80 }) ?? '',
      kind: kind ?? 'area',
      expertise: kind === 'specialised' ? expertise : null,
      phone:
        cells.parsed('phone', parsePhone, 'Vul een telefoonnummer in', { required: 'Vul een telefoonnummer in' }) ?? '',
      phoneHours: cells.line('phoneHours', { required: 'Vul in wanneer het team te bereiken is', max: 120 }) ?? '',
      email:
        cells.parsed('email', (line) => (isEmail(line) ? line : undefined), 'Vul een e-mailadres in', {
          required: 'Vul het e-mailadres van het team in',
        }) ?? '',
      description: cells.text('description', { max: 1000 }) ?? '',
      active: readYes(cells, 'active', true),
    }
  },
  identity: ({ name }) => name.toLowerCase(),
  maxRows: 2000,
}

type Step = Change<CoordinatingTeamFacts>

export async function planCoordinatingTeams(
  tx: Tx,
  file: Pick<CsvRows<CoordinatingTeamFacts>, 'rows' | 'present'>,
  fallbackDeskId: string,
): Promise<Plan<Step>> {
  const { rows } = await tx.db.executeQuery(coordinatingTeamsQuery().compile())
  return planChanges<CoordinatingTeamFacts>({
    columns: coordinatingTeamFormat.columns,
    file,
    known: rows as CoordinatingTeam[],
    identity: ({ name }) => name.toLowerCase(),
    label: ({ name }) => name,
    refuse: ({ before, after }) =>
      (before as CoordinatingTeam | undefined)?.id === fallbackDeskId && !after.active
        ? { column: 'Werkt', message: 'Dit loket vangt op wat nergens past en kan niet stoppen' }
        : undefined,
  })
}

export async function saveCoordinatingTeams(tx: Tx, steps: readonly Step[]): Promise<void> {
  for (const { before, after } of steps) {
    const known = before as CoordinatingTeam | undefined
    const outcome = await saveCoordinatingTeamIn(tx, {
      id: known?.id,
      seen: known ? seenOf(known) : '',
      facts: after,
    })
    if (!outcome.ok) throw new PlanIsStale()
  }
}
