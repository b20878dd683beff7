import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Checkboxes, EmptyState, type FieldErrors, Select, TextField } from '#design/index.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { formatPostcode, parsePostcode } from '#kernel/postcode.ts'
import { type AreaPlace, areaPlacesQuery } from '#modules/regions/index.ts'
import { read } from '#platform/database/transaction.ts'
import { idIn } from '#platform/http/address.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { getOwnLocation, type LocationFacts, removeLocation, saveLocation } from '../keeping-locations.ts'
import { type Location, locationsQuery } from '../locations.ts'
import { pointOf } from '../rules/point.ts'
import { listTeams, type Team } from '../teams.ts'
import { type Difference, differencesBetween } from './changed-meanwhile.tsx'
import { FactsForm } from './facts-form.tsx'
import { FactsList, UseTag } from './facts-list.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'
import { ownOrganization } from './own-organization.ts'
import { paths } from './paths.ts'
import { versionIn, wasSaved } from './reading.ts'

const config = { who: 'organization.administer' } as const

/** The offices and bases of one's own organisation. */
export function locationsPage(app: FastifyInstance): void {
  app.get(paths.locations, { config }, async (request, reply) => {
    const { locations } = await read(request.scope, {
      locations: locationsQuery({ organizationId: ownOrganization(request) }),
    })
    return reply.page(200, <LocationsPage locations={locations} saved={wasSaved(request)} />)
  })
  app.get(paths.newLocation, { config }, async (request, reply) =>
    reply.page(200, <LocationPage teams={await teamsOf(request)} values={{ active: 'ja' }} />),
  )
  app.get(paths.location(':id'), { config }, async (request, reply) => {
    const location = await locationOf(request)
    const teams = await teamsOf(request)
    return reply.page(200, <LocationPage teams={teams} location={location} values={toValues(location)} />)
  })
  app.post(paths.newLocation, { config }, (request, reply) => save(request, reply, undefined))
  app.post(paths.location(':id'), { config }, async (request, reply) => save(request, reply, await locationOf(request)))
}

function locationOf(request: FastifyRequest): Promise<Location> {
  return getOwnLocation(request.scope, ownOrganization(request), idIn(request))
}

function teamsOf(request: FastifyRequest): Promise<Team[]> {
  return listTeams(request.scope, ownOrganization(request))
}

async function save(request: FastifyRequest, reply: FastifyReply, known: Location | undefined) {
  const organizationId = ownOrganization(request)
  const teams = await teamsOf(request)
  const form = new FormReader(request.body)
  const version = versionIn(form, known)
  if (known && form.choice('step', ['save', 'remove']) === 'remove') {
    const outcome = await removeLocation(request.scope, { organizationId, id: known.id, version })
    if (outcome.ok) return reply.seeOther(`${paths.locations}?bewaard=ja`)
    const { now } = outcome.refusal
    return reply.page(409, <LocationPage teams={teams} location={now} values={toValues(now)} differences={[]} />)
  }
  const { areas } = await read(request.scope, { areas: areaPlacesQuery() })
  const facts = readFacts(form, teams, areas, known)
  const { values } = form
  if (!form.ok) {
    return reply.page(422, <LocationPage {...{ teams, location: known, values, version }} errors={form.errors} />)
  }
  const outcome = await saveLocation(request.scope, { organizationId, id: known?.id, version, facts })
  if (outcome.ok) return reply.seeOther(`${paths.locations}?bewaard=ja`)
  const { now } = outcome.refusal
  const differences = differencesOf(now, facts, teams)
  return reply.page(409, <LocationPage {...{ teams, values, differences }} location={now} />)
}

function readFacts(form: FormReader, teams: readonly Team[], areas: readonly AreaPlace[], known?: Location) {
  const postcode = form.parsed('postcode', parsePostcode, 'Vul een postcode in, zoals 6811 AB', {
    required: 'Vul de postcode in',
  })
  return {
    name: form.line('name', { required: 'Vul in hoe de locatie heet, zoals kantoor of wijkpost', max: 80 }) ?? '',
    teamId:
      form.choice(
        'teamId',
        teams.map(({ id }) => id),
      ) ?? null,
    street: form.line('street', { required: 'Vul straat en huisnummer in', max: 120 }) ?? '',
    postcode: postcode?.pc6 ?? '',
    place: form.line('place', { required: 'Vul de plaats in', max: 80 }) ?? '',
    phone: form.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67') ?? null,
    openingHours: form.line('openingHours', { max: 120 }) ?? '',
    active: form.checked('active'),
    ...pointOf(postcode?.pc6 ?? '', areas, known),
  } satisfies LocationFacts
}

function toValues(location: Location): FormValues {
  return {
    name: location.name,
    teamId: location.teamId ?? '',
    street: location.street,
    postcode: formatPostcode(location.postcode),
    place: location.place,
    phone: location.phone ? formatPhone(location.phone) : '',
    openingHours: location.openingHours,
    active: location.active ? 'ja' : '',
  }
}

function differencesOf(now: Location, typed: LocationFacts, teams: readonly Team[]): Difference[] {
  const words = (facts: LocationFacts): Record<string, string> => ({
    Naam: facts.name,
    'Van welk team': teams.find(({ id }) => id === facts.teamId)?.name ?? '',
    'Straat en huisnummer': facts.street,
    Postcode: formatPostcode(facts.postcode),
    Plaats: facts.place,
    Telefoon: facts.phone ? formatPhone(facts.phone) : '',
    Openingstijden: facts.openingHours,
    'In gebruik': facts.active ? 'ja' : 'nee',
  })
  return differencesBetween(words(now), words(typed))
}

function LocationsPage({ locations, saved }: { locations: readonly Location[]; saved: boolean }) {
  return (
    <FactsList
      title="Locaties"
      tabs={<OrganizationTabs current={paths.locations} />}
      told={saved && 'De locaties zijn bewaard'}
      add={{ href: paths.newLocation, label: 'Locatie toevoegen' }}
      many={paths.importLocations}
      columns={[
        { key: 'name', label: 'Locatie' },
        { key: 'address', label: 'Adres' },
        { key: 'phone', label: 'Telefoon' },
        { key: 'state', label: 'Staat' },
      ]}
      rows={locations.map((location) => ({
        key: location.id,
        href: paths.location(location.id),
        cells: {
          name: location.name,
          address: `${location.street}, ${formatPostcode(location.postcode)} ${location.place}`,
          phone: location.phone ? formatPhone(location.phone) : undefined,
          state: <UseTag active={location.active} />,
        },
      }))}
      empty={
        <EmptyState title="Nog geen locaties" icon="map-pin">
          Voeg toe waar mensen u kunnen vinden.
        </EmptyState>
      }
    />
  )
}

type Props = {
  teams: readonly Team[]
  location?: Location
  values: FormValues
  errors?: FieldErrors
  version?: number
  differences?: readonly Difference[]
}

function LocationPage({ teams, location, values, errors = {}, version, differences }: Props) {
  const { one, many } = fieldsOf(values, errors)
  return (
    <FactsForm
      title={location?.name ?? 'Locatie toevoegen'}
      back={{ href: paths.locations, label: 'Locaties' }}
      action={location ? paths.location(location.id) : paths.newLocation}
      looked={{ name: 'version', value: String(version ?? location?.version ?? 0) }}
      remove={location && 'Verwijder deze locatie'}
      {...{ errors, differences }}
    >
      <TextField label="Naam" hint="Zoals kantoor of wijkpost" maxLength={80} {...one('name')} />
      <Select
        label="Van welk team"
        placeholder="Van de hele organisatie"
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        optional
        {...one('teamId')}
      />
      <TextField label="Straat en huisnummer" maxLength={120} {...one('street')} />
      <TextField label="Postcode" width="short" {...one('postcode')} />
      <TextField label="Plaats" width="medium" {...one('place')} />
      <TextField label="Telefoon" type="tel" width="medium" optional {...one('phone')} />
      <TextField label="Openingstijden" maxLength={120} optional {...one('openingHours')} />
      <Checkboxes legend="Staat" options={[{ value: 'ja', label: 'In gebruik' }]} optional {...many('active')} />
    </FactsForm>
  )
}
