import { Button, LinkButton } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { Details } from './details.tsx'
import { FileField } from './file-field.tsx'
import { HiddenField } from './form.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Actions, Stack } from './layout.tsx'
import { Lines } from './lines.tsx'
import { Notice } from './notice.tsx'
import { PostForm } from './screen.tsx'
import { Text } from './text.tsx'

export type ImportStartProps = {
  action: string
  /** Where what there is now can be fetched: the best example of what a file looks like. */
  exportPath: string
  headers: readonly { header: string; required: boolean }[]
  error?: string
  /** The file that was asked for is done, or too old. */
  gone?: boolean
}

/** Asks for a file. Nothing is changed by sending it. */
export function ImportStart({ action, exportPath, headers, error, gone }: ImportStartProps) {
  return (
    <Stack>
      {gone && (
        <Notice kind="info" title="Dit bestand is al verwerkt, of ouder dan een dag">
          <Text>Kijk of de gegevens kloppen. Stuur het bestand anders nog een keer.</Text>
        </Notice>
      )}
      <Text kind="lead">U ziet eerst wat er verandert. Pas als u dat goed vindt, wordt het bewaard.</Text>
      <PostForm action={action} multipart>
        <FileField
          name="file"
          label="CSV-bestand"
          hint="Uit uw rekenprogramma: bewaar als ‘CSV UTF-8’"
          accept=".csv,.txt,text/csv"
          error={error}
        />
        <Actions>
          <Button>Bekijk wat er verandert</Button>
          <LinkButton kind="secondary" href={exportPath} icon="download" download>
            Haal de gegevens van nu op
          </LinkButton>
        </Actions>
      </PostForm>
      <Details summary="Welke kolommen horen erin?">
        <Text>
          De volgorde maakt niet uit. Een kolom die u weglaat, blijft zoals hij is. Een regel die u weglaat, blijft
          bestaan.
        </Text>
        <Text kind="small">
          {headers.map(({ header, required }) => (required ? `${header} (verplicht)` : header)).join(' · ')}
        </Text>
      </Details>
    </Stack>
  )
}

type Change = {
  line: number
  label: string
  deed: 'add' | 'change' | 'remove' | 'same'
  differences: readonly { label: string; before: string; after: string }[]
}

export type ImportPreviewProps = {
  action: string
  back: string
  seen: string
  fileName: string
  rows: readonly Change[]
  faults: readonly { line?: number; column?: string; message: string }[]
  wrong: number
  notes?: readonly string[]
  separator: string
  encoding: string
  ignored: readonly string[]
  changed?: boolean
}

/** Nobody reads more than this before saying yes; how many there are is said. */
const mostShown = 200

/** What a file would change, or what is wrong with it; nothing is done yet. */
export function ImportPreview(props: ImportPreviewProps) {
  const { rows, faults, wrong, action, back, seen, notes = [], changed } = props
  const doing = rows.filter(({ deed }) => deed !== 'same')
  const count = (deed: Change['deed']) => rows.filter((row) => row.deed === deed).length
  return (
    <Stack>
      {changed && (
        <Notice kind="attention" title="Iemand anders heeft intussen iets gewijzigd">
          <Text>Hieronder staat wat uw bestand nu verandert. Er is nog niets bewaard.</Text>
        </Notice>
      )}
      {wrong > 0 && <Faults faults={faults} wrong={wrong} />}
      <KeyFigures
        items={[
          { label: 'Nieuw', value: count('add') },
          { label: 'Gewijzigd', value: count('change') },
          ...(count('remove') > 0 ? [{ label: 'Weg', value: count('remove'), mark: 'attention' as const }] : []),
          { label: 'Blijft gelijk', value: count('same') },
          { label: 'Niet goed', value: wrong, ...(wrong > 0 ? { mark: 'urgent' as const } : {}) },
        ]}
      />
      {notes.map((note) => (
        <Notice key={note} kind="info" title={note} />
      ))}
      <Text kind="small">{howRead(props)}</Text>
      {doing.length > 0 && <Changes rows={doing} />}
      {wrong > 0 ? (
        <LinkButton href={back} icon="upload">
          Stuur het verbeterde bestand
        </LinkButton>
      ) : doing.length === 0 ? (
        <>
          <Notice kind="good" title="Alles in dit bestand is al zo bewaard" />
          <LinkButton kind="secondary" href={back}>
            Kies een ander bestand
          </LinkButton>
        </>
      ) : (
        <PostForm action={action}>
          <HiddenField name="seen" value={seen} />
          <Actions>
            <Button>{doing.length === 1 ? 'Bewaar deze wijziging' : `Bewaar deze ${doing.length} wijzigingen`}</Button>
            <LinkButton kind="secondary" href={back}>
              Kies een ander bestand
            </LinkButton>
          </Actions>
        </PostForm>
      )}
    </Stack>
  )
}

function Faults({ faults, wrong }: Pick<ImportPreviewProps, 'faults' | 'wrong'>) {
  return (
    <>
      <Notice kind="error" title={wrong === 1 ? 'Er is één ding niet goed' : `Er zijn ${wrong} dingen niet goed`}>
        <Text>Verbeter dit in uw bestand en stuur het opnieuw. Er is nog niets bewaard.</Text>
      </Notice>
      <DataTable
        caption={faults.length < wrong ? `De eerste ${faults.length}` : 'Wat er niet goed is'}
        captionHidden={faults.length === wrong}
        columns={[
          { key: 'line', label: 'Regel', nowrap: true },
          { key: 'column', label: 'Kolom' },
          { key: 'message', label: 'Wat is er' },
        ]}
        rows={faults.map(({ line, column, message }, place) => ({
          key: String(place),
          cells: { line: line === undefined ? 'het hele bestand' : `regel ${line}`, column, message },
        }))}
      />
    </>
  )
}

const deedText: Record<Change['deed'], string> = {
  add: 'nieuw',
  change: 'gewijzigd',
  remove: 'verdwijnt',
  same: 'blijft gelijk',
}

function Changes({ rows }: { rows: readonly Change[] }) {
  const more = rows.length - mostShown
  return (
    <>
      <DataTable
        caption="Wat er verandert"
        columns={[
          { key: 'label', label: 'Wie of wat' },
          { key: 'deed', label: 'Hoe' },
          { key: 'what', label: 'Wat' },
          { key: 'line', label: 'Regel', numeric: true },
        ]}
        rows={rows.slice(0, mostShown).map(({ line, label, deed, differences }) => ({
          key: `${line}-${label}`,
          cells: {
            label,
            deed: deedText[deed],
            line: line === 0 ? undefined : line,
            what: <Differences deed={deed} differences={differences} />,
          },
        }))}
      />
      {more > 0 && <Text>En nog {more} meer.</Text>}
    </>
  )
}

function Differences({ deed, differences }: Pick<Change, 'deed' | 'differences'>) {
  if (deed === 'remove') return null
  const [first, ...then] = differences.map((difference) => differenceText(deed, difference))
  return <Lines first={first} then={then} />
}

function differenceText(deed: Change['deed'], { label, before, after }: Change['differences'][number]): string {
  if (deed === 'add') return `${label}: ${after}`
  if (before.includes(listed) || after.includes(listed)) return `${label}: ${listChange(before, after)}`
  return `${label}: ${before || 'leeg'} → ${after || 'leeg'}`
}

/** Between the items of one cell. */
const listed = ' | '

/** Of a long list only what comes and what goes. */
function listChange(before: string, after: string): string {
  const [old, then] = [before, after].map((cell) => cell.split(listed).filter(Boolean)) as [string[], string[]]
  const added = then.filter((item) => !old.includes(item))
  const gone = old.filter((item) => !then.includes(item))
  return [
    ...(added.length > 0 ? [`erbij: ${added.join('; ')}`] : []),
    ...(gone.length > 0 ? [`weg: ${gone.join('; ')}`] : []),
  ].join('. ')
}

const separatorText: Record<string, string> = { ';': 'puntkomma', ',': 'komma', '\t': 'tab', '|': 'streep' }

function howRead({ fileName, separator, encoding, ignored }: ImportPreviewProps): string {
  const told = `${fileName}, gelezen met een ${separatorText[separator] ?? separator} tussen de kolommen, in ${encoding}.`
  return ignored.length === 0 ? told : `${told} Niet gelezen: ${ignored.join(', ')}.`
}
