import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import {
  Button,
  DataTable,
  Details,
  EmptyState,
  ErrorSummary,
  FilterForm,
  Heading,
  LinkButton,
  PageHeading,
  Pagination,
  Screen,
  Select,
  StatusTag,
  Tabs,
  Text,
  TextField,
} from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { csvLine, csvStart } from '#platform/csv/write.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { exportLog, type LogEntry, type LogRow, listLog } from '../log.ts'
import { actorKindText, eventText, outcomeText } from '../text.nl.ts'
import { type AskedFilter, filterQuery, readFilter } from './filter.ts'
import { exactMoment } from './moment.ts'
import { paths } from './paths.ts'

const config = { who: 'audit.read' } as const

export function logPage(app: FastifyInstance): void {
  app.get(paths.log, { config }, async (request, reply) => {
    const asked = readFilter(request.query)
    if (Object.keys(asked.errors).length > 0) return reply.page(422, <LogPage asked={asked} rows={[]} more={false} />)
    const { rows, more } = await listLog(request.scope, asked.filter, asked.before)
    return reply.page(200, <LogPage asked={asked} rows={rows} more={more} />)
  })

  app.get(paths.export, { config }, async (request, reply) => {
    const asked = readFilter(request.query)
    if (Object.keys(asked.errors).length > 0) return reply.page(422, <LogPage asked={asked} rows={[]} more={false} />)
    const rows = await exportLog(request.scope, asked.filter)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="inzage-log.csv"')
      .send(Readable.from(exportText(rows)))
  })
}

const exportColumns: readonly [string, (entry: LogEntry) => string | number | null][] = [
  ['regel', (entry) => entry.id],
  ['moment (UTC)', (entry) => entry.at.toISOString()],
  ['gebeurtenis', (entry) => entry.event],
  ['handeling', (entry) => entry.action],
  ['uitkomst', (entry) => entry.outcome],
  ['soort gebruiker', (entry) => entry.actorKind],
  ['gebruiker', (entry) => entry.userName],
  ['gebruiker-id', (entry) => entry.userId],
  ['rol', (entry) => entry.userRole],
  ['organisatie', (entry) => entry.organizationName],
  ['verantwoordelijke-id', (entry) => entry.responsibleUserId],
  ['toegangspunt', (entry) => entry.accessPoint],
  ['zorgvraag', (entry) => entry.requestNumber],
  ['soort object', (entry) => entry.objectType],
  ['object-id', (entry) => entry.objectId],
  ['velden', (entry) => entry.fields.join(', ')],
  ['grondslag', (entry) => entry.legalBasis],
  ['regel van toegang', (entry) => entry.rule],
  ['toestemming-id', (entry) => entry.consentId],
  ['noodprocedure', (entry) => (entry.breakGlass ? 'ja' : 'nee')],
  ['bron', (entry) => entry.sourceSystem],
  ['verzoek', (entry) => entry.httpRequestId],
  ['verzegeld', (entry) => (entry.sealed ? 'ja' : 'nog niet')],
]

/** In pieces, so that other visitors are served in between. */
async function* exportText(rows: readonly LogEntry[]): AsyncGenerator<string> {
  yield csvStart + csvLine(exportColumns.map(([label]) => label))
  for (let place = 0; place < rows.length; place += 500) {
    yield rows
      .slice(place, place + 500)
      .map(exportRow)
      .join('')
    await setImmediate()
  }
}

function exportRow(entry: LogEntry): string {
  return csvLine(exportColumns.map(([, cell]) => cell(entry)))
}

export function LogTabs({ current }: { current: string }) {
  const tabs = [
    { href: paths.log, label: 'Inzage en wijzigingen' },
    { href: paths.chain, label: 'Controle van het log' },
  ]
  return <Tabs label="Inzage-log" items={tabs.map((tab) => ({ ...tab, current: tab.href === current }))} />
}

function LogPage({ asked, rows, more }: { asked: AskedFilter; rows: readonly LogRow[]; more: boolean }) {
  const { values, errors, before } = asked
  const last = rows.at(-1)
  const wrong = Object.keys(errors).length > 0
  return (
    <Screen title="Inzage-log" width="wide" density="professional" script error={wrong}>
      <LogTabs current={paths.log} />
      <ErrorSummary errors={errors} title="Zo kunnen wij niet zoeken" />
      <PageHeading
        actions={
          <LinkButton kind="secondary" icon="download" href={`${paths.export}${filterQuery(values)}`} download>
            Exporteer als CSV
          </LinkButton>
        }
      >
        <Heading level={1}>Inzage-log</Heading>
        <Text kind="soft">Wie welke gegevens zag of wijzigde. Ook uw eigen inzage staat hierin.</Text>
      </PageHeading>
      <Filter asked={asked} />
      <DataTable
        caption="Gebeurtenissen, de nieuwste eerst"
        captionHidden
        columns={[
          { key: 'at', label: 'Wanneer' },
          { key: 'what', label: 'Wat' },
          { key: 'who', label: 'Wie' },
          { key: 'organization', label: 'Organisatie' },
          { key: 'request', label: 'Zorgvraag' },
          { key: 'outcome', label: 'Uitkomst' },
        ]}
        rows={rows.map((row) => ({
          key: String(row.id),
          href: paths.entry(row.id),
          cells: {
            at: exactMoment(row.at),
            what: eventText[row.event] ?? row.event,
            who: whoText(row),
            organization: row.organizationName ?? undefined,
            request: row.requestNumber ? formatRequestNumber(row.requestNumber) : undefined,
            outcome:
              row.outcome === 'success' ? 'gelukt' : <StatusTag kind="attention" label={outcomeText[row.outcome]} />,
          },
        }))}
        empty={
          wrong ? null : (
            <EmptyState title="Niets gevonden" icon="search">
              Er is in het log niets dat hieraan voldoet. Kies een langere periode of minder filters.
            </EmptyState>
          )
        }
      />
      <Pagination
        label="Inzage-log"
        previous={before === undefined ? undefined : `${paths.log}${filterQuery(values)}`}
        next={more && last ? `${paths.log}${filterQuery(values, last.id)}` : undefined}
      />
    </Screen>
  )
}

function whoText(row: LogRow): string {
  if (row.actorKind !== 'user') return actorKindText[row.actorKind] ?? row.actorKind
  return row.userName ?? 'onbekend'
}

function Filter({ asked: { values, errors } }: { asked: AskedFilter }) {
  const { one } = fieldsOf(values, errors)
  const active = Object.values(values).filter((value) => value !== '').length
  return (
    <Details icon="filter" summary={active > 0 ? `Filters (${active} aan)` : 'Filters'} open={active > 0}>
      <FilterForm action={paths.log} label="Inzage-log filteren">
        <TextField label="Van" hint="Zoals 3-8-2026" width="medium" required={false} {...one('van')} />
        <TextField label="Tot en met" hint="Zoals 3-8-2026" width="medium" required={false} {...one('tot')} />
        <TextField label="Wie" width="medium" required={false} {...one('wie')} />
        <TextField label="Organisatie" width="medium" required={false} {...one('organisatie')} />
        <TextField label="Nummer zorgvraag" width="medium" required={false} {...one('nummer')} />
        <Select
          label="Wat"
          placeholder="Alles"
          options={Object.entries(eventText)
            .map(([value, label]) => ({ value, label }))
            .sort((a, b) => a.label.localeCompare(b.label, 'nl'))}
          required={false}
          {...one('wat')}
        />
        <Button kind="secondary" icon="search">
          Zoek
        </Button>
      </FilterForm>
    </Details>
  )
}
