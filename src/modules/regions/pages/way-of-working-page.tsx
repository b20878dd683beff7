import type { FastifyInstance } from 'fastify'
import {
  Button,
  Checkboxes,
  Columns,
  ErrorSummary,
  type FieldErrors,
  Fieldset,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Screen,
  Select,
  Text,
  TextField,
} from '#design/index.ts'
import type { Deadline } from '#kernel/deadline.ts'
import { priorities } from '#kernel/priorities.ts'
import { priorityText } from '#kernel/text.nl.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { type Agreements, getWayOfWorking, saveAgreements, seenOf } from '../keeping.ts'
import type { WayOfWorking } from '../rules/way-of-working.ts'
import { dayText, deadlineText } from '../text.nl.ts'
import { paths } from './paths.ts'
import { RegionTabs } from './region-tabs.tsx'

const config = { who: 'region.manage' } as const
const days = ['1', '2', '3', '4', '5', '6', '7'] as const
const steps = ['confirmStart', 'escalation'] as const

export function wayOfWorkingPage(app: FastifyInstance): void {
  app.get(paths.wayOfWorking, { config }, async (request, reply) => {
    const way = await getWayOfWorking(request.scope)
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <WayOfWorkingPage values={toValues(way)} seen={seenOf(way)} saved={saved} />)
  })

  app.post(paths.wayOfWorking, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const seen = form.line('seen', { required: 'Ververs de pagina en probeer opnieuw', max: 30 }) ?? ''
    const agreements = readAgreements(form)
    if (!form.ok) return reply.page(422, <WayOfWorkingPage values={form.values} errors={form.errors} seen={seen} />)
    const outcome = await saveAgreements(request.scope, { seen, agreements })
    if (outcome.ok) return reply.seeOther(`${paths.wayOfWorking}?bewaard=ja`)
    const { now } = outcome.refusal
    return reply.page(409, <WayOfWorkingPage values={form.values} seen={seenOf(now)} now={now} />)
  })
}

function readAgreements(form: FormReader): Agreements {
  const required = 'Vul een aantal uren in'
  const deadline = (name: string): Deadline => ({
    hours: form.integer(`${name}-hours`, { min: 1, max: 720, required }) ?? 1,
    kind: form.choice(`${name}-kind`, ['clock', 'working'], { required: 'Kies hoe de uren tellen' }) ?? 'clock',
  })
  const deadlines = Object.fromEntries(priorities.map((priority) => [priority, deadline(priority)]))
  const [confirmStart, escalation] = steps.map(deadline) as [Deadline, Deadline]
  const closeAfterDays = form.integer('closeAfterDays', { min: 1, max: 365, required: 'Vul een aantal dagen in' }) ?? 1
  const open = form.choices('days', days, { required: 'Kies ten minste één dag' })
  const [from, to] = ['from', 'to'].map((name) =>
    form.parsed(
      name,
      (line) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(line) ? line : undefined),
      'Vul een tijd in als 08:00',
      { required: 'Vul een tijd in als 08:00' },
    ),
  )
  if (from && to && from >= to) form.refuse('to', 'De dag eindigt later dan hij begint')
  return {
    deadlines: deadlines as Agreements['deadlines'],
    confirmStart,
    escalation,
    closeAfterDays,
    opening: { days: open.map(Number), from: from ?? '08:00', to: to ?? '17:00' },
  }
}

function toValues(way: WayOfWorking): FormValues {
  const terms: [string, Deadline][] = [
    ...priorities.map((priority): [string, Deadline] => [priority, way.deadlines[priority]]),
    ['confirmStart', way.confirmStart],
    ['escalation', way.escalation],
  ]
  return {
    ...Object.fromEntries(terms.map(([name, term]) => [`${name}-hours`, String(term.hours)])),
    ...Object.fromEntries(terms.map(([name, term]) => [`${name}-kind`, term.kind])),
    closeAfterDays: String(way.closeAfterDays),
    days: way.opening.days.map(String),
    from: way.opening.from,
    to: way.opening.to,
  }
}

type Props = { values: FormValues; errors?: FieldErrors; seen: string; saved?: boolean; now?: WayOfWorking }

function WayOfWorkingPage({ values, errors = {}, seen, saved, now }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  const term = (name: string, legend: string, hint?: string) => (
    <Fieldset key={name} legend={legend} hint={hint}>
      <Columns>
        <TextField label="Uren" inputMode="numeric" width="short" {...one(`${name}-hours`)} />
        <Select
          label="Hoe tellen de uren?"
          options={[
            { value: 'clock', label: 'op de klok, ook in nacht en weekend' },
            { value: 'working', label: 'werkuren, op werkdagen' },
          ]}
          {...one(`${name}-kind`)}
        />
      </Columns>
    </Fieldset>
  )
  return (
    <Screen title="Werkwijze" density="professional" script error={wrong}>
      <RegionTabs current={paths.wayOfWorking} />
      <ErrorSummary errors={errors} />
      {saved && (
        <Notice kind="good" title="De werkwijze is bewaard. Zij geldt voor zorgvragen die vanaf nu binnenkomen." />
      )}
      {now && <Changed now={now} />}
      <Heading level={1}>Werkwijze</Heading>
      <Text kind="lead">Hoe lang een team de tijd heeft, en wanneer een zorgvraag verder gaat.</Text>
      <PostForm action={paths.wayOfWorking}>
        <HiddenField name="seen" value={seen} />
        {priorities.map((priority) => term(priority, `Oppakken: ${priorityText[priority]}`))}
        {term('escalation', 'Na opschalen', 'Zo lang heeft het regioloket als een team niet op tijd was.')}
        {term('confirmStart', 'Start van zorg bevestigen', 'Vanaf de dag waarop de zorg begint.')}
        <TextField
          label="Dagen na de start waarna een zorgvraag vanzelf wordt afgesloten"
          inputMode="numeric"
          width="short"
          {...one('closeAfterDays')}
        />
        <Checkboxes
          legend="Werkdagen"
          hint="Feestdagen tellen nooit als werkdag."
          options={days.map((value) => ({ value, label: dayText[Number(value)] }))}
          inline
          {...many('days')}
        />
        <TextField label="Werkdag begint om" hint="Zoals 08:00" width="short" {...one('from')} />
        <TextField label="Werkdag eindigt om" hint="Zoals 17:00" width="short" {...one('to')} />
        <Button>Bewaar</Button>
      </PostForm>
    </Screen>
  )
}

function Changed({ now }: { now: WayOfWorking }) {
  const terms = priorities.map(
    (priority) => `${priorityText[priority]}: ${deadlineText(now.deadlines[priority], now.opening)}`,
  )
  return (
    <Notice kind="attention" title="Iemand anders heeft dit intussen gewijzigd">
      <Text>
        Nu is bewaard: {terms.join('; ')}; na opschalen {deadlineText(now.escalation, now.opening)}; start bevestigen{' '}
        {deadlineText(now.confirmStart, now.opening)}; afsluiten na {now.closeAfterDays} dagen; werkdagen van{' '}
        {now.opening.from} tot {now.opening.to}. Bewaar opnieuw als uw invulling moet gelden.
      </Text>
    </Notice>
  )
}
