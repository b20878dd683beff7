import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Checkboxes, EmptyState, type FieldErrors, Radios, TextField } from '#design/index.ts'
import { read } from '#platform/database/transaction.ts'
import { idIn } from '#platform/http/address.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { type Endpoint, endpointsQuery } from '../endpoints.ts'
import { type EndpointFacts, getOwnEndpoint, removeEndpoint, saveEndpoint } from '../keeping-endpoints.ts'
import { readEndpointAddress, readPayloadTypes } from '../read-endpoint.ts'
import { type ConnectionType, connectionTypes, writeEndpointAddress } from '../rules/endpoint-address.ts'
import { connectionTypeText } from '../text.nl.ts'
import { type Difference, differencesBetween } from './changed-meanwhile.tsx'
import { FactsForm } from './facts-form.tsx'
import { FactsList, UseTag } from './facts-list.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'
import { ownOrganization } from './own-organization.ts'
import { paths } from './paths.ts'
import { versionIn, wasSaved } from './reading.ts'

const config = { who: 'organization.administer' } as const

/** Where the systems of one's own organisation are reached. */
export function endpointsPage(app: FastifyInstance): void {
  app.get(paths.endpoints, { config }, async (request, reply) => {
    const { endpoints } = await read(request.scope, {
      endpoints: endpointsQuery({ organizationId: ownOrganization(request) }),
    })
    return reply.page(200, <EndpointsPage endpoints={endpoints} saved={wasSaved(request)} />)
  })
  app.get(paths.newEndpoint, { config }, async (_request, reply) =>
    reply.page(200, <EndpointPage values={{ active: 'ja' }} />),
  )
  app.get(paths.endpoint(':id'), { config }, async (request, reply) => {
    const endpoint = await endpointOf(request)
    return reply.page(200, <EndpointPage endpoint={endpoint} values={toValues(endpoint)} />)
  })
  app.post(paths.newEndpoint, { config }, (request, reply) => save(request, reply, undefined))
  app.post(paths.endpoint(':id'), { config }, async (request, reply) => save(request, reply, await endpointOf(request)))
}

function endpointOf(request: FastifyRequest): Promise<Endpoint> {
  return getOwnEndpoint(request.scope, ownOrganization(request), idIn(request))
}

async function save(request: FastifyRequest, reply: FastifyReply, known: Endpoint | undefined) {
  const organizationId = ownOrganization(request)
  const form = new FormReader(request.body)
  const version = versionIn(form, known)
  if (known && form.choice('step', ['save', 'remove']) === 'remove') {
    const outcome = await removeEndpoint(request.scope, { organizationId, id: known.id, version })
    if (outcome.ok) return reply.seeOther(`${paths.endpoints}?bewaard=ja`)
    const { now } = outcome.refusal
    return reply.page(409, <EndpointPage endpoint={now} values={toValues(now)} differences={[]} />)
  }
  const facts = readFacts(form)
  const { values, errors } = form
  if (!form.ok) return reply.page(422, <EndpointPage {...{ values, errors, version }} endpoint={known} />)
  const outcome = await saveEndpoint(request.scope, { organizationId, id: known?.id, version, facts })
  if (outcome.ok) return reply.seeOther(`${paths.endpoints}?bewaard=ja`)
  const { now } = outcome.refusal
  const differences = differencesBetween(wordsOf(now), wordsOf(facts))
  return reply.page(409, <EndpointPage endpoint={now} {...{ values, differences }} />)
}

function readFacts(form: FormReader): EndpointFacts {
  const name = form.line('name', { required: 'Vul in hoe dit adres heet, zoals eOverdracht', max: 80 }) ?? ''
  const type = form.choice('connectionType', connectionTypes, { required: 'Kies de soort verbinding' })
  return {
    name,
    connectionType: type ?? '',
    address: readEndpointAddress(form, type),
    payloadTypes: readPayloadTypes(form),
    active: form.checked('active'),
  }
}

function toValues(endpoint: Endpoint): FormValues {
  return {
    name: endpoint.name,
    connectionType: endpoint.connectionType,
    address: writeEndpointAddress(endpoint.address),
    payloadTypes: endpoint.payloadTypes.join(', '),
    active: endpoint.active ? 'ja' : '',
  }
}

function wordsOf(facts: EndpointFacts): Record<string, string> {
  return {
    Naam: facts.name,
    Verbinding: connectionTypeText[facts.connectionType as ConnectionType],
    Adres: writeEndpointAddress(facts.address),
    Berichten: facts.payloadTypes.join(', '),
    'In gebruik': facts.active ? 'ja' : 'nee',
  }
}

function EndpointsPage({ endpoints, saved }: { endpoints: readonly Endpoint[]; saved: boolean }) {
  return (
    <FactsList
      title="Elektronische adressen"
      tabs={<OrganizationTabs current={paths.endpoints} />}
      told={saved && 'De elektronische adressen zijn bewaard'}
      add={{ href: paths.newEndpoint, label: 'Adres toevoegen' }}
      many={paths.importEndpoints}
      columns={[
        { key: 'name', label: 'Naam' },
        { key: 'connection', label: 'Verbinding' },
        { key: 'address', label: 'Adres' },
        { key: 'state', label: 'Staat' },
      ]}
      rows={endpoints.map((endpoint) => ({
        key: endpoint.id,
        href: paths.endpoint(endpoint.id),
        cells: {
          name: endpoint.name,
          connection: connectionTypeText[endpoint.connectionType as ConnectionType],
          address: writeEndpointAddress(endpoint.address),
          state: <UseTag active={endpoint.active} />,
        },
      }))}
      empty={
        <EmptyState title="Nog geen elektronische adressen" icon="send">
          Voeg toe waar de systemen van anderen uw systeem kunnen bereiken, bijvoorbeeld voor eOverdracht.
        </EmptyState>
      }
    />
  )
}

type Props = {
  endpoint?: Endpoint
  values: FormValues
  errors?: FieldErrors
  version?: number
  differences?: readonly Difference[]
}

function EndpointPage({ endpoint, values, errors = {}, version, differences }: Props) {
  const { one, many } = fieldsOf(values, errors)
  return (
    <FactsForm
      title={endpoint?.name ?? 'Elektronisch adres toevoegen'}
      back={{ href: paths.endpoints, label: 'Elektronische adressen' }}
      action={endpoint ? paths.endpoint(endpoint.id) : paths.newEndpoint}
      looked={{ name: 'version', value: String(version ?? endpoint?.version ?? 0) }}
      remove={endpoint && 'Verwijder dit adres'}
      {...{ errors, differences }}
    >
      <TextField label="Naam" hint="Waar het voor is, zoals eOverdracht" maxLength={80} {...one('name')} />
      <Radios
        legend="Verbinding"
        hint="Weet u dit niet? Vraag het aan de leverancier van uw systeem."
        options={connectionTypes.map((value) => ({ value, label: connectionTypeText[value] }))}
        {...one('connectionType')}
      />
      <TextField
        label="Adres"
        hint="Zoals https://fhir.voorbeeld.nl/r4, hl7.voorbeeld.nl:2575 of zorg@voorbeeld.nl"
        inputMode="url"
        maxLength={254}
        {...one('address')}
      />
      <TextField
        label="Soorten berichten"
        hint="Codes met komma's ertussen, zoals eOverdracht"
        optional
        {...one('payloadTypes')}
      />
      <Checkboxes legend="Staat" options={[{ value: 'ja', label: 'In gebruik' }]} optional {...many('active')} />
    </FactsForm>
  )
}
