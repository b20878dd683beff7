import {
  Actions,
  Button,
  Card,
  Checkboxes,
  Columns,
  DataTable,
  EmptyState,
  ErrorSummary,
  Heading,
  Notice,
  PostForm,
  Screen,
  Select,
  Stack,
  StatusTag,
  Tabs,
  Text,
  TextField,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { capital } from '#kernel/sentence.ts'
import { type DeskFacts, deskStateAt } from '#modules/organizations/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import { deskStateText } from '../../desk/desk.nl.ts'
import type { Roster } from '../../desk/roster.ts'
import { deskPaths } from './paths.ts'
import { weekdays } from './read-desk.ts'

type Props = {
  roster: Roster
  now: Date
  /** What was typed and is wrong with it. */
  failed?: { values: FormValues; errors: FieldErrors }
}

/** Who is on duty, when the desk answers, and who answers for it: what requesters see follows from it at once. */
export function RosterPage({ roster, now, failed }: Props) {
  const { desks, desk } = roster
  return (
    <Screen
      title="Rooster van het loket"
      width="wide"
      density="professional"
      script
      error={failed !== undefined}
      back={{ href: deskPaths.board, label: 'Balie' }}
    >
      <ErrorSummary errors={failed?.errors ?? {}} />
      <Heading level={1} caption={desk?.name}>
        Rooster
      </Heading>
      <Text kind="lead">
        Aanvragers zien het nummer van wie nu dienst heeft. Is er niemand ingeroosterd, dan zien zij het nummer van het
        loket.
      </Text>
      {desks.length > 1 && (
        <Tabs
          label="Loketten"
          items={desks.map(({ id, name }) => ({
            href: deskPaths.rosterOf(id),
            label: name,
            current: id === desk?.id,
          }))}
        />
      )}
      {desk ? (
        <OneDesk desk={desk} roster={roster} now={now} failed={failed} />
      ) : (
        <EmptyState title="U werkt nog niet aan een loket" icon="phone" />
      )}
    </Screen>
  )
}

type OneProps = Props & { desk: DeskFacts }

function OneDesk({ desk, roster: { duties, teams }, now, failed }: OneProps) {
  const state = deskStateAt(desk, now)
  return (
    <Stack>
      <Notice kind={state === 'open' ? 'good' : 'attention'} title={`Nu ${deskStateText[state]}`}>
        <Text>{whatHappens(desk, state, now)}</Text>
        {desk.partnerTeamId && state !== 'closed' && <BusyButtons desk={desk} isBusy={state === 'busy'} />}
      </Notice>
      <Card title="Diensten" kind="plain">
        <DataTable
          caption={`Diensten van ${desk.name} in de komende vier weken`}
          captionHidden
          columns={[
            { key: 'who', label: 'Wie' },
            { key: 'phone', label: 'Nummer', nowrap: true },
            { key: 'from', label: 'Van' },
            { key: 'until', label: 'Tot' },
            { key: 'do', label: 'Weghalen', labelHidden: true },
          ]}
          rows={duties.map(({ id, name, phone, fromAt, untilAt }) => ({
            key: id,
            cells: {
              who: fromAt <= now ? <StatusTag kind="good" label={`${name}, nu`} /> : name,
              phone: formatPhone(phone),
              from: formatMoment(fromAt, now),
              until: formatMoment(untilAt, now),
              do: (
                <PostForm action={deskPaths.removeDuty(desk.id, id)} inline>
                  <Button kind="quiet" small icon="trash" what={`dienst van ${name}, ${formatMoment(fromAt, now)}`}>
                    Haal weg
                  </Button>
                </PostForm>
              ),
            },
          }))}
          empty={<EmptyState title="Er is niemand ingeroosterd" icon="calendar-event" />}
        />
      </Card>
      <Columns>
        <Card title="Dienst toevoegen">
          <DutyForm desk={desk} values={failed?.values} errors={failed?.errors} />
        </Card>
        <Card title="Openingstijden en partner">
          <DeskForm desk={desk} teams={teams} values={failed?.values} errors={failed?.errors} />
        </Card>
      </Columns>
    </Stack>
  )
}

function whatHappens({ partnerName, busyUntil }: DeskFacts, state: ReturnType<typeof deskStateAt>, now: Date): string {
  if (!partnerName) return 'Er is geen partner. Wat binnenkomt, blijft bij dit loket.'
  if (state === 'open') return `Wat binnenkomt, is voor dit loket. Is het druk of dicht, dan neemt ${partnerName} waar.`
  const until = state === 'busy' && busyUntil ? ` tot ${formatMoment(busyUntil, now)}` : ''
  return `Wat binnenkomt, gaat${until} naar ${partnerName}. De aanvrager ziet dat.`
}

function BusyButtons({ desk, isBusy }: { desk: DeskFacts; isBusy: boolean }) {
  return (
    <PostForm action={deskPaths.busy(desk.id)}>
      <Actions>
        {isBusy ? (
          <Button name="minuten" value="0" kind="secondary">
            Wij nemen weer op
          </Button>
        ) : (
          <>
            <Button name="minuten" value="30" kind="secondary">
              Druk: 30 minuten naar de partner
            </Button>
            <Button name="minuten" value="120" kind="quiet">
              2 uur
            </Button>
          </>
        )}
      </Actions>
    </PostForm>
  )
}

type FormProps = { desk: DeskFacts; values?: FormValues; errors?: FieldErrors }

function DutyForm({ desk, values = {}, errors }: FormProps) {
  const { one } = fieldsOf(values, errors)
  return (
    <PostForm action={deskPaths.duties(desk.id)}>
      <Columns>
        <TextField label="Wie" maxLength={100} autoComplete="off" {...one('name')} />
        <TextField label="Nummer" hint="Dit zien aanvragers." type="tel" autoComplete="off" {...one('phone')} />
      </Columns>
      <Columns>
        <TextField label="Van" type="datetime-local" {...one('from')} />
        <TextField label="Tot" type="datetime-local" {...one('until')} />
      </Columns>
      <Button kind="secondary" icon="plus">
        Voeg toe
      </Button>
    </PostForm>
  )
}

function DeskForm({ desk, teams, values, errors }: FormProps & { teams: Roster['teams'] }) {
  const { one, many } = fieldsOf(
    values?.partner === undefined
      ? {
          days: (desk.opening?.days ?? []).map(String),
          opens: desk.opening?.from ?? '',
          closes: desk.opening?.to ?? '',
          partner: desk.partnerTeamId ?? '',
        }
      : values,
    errors,
  )
  return (
    <PostForm action={deskPaths.saveDesk(desk.id)}>
      <Checkboxes
        legend="Open op"
        hint="Geen dag gekozen: dag en nacht open."
        options={weekdays.map((label, place) => ({ value: String(place + 1), label: capital(label) }))}
        inline
        required={false}
        {...many('days')}
      />
      <Columns>
        <TextField label="Van" type="time" width="medium" required={false} {...one('opens')} />
        <TextField label="Tot" type="time" width="medium" required={false} {...one('closes')} />
      </Columns>
      <Select
        label="Wie neemt waar als het druk of dicht is?"
        placeholder="Niemand"
        options={teams.filter(({ id }) => id !== desk.id).map(({ id, name }) => ({ value: id, label: name }))}
        optional
        {...one('partner')}
      />
      <Button kind="secondary">Bewaar</Button>
    </PostForm>
  )
}
