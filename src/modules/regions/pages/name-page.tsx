import type { FastifyInstance } from 'fastify'
import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Radios,
  regionColours,
  Screen,
  TextField,
} from '#design/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { renameMunicipality, saveName } from '../keeping-areas.ts'
import { getRegion } from '../region.ts'
import { paths } from './paths.ts'
import { RegionTabs } from './region-tabs.tsx'

const config = { who: 'region.manage' } as const

const colourText: Record<(typeof regionColours)[number], string> = {
  green: 'groen',
  blue: 'blauw',
  purple: 'paars',
  terracotta: 'terracotta',
}

/** The name and the colour of the region, and the names of its municipalities. */
export function namePage(app: FastifyInstance): void {
  app.get(paths.name, { config }, async (request, reply) => {
    const { name, colour } = await getRegion(request.scope)
    return reply.page(200, <NamePage values={{ name, colour }} now={{ name, colour }} />)
  })
  app.post(paths.name, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const name = form.line('name', { required: 'Vul de naam van de regio in', max: 80 }) ?? ''
    const colour = form.choice('colour', regionColours, { required: 'Kies een kleur' }) ?? 'green'
    const seen = { name: form.line('wasName', { max: 80 }) ?? '', colour: form.line('wasColour', { max: 20 }) ?? '' }
    if (!form.ok) return reply.page(422, <NamePage values={form.values} errors={form.errors} now={seen} />)
    const outcome = await saveName(request.scope, { name, colour, seen })
    if (outcome.ok) return reply.seeOther(paths.region)
    const now = await getRegion(request.scope)
    return reply.page(409, <NamePage values={form.values} now={now} changed />)
  })

  app.get(paths.municipality, { config }, async (request, reply) => {
    const { naam } = request.query as { naam?: unknown }
    if (typeof naam !== 'string') throw new NotFound()
    return reply.page(200, <MunicipalityPage from={naam} values={{ to: naam }} />)
  })
  app.post(paths.municipality, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const from = form.line('from', { required: 'Ververs de pagina en probeer opnieuw', max: 80 }) ?? ''
    const to = form.line('to', { required: 'Vul de naam van de gemeente in', max: 80 }) ?? ''
    if (form.ok) {
      const outcome = await renameMunicipality(request.scope, { from, to })
      if (outcome.ok) return reply.seeOther(paths.region)
      form.refuse('to', 'Er is al een gemeente met deze naam')
    }
    return reply.page(422, <MunicipalityPage from={from} values={form.values} errors={form.errors} />)
  })
}

type NameProps = {
  values: FormValues
  errors?: FieldErrors
  now: { name: string; colour: string }
  changed?: boolean
}

function NamePage({ values, errors = {}, now, changed }: NameProps) {
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Naam en kleur"
      density="professional"
      script
      error={wrong}
      tabs={<RegionTabs current={paths.region} />}
    >
      <ErrorSummary errors={errors} />
      {changed && (
        <Notice
          kind="attention"
          title={`Iemand anders heeft dit intussen gewijzigd in ‘${now.name}’. Bewaar opnieuw als uw tekst moet gelden.`}
        />
      )}
      <Heading level={1}>Naam en kleur van de regio</Heading>
      <PostForm action={paths.name}>
        <HiddenField name="wasName" value={now.name} />
        <HiddenField name="wasColour" value={now.colour} />
        <TextField label="Naam" hint="Iedereen leest deze naam boven aan elke pagina" maxLength={80} {...one('name')} />
        <Radios
          legend="Kleur"
          options={regionColours.map((value) => ({ value, label: colourText[value] }))}
          {...one('colour')}
        />
        <Button>Bewaar</Button>
      </PostForm>
    </Screen>
  )
}

function MunicipalityPage({ from, values, errors = {} }: { from: string; values: FormValues; errors?: FieldErrors }) {
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Gemeente wijzigen"
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.region, label: 'Overzicht' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={from}>
        Gemeente wijzigen
      </Heading>
      <PostForm action={paths.municipality}>
        <HiddenField name="from" value={from} />
        <TextField label="Naam" hint="Bijvoorbeeld na een herindeling" maxLength={80} {...one('to')} />
        <Button>Bewaar</Button>
      </PostForm>
    </Screen>
  )
}
