import {
  Actions,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Screen,
  Select,
  Stack,
  Text,
  TextArea,
  TextField,
} from '#design/index.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { careKindText } from '#kernel/text.nl.ts'
import type { CoordinatingTeam } from '#modules/organizations/index.ts'
import type { AreaPlace } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { sourceText } from '#modules/requests/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { KeptRoute } from '../routing/keeping-routes.ts'
import { coverageOf } from '../rules/coverage.ts'
import { withRoute } from '../rules/owners.ts'
import { CoverageMap } from './coverage-map.tsx'
import { CoverageNotices } from './coverage-notices.tsx'

export type RouteViewProps = {
  /** The line as it is kept; undefined for a new one. */
  route: KeptRoute | undefined
  routes: readonly KeptRoute[]
  teams: readonly CoordinatingTeam[]
  places: readonly AreaPlace[]
  deskId: string
  values: FormValues
  errors?: FieldErrors
  seen?: string
  /** The line as it was typed, to look at before it counts. */
  tried?: KeptRoute
  effect?: { worse: boolean; text: string }
  /** Somebody changed it in between. */
  now?: KeptRoute
}

export function RouteView(props: RouteViewProps) {
  const { route, teams, values, errors = {}, seen, tried, effect, now } = props
  const { one, many, wrong } = fieldsOf(values, errors)
  const title = route ? 'Regel wijzigen' : 'Regel toevoegen'
  const options = teams
    .filter(({ active, id }) => active || id === route?.coordinatingTeamId)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Screen
      title={title}
      width="wide"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.routes, label: 'Verdeling' }}
    >
      <ErrorSummary errors={errors} />
      {now && (
        <Notice kind="attention" title="Iemand anders heeft dit intussen gewijzigd">
          <Text>
            Nu is bewaard: {teams.find(({ id }) => id === now.coordinatingTeamId)?.name}, volgorde {now.priority}. Wat u
            typte staat nog in het formulier. Bewaar opnieuw als dat moet gelden.
          </Text>
        </Notice>
      )}
      <Heading level={1}>{title}</Heading>
      {tried && <Tried {...props} tried={tried} />}
      <PostForm action={route ? paths.route(route.id) : paths.newRoute} data-turbo="false">
        <HiddenField name="seen" value={seen ?? ''} />
        {effect && <HiddenField name="effect" value={effect.text} />}
        <Select label="Team" placeholder="Kies een team" options={options} {...one('coordinatingTeamId')} />
        <TextField
          label="Volgorde"
          hint="Het laagste getal gaat voor. Gewone regels hebben 100, een uitzondering minder."
          inputMode="numeric"
          width="short"
          {...one('priority')}
        />
        <TextArea
          label="Postcodes"
          hint="Zoals 6811, 6812 of 6821-6825. Leeg: alle postcodes."
          rows={3}
          optional
          {...one('pc4s')}
        />
        <Checkboxes
          legend="Soort zorg"
          hint="Niets gekozen: alle soorten zorg."
          options={careKinds.map((value) => ({ value, label: careKindText[value] }))}
          inline="wide"
          optional
          {...many('careKinds')}
        />
        <Checkboxes
          legend="Van wie"
          hint="Niets gekozen: iedereen."
          options={Object.entries(sourceText).map(([value, label]) => ({ value, label }))}
          inline="wide"
          optional
          {...many('sources')}
        />
        <TextField label="Opmerking" hint="Waarom deze regel er is" maxLength={120} optional {...one('remark')} />
        <Actions>
          <Button name="step" value="look" kind={tried ? 'secondary' : 'primary'}>
            Bekijk op de kaart
          </Button>
          <Button name="step" value="save" kind={tried ? 'primary' : 'secondary'}>
            {effect?.worse ? 'Bewaar toch' : 'Bewaar'}
          </Button>
          {route && (
            <Button name="step" value="remove" kind="danger">
              Verwijder deze regel
            </Button>
          )}
        </Actions>
      </PostForm>
    </Screen>
  )
}

function Tried({ tried, routes, teams, places, deskId, effect }: RouteViewProps & { tried: KeptRoute }) {
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? 'onbekend team'
  const deskName = nameOf(deskId)
  const working = (all: readonly KeptRoute[]) =>
    all.filter(({ coordinatingTeamId }) => teams.some(({ id, active }) => id === coordinatingTeamId && active))
  const then = working(withRoute(routes, tried.id, tried) as KeptRoute[])
  const coverage = coverageOf(
    then,
    places.map(({ pc4 }) => pc4),
  )
  const special = tried.careKinds !== null || tried.sources !== null
  return (
    <Stack>
      <Notice
        kind={effect?.worse ? 'attention' : 'info'}
        title={effect?.worse ? 'Hiermee ontstaat een gat of een overlap' : 'Zo wordt de verdeling'}
      >
        <Text>
          {special
            ? 'Deze regel is een uitzondering voor een soort zorg of een verwijzer. De kaart toont de gewone verdeling.'
            : 'Er is nog niets bewaard.'}
        </Text>
      </Notice>
      <CoverageMap
        places={places}
        routes={then}
        before={working(routes)}
        teamId={tried.coordinatingTeamId}
        nameOf={nameOf}
        deskName={deskName}
      />
      <CoverageNotices coverage={coverage} nameOf={nameOf} deskName={deskName} />
    </Stack>
  )
}
