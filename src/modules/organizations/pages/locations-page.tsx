import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  Actions,
  Button,
  Checkboxes,
  DataTable,
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  Select,
  StatusTag,
  TextField,
} from '#design/index.ts'
import { isId } from '#kernel/ids.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { formatPostcode, parsePostcode } from '#kernel/postcode.ts'
import { type AreaPlace, areaPlacesQuery } from '#modules/regions/index.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { getOwnLocation, type LocationFacts, removeLocation, saveLocation } from '../keeping-locations.ts'
import { type Location, locationsQuery } from '../locations.ts'
import { listTeams, type Team } from '../teams.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { OrganizationTabs } from './organization-tabs.tsx'
import { ownOrganization } from './own-organization.ts'
import { paths } from './paths.ts'

const config = { who: 'organization.administer' } as const

/** The offices and bases of one's own organisation. */
export function locationsPage(app: FastifyInstance): void {
  app.get(paths.locations, { config }, async (request, reply) => {
    const { locations } = await read(request.scope, {
      locations: locationsQuery({ organizationId: ownOrganization(request) }),
    })
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <LocationsPage locations={locations} saved={saved} />)
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
  const { id } = request.params as { id: string }
  if (!isId(id)) throw new NotFound()
  return getOwnLocation(request.scope, ownOrganization(request), id)
}

function teamsOf(request: FastifyRequest): Promise<Team[]> {
  return listTeams(request.scope, ownOrganization(request))
}

async function save(request: FastifyRequest, reply: FastifyReply, known: Location | undefined) {
  const organizationId = ownOrganization(request)
  const teams = await teamsOf(request)
  const form = new FormReader(request.body)
  const version = form.integer('version', { min: 0, max: 999_999_999 }) ?? 0
  if (known && form.choice('step', ['save', 'remove']) === 'remove') {
    const outcome = await removeLocation(request.scope, { organizationId, id: known.id, version })
    if (outcome.ok) return reply.seeOther(`${paths.locations}?bewaard=ja`)
    const { now } = outcome.refusal
    return reply.page(409, <LocationPage teams={teams} location={now} values={toValues(now)} changed={now} />)
  }
  const { areas } = await read(request.scope, { areas: areaPlacesQuery() })
  const facts = readFacts(form, teams, areas)
  const { values } = form
  if (!form.ok) {
    return reply.page(422, <LocationPage {...{ teams, location: known, values, version }} errors={form.errors} />)
  }
  const outcome = await saveLocation(request.scope, { organizationId, id: known?.id, version, facts })
  if (outcome.ok) return reply.seeOther(`${paths.locations}?bewaard=ja`)
  const { now } = outcome.refusal
  return reply.page(409, <LocationPage teams={teams} location={now} values={values} changed={now} />)
}

function readFacts(form: FormReader, teams: readonly Team[], areas: readonly AreaPlace[]): LocationFacts {
  const postcode = form.parsed('postcode', parsePostcode, 'Vul een postcode in, zoals 6811 AB', {
    required: 'Vul de postcode in',
  })
  // Where it lies on the map: the middle of its postcode area, when that is of this region.
  const area = areas.find(({ pc4 }) => pc4 === postcode?.pc4)
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
    latitude: area?.latitude ?? null,
    longitude: area?.longitude ?? null,
    active: form.checked('active'),
  }
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

function LocationsPage({ locations, saved }: { locations: readonly Location[]; saved: boolean }) {
  return (
    <Screen title="Locaties" width="wide" density="professional" script>
      <OrganizationTabs current={paths.locations} />
      {saved && <Notice kind="good" title="De locaties zijn bewaard" />}
      <PageHeading
        actions={
          <LinkButton href={paths.newLocation} icon="plus">
            Locatie toevoegen
          </LinkButton>
        }
      >
        <Heading level={1}>Locaties</Heading>
      </PageHeading>
      <DataTable
        caption="Uw locaties"
        captionHidden
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
            state: location.active ? (
              <StatusTag kind="good" label="in gebruik" />
            ) : (
              <StatusTag kind="neutral" label="niet in gebruik" />
            ),
          },
        }))}
        empty={
          <EmptyState title="Nog geen locaties" icon="map-pin">
            Voeg toe waar mensen u kunnen vinden.
          </EmptyState>
        }
      />
    </Screen>
  )
}

type Props = {
  teams: readonly Team[]
  location?: Location
  values: FormValues
  errors?: FieldErrors
  version?: number
  changed?: Location
}

function LocationPage({ teams, location, values, errors = {}, version, changed }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  const title = location ? location.name : 'Locatie toevoegen'
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.locations, label: 'Locaties' }}
    >
      <ErrorSummary errors={errors} />
      {changed && (
        <ChangedMeanwhile
          differences={[
            { label: 'Naam', theirs: changed.name, typed: one('name').value ?? '' },
            { label: 'Straat', theirs: changed.street, typed: one('street').value ?? '' },
          ]}
        />
      )}
      <Heading level={1}>{title}</Heading>
      <PostForm action={location ? paths.location(location.id) : paths.newLocation}>
        <HiddenField name="version" value={String(version ?? location?.version ?? 0)} />
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
        <Actions>
          <Button name="step" value="save">
            Bewaar
          </Button>
          {location && (
            <Button name="step" value="remove" kind="danger">
              Verwijder deze locatie
            </Button>
          )}
        </Actions>
      </PostForm>
    </Screen>
  )
}
