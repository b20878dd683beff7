import type { FastifyInstance } from 'fastify'
import {
  Button,
  Checkboxes,
  DataTable,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  LinkButton,
  Notice,
  PostForm,
  Screen,
  Stack,
  StatusTag,
  Text,
  TextField,
} from '#design/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { type ListedReason, listAllReasons, type ReasonRefusal, saveReason, seenOf } from '../keeping.ts'
import type { ReasonList } from '../region.ts'
import { reasonListText } from '../text.nl.ts'
import { paths } from './paths.ts'
import { RegionTabs } from './region-tabs.tsx'

const config = { who: 'region.manage' } as const
const lists = Object.keys(reasonListText) as ReasonList[]

const refusalText: Record<ReasonRefusal, string> = {
  'changed-meanwhile':
    'Iemand anders heeft deze reden intussen gewijzigd. Hieronder staat wat u typte; bewaar opnieuw als dat moet gelden.',
  'label-taken': 'Deze reden staat al in de lijst',
  'last-one': 'Er moet ten minste één reden in gebruik blijven',
}

export function reasonsPage(app: FastifyInstance): void {
  app.get(paths.reasons, { config }, async (request, reply) => {
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <ReasonsPage reasons={await listAllReasons(request.scope)} saved={saved} />)
  })

  app.get(paths.reason, { config }, async (request, reply) => {
    const { list, code } = placeOf(request.query)
    const reasons = (await listAllReasons(request.scope)).filter((reason) => reason.list === list)
    const reason = reasons.find((one) => one.code === code)
    if (code !== undefined && !reason) throw new NotFound()
    const values = reason ? toValues(reason) : { position: String(reasons.length), active: 'ja' }
    return reply.page(200, <ReasonPage list={list} reason={reason} values={values} seen={reason && seenOf(reason)} />)
  })

  app.post(paths.reason, { config }, async (request, reply) => {
    const { list, code } = placeOf(request.query)
    const known = (await listAllReasons(request.scope)).find((one) => one.list === list && one.code === code)
    if (code !== undefined && !known) throw new NotFound()
    const form = new FormReader(request.body)
    const seen = form.line('seen', { max: 30 }) ?? ''
    const label = form.line('label', { required: 'Vul de reden in', max: 80 }) ?? ''
    const position = form.integer('position', { min: 0, max: 999, required: 'Vul een plaats in de lijst in' }) ?? 0
    const reason = { label, position, wantsText: form.checked('wantsText'), active: form.checked('active') }
    const page = (errors: FieldErrors, newest = seen) => (
      <ReasonPage list={list} reason={known} values={form.values} errors={errors} seen={newest} />
    )
    if (!form.ok) return reply.page(422, page(form.errors))
    const outcome = await saveReason(request.scope, { list, code, seen, reason })
    if (outcome.ok) return reply.seeOther(`${paths.reasons}?bewaard=ja`)
    const status = outcome.refusal === 'changed-meanwhile' ? 409 : 422
    const field = outcome.refusal === 'last-one' ? 'active' : 'label'
    return reply.page(status, page({ [field]: refusalText[outcome.refusal] }, known && seenOf(known)))
  })
}

/** Which list and which reason the address names; a reason that is left out is a new one. */
function placeOf(query: unknown): { list: ReasonList; code: string | undefined } {
  const { lijst, reden } = query as { lijst?: unknown; reden?: unknown }
  const list = lists.find((one) => one === lijst)
  if (!list || (reden !== undefined && typeof reden !== 'string')) throw new NotFound()
  return { list, code: reden }
}

function addressOf(list: string, code?: string): string {
  return `${paths.reason}?${new URLSearchParams({ lijst: list, ...(code === undefined ? {} : { reden: code }) })}`
}

function toValues(reason: ListedReason): FormValues {
  return {
    label: reason.label,
    position: String(reason.position),
    wantsText: reason.wantsText ? 'ja' : '',
    active: reason.active ? 'ja' : '',
  }
}

function ReasonsPage({ reasons, saved }: { reasons: readonly ListedReason[]; saved: boolean }) {
  return (
    <Screen title="Redenen" density="professional" script tabs={<RegionTabs current={paths.reasons} />}>
      {saved && <Notice kind="good" title="De reden is bewaard" />}
      <Stack gap="large">
        <Heading level={1}>Redenen</Heading>
        {lists.map((list) => (
          <Stack key={list} gap="small">
            <DataTable
              caption={reasonListText[list]}
              columns={[
                { key: 'label', label: 'Reden' },
                { key: 'text', label: 'Vraagt om toelichting' },
                { key: 'active', label: 'Staat' },
              ]}
              rows={reasons
                .filter((reason) => reason.list === list)
                .map((reason) => ({
                  key: reason.code,
                  href: addressOf(list, reason.code),
                  cells: {
                    label: reason.label,
                    text: reason.wantsText ? 'ja' : 'nee',
                    active: reason.active ? (
                      <StatusTag kind="good" label="in gebruik" />
                    ) : (
                      <StatusTag kind="neutral" label="niet in gebruik" />
                    ),
                  },
                }))}
              empty={<Text>{reasonListText[list]}: nog geen redenen.</Text>}
            />
            <LinkButton kind="secondary" small icon="plus" href={addressOf(list)} what={`: ${reasonListText[list]}`}>
              Reden toevoegen
            </LinkButton>
          </Stack>
        ))}
      </Stack>
    </Screen>
  )
}

type Props = {
  list: ReasonList
  reason: ListedReason | undefined
  values: FormValues
  errors?: FieldErrors
  seen: string | undefined
}

function ReasonPage({ list, reason, values, errors = {}, seen = '' }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  const title = reason ? 'Reden wijzigen' : 'Reden toevoegen'
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.reasons, label: 'Redenen' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={reasonListText[list]}>
        {title}
      </Heading>
      <PostForm action={addressOf(list, reason?.code)}>
        <HiddenField name="seen" value={seen} />
        <TextField label="Reden" maxLength={80} {...one('label')} />
        <TextField
          label="Plaats in de lijst"
          hint="0 staat bovenaan"
          inputMode="numeric"
          width="short"
          {...one('position')}
        />
        <Checkboxes
          legend="Toelichting"
          options={[{ value: 'ja', label: 'Wie deze reden kiest, schrijft er iets bij' }]}
          optional
          {...many('wantsText')}
        />
        <Checkboxes legend="Staat" options={[{ value: 'ja', label: 'In gebruik' }]} optional {...many('active')} />
        <Button>Bewaar</Button>
      </PostForm>
    </Screen>
  )
}
