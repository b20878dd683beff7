import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  Button,
  DataTable,
  ErrorSummary,
  type FieldErrors,
  Fieldset,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Screen,
  Stack,
  Text,
  TextField,
} from '#design/index.ts'
import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { parseWebAddress } from '#modules/organizations/index.ts'
import { RegionTabs } from '#modules/regions/index.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import { idIn } from '#platform/http/address.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { wordsOf } from '../languages/index.ts'
import { getMunicipalityHelp, listOtherHelp, type MunicipalityHelp, saveOtherHelp, seenOf } from '../other-help.ts'
import { type OtherHelpKind, otherHelpKinds } from '../rules/care-words.ts'
import type { OtherHelp } from '../store.ts'
import { paths } from './paths.ts'

const config = { who: 'region.manage' } as const

/** The region manager keeps who else helps, per municipality. */
export function otherHelpPage(app: FastifyInstance): void {
  app.get(paths.otherHelp, { config }, async (request, reply) => {
    const isSaved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <ListPage municipalities={await listOtherHelp(request.scope)} isSaved={isSaved} />)
  })

  app.get(paths.otherHelpOf(':id'), { config }, async (request, reply) => {
    const municipality = await municipalityOf(request)
    return reply.page(200, <FormPage municipality={municipality} values={toValues(municipality.help)} />)
  })

  app.post(paths.otherHelpOf(':id'), { config }, async (request, reply) => save(request, reply))
}

async function save(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const municipality = await municipalityOf(request)
  const form = new FormReader(request.body)
  const seen = form.line('seen', { required: 'Ververs de pagina en probeer opnieuw', max: 30 }) ?? ''
  const help = otherHelpKinds.flatMap((kind) => readHelp(form, kind) ?? [])
  const show = (status: number, known: MunicipalityHelp, isChanged: boolean) =>
    reply.page(
      status,
      <FormPage municipality={known} values={form.values} errors={form.errors} isChanged={isChanged} />,
    )
  if (!form.ok) return show(422, municipality, false)
  const outcome = await saveOtherHelp(request.scope, { municipalityId: municipality.id, seen, help })
  if (!outcome.ok) return show(409, outcome.refusal.now, true)
  return reply.seeOther(`${paths.otherHelp}?bewaard=ja`)
}

function municipalityOf(request: FastifyRequest): Promise<MunicipalityHelp> {
  const id = idIn(request)
  return getMunicipalityHelp(request.scope, id)
}

/** Without a name it is not there; what else was filled in then asks for one. */
function readHelp(form: FormReader, kind: OtherHelpKind): OtherHelp | undefined {
  const name = form.line(`${kind}-name`, { max: 120 })
  const phone = form.parsed(`${kind}-phone`, parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67')
  const website = form.parsed(`${kind}-website`, parseWebAddress, 'Vul een webadres in, zoals www.voorbeeld.nl')
  const hours = form.line(`${kind}-hours`, { max: 120 })
  if (!name && (phone || website || hours)) form.refuse(`${kind}-name`, 'Vul de naam in, of maak de andere vakken leeg')
  return name ? { kind, name, phone: phone ?? null, website: website ?? null, hours: hours ?? '' } : undefined
}

function toValues(help: readonly OtherHelp[]): FormValues {
  return Object.fromEntries(
    help.flatMap(({ kind, name, phone, website, hours }) => [
      [`${kind}-name`, name],
      [`${kind}-phone`, phone ? formatPhone(phone) : ''],
      [`${kind}-website`, website ?? ''],
      [`${kind}-hours`, hours],
    ]),
  )
}

const words = wordsOf('nl').otherHelp

function ListPage({ municipalities, isSaved }: { municipalities: readonly MunicipalityHelp[]; isSaved: boolean }) {
  return (
    <Screen
      title="Andere hulp"
      width="wide"
      density="professional"
      script
      tabs={<RegionTabs current={regionPaths.otherHelp} />}
    >
      {isSaved && <Notice kind="good" title="De gegevens zijn bewaard" />}
      <Stack>
        <Heading level={1}>Andere hulp per gemeente</Heading>
        <Text>Dit lezen inwoners op de pagina van hun wijk. Klik op een gemeente om het te wijzigen.</Text>
      </Stack>
      <DataTable
        caption="Gemeenten"
        captionHidden
        columns={[
          { key: 'municipality', label: 'Gemeente' },
          ...otherHelpKinds.map((kind) => ({ key: kind, label: words[kind].name })),
        ]}
        rows={municipalities.map(({ id, name, help }) => ({
          key: id,
          href: paths.otherHelpOf(id),
          mark: help.length < otherHelpKinds.length ? ('attention' as const) : undefined,
          cells: {
            municipality: name,
            ...Object.fromEntries(
              otherHelpKinds.map((kind) => [kind, help.find((one) => one.kind === kind)?.name ?? 'ontbreekt']),
            ),
          },
        }))}
      />
    </Screen>
  )
}

type FormPageProps = {
  municipality: MunicipalityHelp
  values: FormValues
  errors?: FieldErrors
  isChanged?: boolean
}

function FormPage({ municipality, values, errors = {}, isChanged }: FormPageProps) {
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title={`Andere hulp in ${municipality.name}`}
      density="professional"
      script
      error={wrong}
      back={{ href: paths.otherHelp, label: 'Andere hulp per gemeente' }}
    >
      <ErrorSummary errors={errors} />
      {isChanged && (
        <Notice kind="attention" title="Iemand anders heeft dit intussen gewijzigd">
          <Text>Hieronder staat wat u typte. Kijk het na en bewaar nog eens, dan geldt uw versie. Nu staat er:</Text>
          <ul className="list">
            {municipality.help.map(({ kind, name, phone, hours }) => (
              <li key={kind}>
                {[words[kind].name, name, phone && formatPhone(phone), hours].filter(Boolean).join(', ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Heading level={1}>Andere hulp in {municipality.name}</Heading>
      <PostForm action={paths.otherHelpOf(municipality.id)}>
        <HiddenField name="seen" value={seenOf(municipality.help)} />
        {otherHelpKinds.map((kind) => (
          <Fieldset key={kind} legend={words[kind].name} hint={words[kind].explanation}>
            <TextField label="Naam" maxLength={120} optional {...one(`${kind}-name`)} />
            <TextField label="Telefoon" type="tel" width="medium" optional {...one(`${kind}-phone`)} />
            <TextField label="Wanneer te bereiken" maxLength={120} optional {...one(`${kind}-hours`)} />
            <TextField label="Website" inputMode="url" optional {...one(`${kind}-website`)} />
          </Fieldset>
        ))}
        <Button>Bewaar</Button>
      </PostForm>
    </Screen>
  )
}
