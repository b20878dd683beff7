import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { formatPostcode, parsePostcode } from '#kernel/postcode.ts'
import { areaPlacesQuery } from '#modules/regions/index.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import { readYes, writeYes } from '#platform/csv/words.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { saveLocationIn } from './keeping-locations.ts'
import { type Location, locationsQuery } from './locations.ts'
import { organizationsByName, refuseOrganization } from './naming-organizations.ts'
import { pointOf } from './rules/point.ts'
import { listTeamsIn } from './teams.ts'

type Kept = 'name' | 'street' | 'postcode' | 'place' | 'phone' | 'openingHours' | 'active'

/** A line of a file with locations, recognised by its name within its organisation. */
export type LocationRow = Pick<Location, Kept> & {
  organization: string
  /** The name of a team of that organisation; empty when it is of all. */
  team: string
}

/** @param own the organisation whose locations these are, when the file need not name it */
export function locationFormat(own?: string): CsvFormat<LocationRow> {
  return {
    columns: [
      { key: 'organization', header: 'Organisatie', required: own === undefined, write: (row) => row.organization },
      { key: 'name', header: 'Locatie', also: ['Naam'], required: true, write: (row) => row.name },
      { key: 'team', header: 'Team', write: (row) => row.team },
      { key: 'street', header: 'Straat', also: ['Straat en huisnummer'], required: true, write: (row) => row.street },
      { key: 'postcode', header: 'Postcode', required: true, write: (row) => formatPostcode(row.postcode) },
      { key: 'place', header: 'Plaats', required: true, write: (row) => row.place },
      { key: 'phone', header: 'Telefoon', write: (row) => row.phone && formatPhone(row.phone) },
      { key: 'openingHours', header: 'Openingstijden', write: (row) => row.openingHours },
      { key: 'active', header: 'In gebruik', write: (row) => writeYes(row.active) },
    ],
    read(cells) {
      const wanted = own === undefined ? { required: 'Vul de naam van de organisatie in' } : {}
      const postcode = cells.parsed('postcode', parsePostcode, 'Vul een postcode in, zoals 6811 AB', {
        required: 'Vul de postcode in',
      })
      return {
        organization: cells.line('organization', wanted) ?? own ?? '',
        name: cells.line('name', { required: 'Vul in hoe de locatie heet', max: 80 }) ?? '',
        team: cells.line('team', { max: 80 }) ?? '',
        street: cells.line('street', { required: 'Vul straat en huisnummer in', max: 120 }) ?? '',
        postcode: postcode?.pc6 ?? '',
        place: cells.line('place', { required: 'Vul de plaats in', max: 80 }) ?? '',
        phone: cells.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67') ?? null,
        openingHours: cells.line('openingHours', { max: 120 }) ?? '',
        active: readYes(cells, 'active', true),
      }
    },
    identity,
    maxRows: 5000,
  }
}

const identity = ({ organization, name }: LocationRow) => `${organization}\n${name}`.toLowerCase()

type KnownLocation = LocationRow & Omit<Location, Kept>

/** @param organizationId of this organisation only; for the region manager undefined */
export async function listLocationRows(tx: Tx, organizationId: string | undefined): Promise<KnownLocation[]> {
  const organizations = new Map([...(await organizationsByName(tx)).values()].map(({ id, name }) => [id, name]))
  const teams = new Map((await listTeamsIn(tx, organizationId)).map(({ id, name }) => [id, name]))
  const { rows } = await tx.db.executeQuery(locationsQuery({ organizationId }).compile())
  return (rows as Location[]).map((location) => ({
    ...location,
    organization: organizations.get(location.organizationId) ?? '',
    team: teams.get(location.teamId ?? '') ?? '',
  }))
}

export async function planLocations(
  tx: Tx,
  file: Pick<CsvRows<LocationRow>, 'rows' | 'present'>,
  organizationId: string | undefined,
): Promise<Plan<Change<LocationRow>>> {
  const organizations = await organizationsByName(tx)
  const teams = await teamsByName(tx, organizationId)
  return planChanges<LocationRow>({
    columns: locationFormat().columns,
    file,
    known: await listLocationRows(tx, organizationId),
    identity,
    label: (row) => (organizationId === undefined ? `${row.name}, ${row.organization}` : row.name),
    refuse({ after }) {
      const strange = refuseOrganization(tx, organizations, after.organization, organizationId, 'locaties')
      if (strange || after.team === '' || teams.has(teamKey(after))) return strange
      return { column: 'Team', message: `‘${after.team}’ is geen team van ${after.organization}` }
    },
  })
}

export async function saveLocations(tx: Tx, steps: readonly Change<LocationRow>[]): Promise<void> {
  const organizations = await organizationsByName(tx)
  const teams = await teamsByName(tx, undefined)
  const { rows: areas } = await tx.db.executeQuery(areaPlacesQuery().compile())
  for (const { before, after } of steps) {
    const known = before as KnownLocation | undefined
    const organizationId = organizations.get(after.organization.toLowerCase())?.id
    const teamId = after.team === '' ? null : teams.get(teamKey(after))
    if (organizationId === undefined || teamId === undefined) throw new PlanIsStale()
    const { name, street, postcode, place, phone, openingHours, active } = after
    const point = pointOf(postcode, areas, known)
    const facts = { name, street, postcode, place, phone, openingHours, active, teamId, ...point }
    const outcome = await saveLocationIn(tx, { organizationId, id: known?.id, version: known?.version ?? 0, facts })
    if (!outcome.ok) throw new PlanIsStale()
  }
}

const teamKey = (row: Pick<LocationRow, 'organization' | 'team'>) => `${row.organization}\n${row.team}`.toLowerCase()

async function teamsByName(tx: Tx, organizationId: string | undefined): Promise<Map<string, string>> {
  const teams = await listTeamsIn(tx, organizationId)
  return new Map(teams.map(({ id, name, organization }) => [teamKey({ organization, team: name }), id]))
}
