import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  Actions,
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  type FieldErrors,
  FieldRow,
  Heading,
  Link,
  PostForm,
  Screen,
  Select,
  Text,
  TextField,
} from '#design/index.ts'
import { capital } from '#kernel/sentence.ts'
import { NotFound } from '#platform/http/faults.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { getSetting, keepSetting, type MeetingSetting, type SettingRefusal, type Turn } from '../../meeting/setting.ts'
import { weekdaysOfWeek, weekdayWord } from '../../meeting/text.nl.ts'
import { gatheringOf } from './gathering-of.ts'
import { meetingPaths, wordOf } from './paths.ts'

const refusalWords: Record<SettingRefusal, { field: string; words: string }> = {
  'no-day': { field: 'dagen', words: 'Kies ten minste één dag' },
  'not-safe': { field: 'video', words: 'Vul een adres in dat begint met https://' },
  'stands-in-for-oneself': { field: 'dagen', words: 'Kies voor elke dag een ander dan wie komt als vervanger' },
}

/** When a team meets, where, and who comes on which day; the team keeps it itself. */
export function settingPage(app: FastifyInstance): void {
  const see = { config: { who: 'requests.list' as const } }
  app.get(meetingPaths.setting(':gathering'), see, async (request, reply) => {
    const gathering = await ownGathering(request)
    const found = await getSetting(request.scope, gathering)
    return reply.page(200, <SettingPage of={wordOf(gathering)} found={found} values={valuesOf(found)} />)
  })

  app.post(meetingPaths.setting(':gathering'), { config: { who: 'requests.take' } }, async (request, reply) => {
    const gathering = await ownGathering(request)
    const found = await getSetting(request.scope, gathering)
    const form = new FormReader(request.body)
    const weekdays = form.choices('dagen', weekdaysOfWeek.map(String)).map(Number)
    const startsAt = form.parsed('tijd', timeOf, 'Vul een tijd in zoals 8:30', { required: 'Vul in hoe laat' })
    const minutes = form.integer('minuten', { min: 5, max: 120, required: 'Vul in hoeveel minuten' })
    const videoUrl = form.line('video', { max: 400 }) ?? null
    if (form.ok && startsAt && minutes) {
      const outcome = await keepSetting(request.scope, {
        gathering,
        setting: { weekdays, startsAt, minutes, videoUrl },
        turns: turnsOf(form, found),
      })
      if (outcome.ok) return reply.seeOther(meetingPaths.meeting(wordOf(gathering)))
      const { field, words } = refusalWords[outcome.refusal]
      form.refuse(field, words)
    }
    return reply.page(
      422,
      <SettingPage of={wordOf(gathering)} found={found} values={form.values} errors={form.errors} />,
    )
  })
}

/** The joint discussion has no days or rota of its own. */
async function ownGathering(request: FastifyRequest) {
  const gathering = await gatheringOf(request)
  if (gathering.joint) throw new NotFound()
  return gathering
}

function timeOf(line: string): string | undefined {
  const match = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(line)
  return match ? `${match[1]?.padStart(2, '0')}:${match[2]}` : undefined
}

const organizationsOf = ({ members }: MeetingSetting) => [
  ...new Map(members.map(({ organizationId, organizationName }) => [organizationId, organizationName])),
]

function turnsOf(form: FormReader, found: MeetingSetting): Turn[] {
  return organizationsOf(found).flatMap(([organizationId]) =>
    weekdaysOfWeek.flatMap((weekday) => {
      const attends = form.line(`komt-${weekday}-${organizationId}`, { max: 36 })
      const standsIn = form.line(`vervangt-${weekday}-${organizationId}`, { max: 36 }) ?? null
      return attends ? [{ weekday, organizationId, attends, standsIn }] : []
    }),
  )
}

function valuesOf({ setting, rota }: MeetingSetting): FormValues {
  return {
    dagen: setting.weekdays.map(String),
    tijd: setting.startsAt.replace(/^0/, ''),
    minuten: String(setting.minutes),
    video: setting.videoUrl ?? '',
    ...Object.fromEntries(
      rota.flatMap(({ weekday, organizationId, attends, standsIn }) => [
        [`komt-${weekday}-${organizationId}`, attends],
        [`vervangt-${weekday}-${organizationId}`, standsIn ?? ''],
      ]),
    ),
  }
}

type Props = { of: string; found: MeetingSetting; values: FormValues; errors?: FieldErrors }

function SettingPage({ of, found, values, errors = {} }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  const weekdays = found.setting.weekdays
  return (
    <Screen
      title="Afspraken over het overleg"
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: meetingPaths.meeting(of), label: 'Terug naar het overleg' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={found.teamName}>
        Afspraken over het overleg
      </Heading>
      <PostForm action={meetingPaths.setting(of)}>
        <Checkboxes
          legend="Op welke dagen?"
          inline
          options={weekdaysOfWeek.map((day) => ({ value: String(day), label: weekdayWord(day) }))}
          {...many('dagen')}
        />
        <TextField label="Hoe laat?" hint="Zoals 8:30." width="short" {...one('tijd')} />
        <TextField label="Hoeveel minuten?" inputMode="numeric" width="short" {...one('minuten')} />
        <TextField
          label="Adres van het videogesprek"
          hint="Begint met https://. Iedereen van het team ziet het tijdens het overleg."
          optional
          {...one('video')}
        />
        <Heading level={2}>Wie komt er?</Heading>
        <Text kind="soft">Per dag en organisatie wie aan tafel zit, en wie vervangt.</Text>
        {weekdays.map((weekday) => (
          <Day key={weekday} weekday={weekday} found={found} one={one} />
        ))}
        <Actions>
          <Button>Bewaar</Button>
          <Link href={meetingPaths.meeting(of)}>Toch niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}

type DayProps = { weekday: number; found: MeetingSetting; one: ReturnType<typeof fieldsOf>['one'] }

function Day({ weekday, found, one }: DayProps) {
  const organizations = organizationsOf(found)
  const set = found.rota.filter((turn) => turn.weekday === weekday).length
  return (
    <Details
      summary={`${capital(weekdayWord(weekday))}: ${set} van ${organizations.length} organisaties`}
      icon="calendar-event"
    >
      {organizations.map(([organizationId, name]) => {
        const people = found.members
          .filter((member) => member.organizationId === organizationId)
          .map(({ roleId, name: person }) => ({ value: roleId, label: person }))
        return (
          <FieldRow key={organizationId}>
            <Select
              label={`${name}, ${weekdayWord(weekday)}`}
              placeholder="Niemand"
              options={people}
              {...one(`komt-${weekday}-${organizationId}`)}
            />
            <Select
              label={`Vervanger van ${name}, ${weekdayWord(weekday)}`}
              placeholder="Niemand"
              options={people}
              {...one(`vervangt-${weekday}-${organizationId}`)}
            />
          </FieldRow>
        )
      })}
    </Details>
  )
}
