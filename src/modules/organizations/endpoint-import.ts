import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import { readWord, readYes, writeYes } from '#platform/csv/words.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Endpoint } from './endpoints.ts'
import { type EndpointFacts, listEndpointsIn, saveEndpointIn } from './keeping-endpoints.ts'
import { organizationsByName, refuseOrganization } from './naming-organizations.ts'
import { readEndpointAddress, readPayloadTypes } from './read-endpoint.ts'
import { type ConnectionType, writeEndpointAddress } from './rules/endpoint-address.ts'
import { connectionTypeText } from './text.nl.ts'

/** A line of a file with electronic addresses, recognised by its name within its organisation. */
export type EndpointRow = EndpointFacts & { organization: string }

/** @param own the organisation whose addresses these are, when the file need not name it */
export function endpointFormat(own?: string): CsvFormat<EndpointRow> {
  return {
    columns: [
      { key: 'organization', header: 'Organisatie', required: own === undefined, write: (row) => row.organization },
      { key: 'name', header: 'Naam', required: true, write: (row) => row.name },
      {
        key: 'connectionType',
        header: 'Verbinding',
        required: true,
        write: (row) => connectionTypeText[row.connectionType as ConnectionType],
      },
      { key: 'payloadTypes', header: 'Berichten', write: (row) => row.payloadTypes.join(' | ') },
      { key: 'address', header: 'Adres', required: true, write: (row) => writeEndpointAddress(row.address) },
      { key: 'active', header: 'In gebruik', write: (row) => writeYes(row.active) },
    ],
    read(cells) {
      const wanted = own === undefined ? { required: 'Vul de naam van de organisatie in' } : {}
      const type = readWord(cells, 'connectionType', connectionTypeText, { required: 'Vul de soort verbinding in' })
      return {
        organization: cells.line('organization', wanted) ?? own ?? '',
        name: cells.line('name', { required: 'Vul in hoe dit adres heet', max: 80 }) ?? '',
        connectionType: type ?? '',
        payloadTypes: readPayloadTypes(cells, /[|,;\n]/),
        address: readEndpointAddress(cells, type),
        active: readYes(cells, 'active', true),
      }
    },
    identity,
    maxRows: 2000,
  }
}

const identity = ({ organization, name }: EndpointRow) => `${organization}\n${name}`.toLowerCase()

/** @param organizationId plan for this organisation only; for the region manager undefined */
export async function planEndpoints(
  tx: Tx,
  file: Pick<CsvRows<EndpointRow>, 'rows' | 'present'>,
  organizationId: string | undefined,
): Promise<Plan<Change<EndpointRow>>> {
  const organizations = await organizationsByName(tx)
  return planChanges<EndpointRow>({
    columns: endpointFormat().columns,
    file,
    known: await listEndpointsIn(tx, organizationId),
    identity,
    label: (row) => (organizationId === undefined ? `${row.name}, ${row.organization}` : row.name),
    refuse: ({ after }) =>
      refuseOrganization(tx, organizations, after.organization, organizationId, 'elektronische adressen'),
  })
}

export async function saveEndpoints(tx: Tx, steps: readonly Change<EndpointRow>[]): Promise<void> {
  const organizations = await organizationsByName(tx)
  for (const { before, after } of steps) {
    const { organization, name, connectionType, payloadTypes, address, active } = after
    const organizationId = organizations.get(organization.toLowerCase())?.id
    if (organizationId === undefined) throw new PlanIsStale()
    const known = before as Endpoint | undefined
    const facts = { name, connectionType, payloadTypes, address, active }
    const outcome = await saveEndpointIn(tx, { organizationId, id: known?.id, version: known?.version ?? 0, facts })
    if (!outcome.ok) throw new PlanIsStale()
  }
}
