import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  Actions,
  Button,
  Columns,
  DataTable,
  ErrorSummary,
  Fieldset,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Screen,
  Text,
  TextField,
} from '#design/index.ts'
import { formatDate, localDateOf } from '#kernel/dates.ts'
import { priorities } from '#kernel/priorities.ts'
import { capital } from '#kernel/sentence.ts'
import { priorityText } from '#kernel/text.nl.ts'
import { RegionTabs } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { type FieldErrors, FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { type Preview, previewWeights } from '../previewing.ts'
import { mostPoints, type Weights } from '../rules/weights.ts'
import {
  clientsThereText,
  notAgreedSentence,
  notAgreedText,
  travelLimitText,
  weightChanges,
  weightLines,
  weightsRefusalText,
  weightText,
} from '../weights.nl.ts'
import { agreeOnWeights, type KnownWeights, listWeights, sameWeights, type WeightsVersion } from '../weights.ts'
import { readWeights, toValues } from './weights-form.ts'
import { WeightsPreview } from './weights-preview.tsx'

const config = { who: 'region.manage' } as const

/** What reasons weigh in the advice of this region: read, tried on last month, agreed. */
export function weightsPage(app: FastifyInstance): void {
  app.get(paths.weights, { config }, async ({ scope, query }, reply) => {
    const known = await listWeights(scope)
    const agreed = (query as { gelukt?: unknown }).gelukt === 'afgesproken'
    return reply.page(200, <WeightsPage {...known} values={toValues(known.now)} agreed={agreed} />)
  })

  // Tries them on last month; nothing changes by it.
  app.post(paths.weights, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const known = await listWeights(request.scope)
    const value = readWeights(form, known.now)
    if (!form.ok) return reply.page(422, <WeightsPage {...known} values={form.values} errors={form.errors} />)
    return reply.page(200, await tried(request, known, value, form.values))
  })

  app.post(paths.agreeOnWeights, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const known = await listWeights(request.scope)
    const value = readWeights(form, known.now)
    const seen = readWeights(new FormReader(seenIn(form.values)), known.now)
    const reason = form.line('reason', { required: 'Schrijf kort waarom', max: 200 })
    const outcome = form.ok && reason ? await agreeOnWeights(request.scope, { value, seen, reason }) : undefined
    if (outcome?.ok) return reply.seeOther(`${paths.weights}?gelukt=afgesproken`)
    if (outcome) form.refuse('reason', weightsRefusalText[outcome.refusal])
    return reply.page(422, await tried(request, known, value, form.values, form.errors))
  })

  // A page that answered a press stays under its address.
  app.get(paths.agreeOnWeights, { config }, async (_request, reply) => reply.seeOther(paths.weights))
}

async function tried(
  { scope }: FastifyRequest,
  known: KnownWeights,
  value: Weights,
  values: FormValues,
  errors?: FieldErrors,
) {
  if (sameWeights(known.now, value) && known.notAgreed.length === 0) {
    const same = { ...errors, 'room-today': weightsRefusalText['nothing-changes'] }
    return <WeightsPage {...known} values={values} errors={same} />
  }
  const preview = await previewWeights(scope, known.now, value)
  return <WeightsPage {...known} values={values} errors={errors} tried={{ value, preview }} />
}

/** What the page showed as holding when it was tried. */
function seenIn(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (name.startsWith('seen-') ? [[name.slice(5), value]] : [])),
  )
}

type Props = KnownWeights & {
  values: FormValues
  errors?: FieldErrors
  agreed?: boolean
  tried?: { value: Weights; preview: Preview }
}

function WeightsPage({ now, notAgreed, versions, values, errors = {}, agreed, tried }: Props) {
  const { one, wrong } = fieldsOf(values, errors)
  const isOpen = (code: string) => notAgreed.some((open) => open === code)
  return (
    <Screen
      title="Wat meeweegt in het advies"
      width="wide"
      density="professional"
      script
      error={wrong}
      tabs={<RegionTabs current={paths.weights} />}
    >
      <ErrorSummary errors={errors} />
      {agreed && <Notice kind="good" title="Afgesproken. Het advies weegt nu zo." />}
      <Heading level={1}>Wat meeweegt in het advies</Heading>
      <Text kind="lead">
        Elke reden geeft een team punten, tot het aantal dat hier staat. Wie de meeste punten heeft, staat bovenaan. Een
        team dat niet mag of rood is, staat er nooit op: daar helpen geen punten tegen.
      </Text>
      {notAgreed.length > 0 && !tried && (
        <Notice kind="info" title="Er weegt iets mee dat nog niet is afgesproken">
          <Text>{notAgreedSentence(notAgreed)}</Text>
        </Notice>
      )}
      {tried && <WeightsPreview changes={weightChanges(now, tried.value, notAgreed)} preview={tried.preview} />}
      {tried && <Agree now={now} values={values} error={errors.reason} />}
      <PostForm action={paths.weights} data-turbo="false">
        <Fieldset
          legend="Ruimte op de eerste dag"
          hint="Hoe dringender, hoe zwaarder het telt dat er meteen plek is. Groen geeft alles, oranje de helft, grijs een kwart."
        >
          <Columns>
            {priorities.map((priority) => (
              <TextField
                key={priority}
                label={capital(priorityText[priority])}
                inputMode="numeric"
                width="short"
                suffix="punten"
                {...one(`room-${priority}`)}
              />
            ))}
          </Columns>
        </Fieldset>
        <Fieldset legend="De andere redenen">
          <Columns>
            {(Object.keys(weightText) as (keyof typeof weightText)[]).map((code) => (
              <TextField
                key={code}
                label={weightText[code].name}
                hint={aboutWith(weightText[code].about, isOpen(code))}
                inputMode="numeric"
                width="short"
                suffix="punten"
                {...one(code)}
              />
            ))}
            <TextField
              label={travelLimitText.name}
              hint={travelLimitText.about}
              inputMode="numeric"
              width="short"
              suffix="minuten"
              {...one('travelLimit')}
            />
            <TextField
              label={clientsThereText.name}
              hint={aboutWith(clientsThereText.about, isOpen('clientsThere'))}
              inputMode="numeric"
              width="short"
              suffix="cliënten"
              {...one('clientsThere')}
            />
          </Columns>
        </Fieldset>
        <Text kind="soft">Nu kan een team hooguit {mostPoints(now)} punten halen.</Text>
        <Actions>
          <Button>Laat zien wat dit uitmaakt</Button>
        </Actions>
      </PostForm>
      <History versions={versions} />
    </Screen>
  )
}

const aboutWith = (about: string, open: boolean) => (open ? `${about} ${notAgreedText}` : about)

function Agree({ now, values, error }: { now: Weights; values: FormValues; error?: string }) {
  return (
    <PostForm action={paths.agreeOnWeights}>
      {weightLines(now).map(({ field, value }) => (
        <HiddenField key={field} name={`seen-${field}`} value={String(value)} />
      ))}
      {weightLines(now).map(({ field }) => (
        <HiddenField key={field} name={field} value={fieldsOf(values).one(field).value ?? ''} />
      ))}
      <TextField
        name="reason"
        label="Waarom verandert dit?"
        hint="Staat in de lijst hieronder, voor wie het later terugleest. Schrijf niets over een cliënt."
        value={fieldsOf(values).one('reason').value}
        error={error}
      />
      <Actions>
        <Button>Spreek dit af</Button>
      </Actions>
    </PostForm>
  )
}

function History({ versions }: { versions: readonly WeightsVersion[] }) {
  if (versions.length === 0) {
    return (
      <Text kind="soft">Dit zijn de gewichten waarmee het product begint. De regio heeft nog niets veranderd.</Text>
    )
  }
  return (
    <section>
      <Heading level={2}>Eerder afgesproken</Heading>
      <DataTable
        caption="Wanneer de gewichten zijn veranderd"
        captionHidden
        columns={[
          { key: 'on', label: 'Sinds' },
          { key: 'who', label: 'Door' },
          { key: 'why', label: 'Waarom' },
        ]}
        rows={versions.map(({ id, agreedAt, agreedByName, reason }) => ({
          key: id,
          cells: { on: formatDate(localDateOf(agreedAt)), who: agreedByName, why: reason },
        }))}
      />
    </section>
  )
}
