import type { FastifyInstance } from 'fastify'
import {
  Actions,
  Button,
  DataTable,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  importViews,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  TextField,
} from '#design/index.ts'
import { importRoutes } from '#platform/csv/import-routes.ts'
import { planChanges } from '#platform/csv/plan.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { areaFormat, readArea, writeDegrees } from '../area-format.ts'
import { getAreaPlace, listAreaPlaces, removeArea, saveArea, saveAreasIn } from '../keeping-areas.ts'
import { type AreaPlace, areaPlacesQuery } from '../places.ts'
import { paths } from './paths.ts'
import { RegionTabs } from './region-tabs.tsx'

const config = { who: 'region.manage' } as const

/** The postcodes of the region: where care can be asked for, and where that lies on the map. */
export function areasPage(app: FastifyInstance): void {
  app.get(paths.areas, { config }, async (request, reply) => {
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <AreasPage areas={await listAreaPlaces(request.scope)} saved={saved} />)
  })
  app.get(paths.newArea, { config }, async (_request, reply) => reply.page(200, <AreaPage values={{}} />))
  app.post(paths.newArea, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const area = readArea(form)
    if (form.ok) {
      const outcome = await saveArea(request.scope, { area, isNew: true })
      if (outcome.ok) return reply.seeOther(`${paths.areas}?bewaard=ja`)
      form.refuse('pc4', 'Deze postcode staat er al')
    }
    return reply.page(422, <AreaPage values={form.values} errors={form.errors} />)
  })
  app.get(paths.area(':pc4'), { config }, async (request, reply) => {
    const area = await getAreaPlace(request.scope, (request.params as { pc4: string }).pc4)
    return reply.page(200, <AreaPage area={area} values={toValues(area)} />)
  })
  app.post(paths.area(':pc4'), { config }, async (request, reply) => {
    const area = await getAreaPlace(request.scope, (request.params as { pc4: string }).pc4)
    const form = new FormReader(request.body)
    if (form.choice('step', ['save', 'remove']) === 'remove') {
      await removeArea(request.scope, { pc4: area.pc4 })
      return reply.seeOther(`${paths.areas}?bewaard=ja`)
    }
    const typed = readArea(form, area.pc4)
    if (form.ok && form.values.was !== JSON.stringify(toValues(area))) {
      return reply.page(409, <AreaPage area={area} values={form.values} now={area} />)
    }
    if (!form.ok) return reply.page(422, <AreaPage area={area} values={form.values} errors={form.errors} />)
    await saveArea(request.scope, { area: typed, isNew: false })
    return reply.seeOther(`${paths.areas}?bewaard=ja`)
  })
  importRoutes(app, {
    kind: 'regions.postcode_area',
    who: 'region.manage',
    paths: { import: paths.importAreas, export: paths.exportAreas, done: `${paths.areas}?bewaard=ja` },
    fileName: 'postcodes.csv',
    format: async () => areaFormat,
    list: listAreaPlaces,
    async plan(tx, file) {
      const { rows: known } = await tx.db.executeQuery(areaPlacesQuery().compile())
      return planChanges<AreaPlace>({
        columns: areaFormat.columns,
        file,
        known: known as AreaPlace[],
        identity: ({ pc4 }) => pc4,
        label: ({ pc4, place }) => `${pc4} ${place}`,
      })
    },
    save: (tx, steps) =>
      saveAreasIn(
        tx,
        steps.map(({ after }) => after),
      ),
    views: importViews(
      'Postcodes',
      { import: paths.importAreas, export: paths.exportAreas },
      { href: paths.areas, label: 'Postcodes' },
    ),
  })
}

function toValues(area: AreaPlace): FormValues {
  return {
    place: area.place,
    municipality: area.municipality,
    latitude: writeDegrees(area.latitude),
    longitude: writeDegrees(area.longitude),
  }
}

function AreasPage({ areas, saved }: { areas: readonly AreaPlace[]; saved: boolean }) {
  return (
    <Screen title="Postcodes" width="wide" density="professional" script tabs={<RegionTabs current={paths.region} />}>
      {saved && <Notice kind="good" title="De postcodes zijn bewaard" />}
      <PageHeading
        actions={
          <>
            <LinkButton href={paths.newArea} icon="plus">
              Postcode toevoegen
            </LinkButton>
            <LinkButton kind="secondary" href={paths.importAreas} icon="upload">
              Veel tegelijk
            </LinkButton>
          </>
        }
      >
        <Heading level={1}>Postcodes van de regio</Heading>
      </PageHeading>
      <DataTable
        caption="Wie hier woont, kan in deze regio zorg aanvragen"
        columns={[
          { key: 'pc4', label: 'Postcode' },
          { key: 'place', label: 'Plaats' },
          { key: 'municipality', label: 'Gemeente' },
          { key: 'point', label: 'Midden (graden)', nowrap: true },
        ]}
        rows={areas.map(({ pc4, place, municipality, latitude, longitude }) => ({
          key: pc4,
          href: paths.area(pc4),
          cells: { pc4, place, municipality, point: `${writeDegrees(latitude)} / ${writeDegrees(longitude)}` },
        }))}
      />
    </Screen>
  )
}

type Props = { area?: AreaPlace; values: FormValues; errors?: FieldErrors; now?: AreaPlace }

function AreaPage({ area, values, errors = {}, now }: Props) {
  const { one, wrong } = fieldsOf(values, errors)
  const title = area ? `Postcode ${area.pc4}` : 'Postcode toevoegen'
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.areas, label: 'Postcodes' }}
    >
      <ErrorSummary errors={errors} />
      {now && (
        <Notice
          kind="attention"
          title={`Iemand anders heeft dit intussen gewijzigd. Nu is bewaard: ${now.place}, ${now.municipality}. Bewaar opnieuw als uw tekst moet gelden.`}
        />
      )}
      <Heading level={1}>{title}</Heading>
      <PostForm action={area ? paths.area(area.pc4) : paths.newArea}>
        {area && <HiddenField name="was" value={JSON.stringify(toValues(area))} />}
        {!area && <TextField label="Postcode" hint="Vier cijfers" inputMode="numeric" width="short" {...one('pc4')} />}
        <TextField label="Plaats" width="medium" {...one('place')} />
        <TextField
          label="Gemeente"
          hint="Staat de gemeente er nog niet, dan komt zij erbij"
          width="medium"
          {...one('municipality')}
        />
        <TextField label="Breedtegraad" hint="Van het midden, zoals 51,98" width="short" {...one('latitude')} />
        <TextField label="Lengtegraad" hint="Zoals 5,91" width="short" {...one('longitude')} />
        <Actions>
          <Button name="step" value="save">
            Bewaar
          </Button>
          {area && (
            <Button name="step" value="remove" kind="danger">
              Haal deze postcode uit de regio
            </Button>
          )}
        </Actions>
      </PostForm>
    </Screen>
  )
}
