import { type Expertise, expertises } from '#kernel/care-kinds.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { careKindText } from '#kernel/text.nl.ts'
import type { RegionFacts } from '#modules/regions/index.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import { readWords, readYes, writeWords, writeYes } from '#platform/csv/words.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { organizationsByName, refuseOrganization } from './naming-organizations.ts'
import { readAreasOf } from './read-areas.ts'
import { writeAreas } from './rules/lists.ts'
import { listTeamsIn, saveTeamIn, type TeamFacts, type TeamOfOrganization } from './teams.ts'
import { carerGenderText } from './text.nl.ts'

/** One line of a file with teams. A team is recognised by its name within its organisation. */
export type TeamRow = TeamFacts & { organization: string }

const expertiseText = Object.fromEntries(expertises.map((code) => [code, careKindText[code]])) as Record<
  Expertise,
  string
>

/** @param own the organisation whose teams these are, when the file need not name it */
export function teamFormat(region: RegionFacts, own?: string): CsvFormat<TeamRow> {
  return {
    columns: [
      { key: 'organization', header: 'Organisatie', required: own === undefined, write: (row) => row.organization },
      { key: 'name', header: 'Team', also: ['Naam'], required: true, write: (row) => row.name },
      { key: 'phone', header: 'Telefoon', write: (row) => row.phone && formatPhone(row.phone) },
      { key: 'pc4s', header: 'Werkgebied', also: ['Postcodes'], write: (row) => writeAreas(row.pc4s) },
      { key: 'careKinds', header: 'Soorten zorg', write: (row) => writeWords(row.careKinds, careKindText) },
      { key: 'expertises', header: 'Specialisaties', write: (row) => writeWords(row.expertises, expertiseText) },
      {
        key: 'carerGenders',
        header: 'Wie er kan komen',
        write: (row) => writeWords(row.carerGenders, carerGenderText),
      },
      { key: 'active', header: 'Werkt', write: (row) => writeYes(row.active) },
    ],
    read: (cells) => ({
      organization:
        cells.line('organization', own === undefined ? { required: 'Vul de naam van de organisatie in' } : {}) ??
        own ??
        '',
      name: cells.line('name', { required: 'Vul de naam van het team in', max: 80 }) ?? '',
      phone: cells.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67') ?? null,
      pc4s: readAreasOf(cells, 'pc4s', region),
      careKinds: readWords(cells, 'careKinds', careKindText),
      expertises: readWords(cells, 'expertises', expertiseText),
      carerGenders: readWords(cells, 'carerGenders', carerGenderText),
      active: readYes(cells, 'active', true),
    }),
    identity,
    maxRows: 5000,
  }
}

const identity = (row: TeamRow) => `${row.organization}\n${row.name}`.toLowerCase()

/** @param organizationId plan for this organisation only; for the region manager undefined */
export async function planTeams(
  tx: Tx,
  region: RegionFacts,
  file: Pick<CsvRows<TeamRow>, 'rows' | 'present'>,
  organizationId: string | undefined,
): Promise<Plan<Change<TeamRow>>> {
  const organizations = await organizationsByName(tx)
  return planChanges({
    columns: teamFormat(region).columns,
    file,
    known: await listTeamsIn(tx, organizationId),
    identity,
    label: (row) => (organizationId === undefined ? `${row.name}, ${row.organization}` : row.name),
    refuse: ({ after }) => refuseOrganization(tx, organizations, after.organization, organizationId, 'teams'),
  })
}

export async function saveTeams(tx: Tx, steps: readonly Change<TeamRow>[]): Promise<void> {
  const organizations = await organizationsByName(tx)
  for (const { before, after } of steps) {
    const { organization, name, phone, pc4s, careKinds, expertises: special, carerGenders, active } = after
    const organizationId = organizations.get(organization.toLowerCase())?.id
    if (organizationId === undefined) throw new PlanIsStale()
    const known = before as TeamOfOrganization | undefined
    const team = { name, phone, pc4s, careKinds, expertises: special, carerGenders, active }
    const outcome = await saveTeamIn(tx, { organizationId, id: known?.id, version: known?.version ?? 0, team })
    if (!outcome.ok) throw new PlanIsStale()
  }
}
