import { formatPhone, parsePhone } from '#kernel/phone.ts'
import { parseWebAddress } from '#modules/organizations/index.ts'
import type { CsvFormat } from '#platform/csv/format.ts'
import { type Change, type Plan, PlanIsStale, planChanges } from '#platform/csv/plan.ts'
import type { CsvRows } from '#platform/csv/read.ts'
import { readWord } from '#platform/csv/words.ts'
import type { Scope } from '#platform/database/scope.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { wordsOf } from './languages/index.ts'
import { listOtherHelp, type MunicipalityHelp, readOtherHelp, saveOtherHelpIn, seenOf } from './other-help.ts'
import { type OtherHelpKind, otherHelpKinds } from './rules/care-words.ts'
import type { OtherHelp } from './store.ts'

/** A line of a file with other help, recognised by its municipality and kind. */
export type OtherHelpRow = OtherHelp & { municipality: string }

const words = wordsOf('nl').otherHelp
const kindText = Object.fromEntries(otherHelpKinds.map((kind) => [kind, words[kind].name])) as Record<
  OtherHelpKind,
  string
>
const identity = ({ municipality, kind }: OtherHelpRow) => `${municipality}\n${kind}`.toLowerCase()

export const otherHelpFormat: CsvFormat<OtherHelpRow> = {
  columns: [
    { key: 'municipality', header: 'Gemeente', required: true, write: (row) => row.municipality },
    { key: 'kind', header: 'Soort hulp', also: ['Soort'], required: true, write: (row) => kindText[row.kind] },
    { key: 'name', header: 'Naam', required: true, write: (row) => row.name },
    { key: 'phone', header: 'Telefoon', write: (row) => row.phone && formatPhone(row.phone) },
    { key: 'hours', header: 'Wanneer te bereiken', write: (row) => row.hours },
    { key: 'website', header: 'Website', write: (row) => row.website },
  ],
  read(cells) {
    const web = 'Vul een webadres in, zoals www.voorbeeld.nl'
    return {
      municipality: cells.line('municipality', { required: 'Vul de gemeente in', max: 80 }) ?? '',
      kind: readWord(cells, 'kind', kindText, { required: 'Vul in wat voor hulp dit is' }) ?? 'wmo',
      name: cells.line('name', { required: 'Vul de naam in', max: 120 }) ?? '',
      phone: cells.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 026 123 45 67') ?? null,
      hours: cells.line('hours', { max: 120 }) ?? '',
      website: cells.parsed('website', parseWebAddress, web) ?? null,
    }
  },
  identity,
  maxRows: 2000,
}

export async function listOtherHelpRows(scope: Scope): Promise<OtherHelpRow[]> {
  return toRows(await listOtherHelp(scope))
}

export async function planOtherHelp(
  tx: Tx,
  file: Pick<CsvRows<OtherHelpRow>, 'rows' | 'present'>,
): Promise<Plan<Change<OtherHelpRow>>> {
  const municipalities = await readOtherHelp(tx)
  const names = new Set(municipalities.map(({ name }) => name.toLowerCase()))
  return planChanges<OtherHelpRow>({
    columns: otherHelpFormat.columns,
    file,
    known: toRows(municipalities),
    identity,
    label: ({ kind, municipality }) => `${kindText[kind]}, ${municipality}`,
    refuse: ({ after }) =>
      names.has(after.municipality.toLowerCase())
        ? undefined
        : { column: 'Gemeente', message: `‘${after.municipality}’ is geen gemeente van deze regio` },
  })
}

/** Per municipality, as on its page; what a file does not name stays. */
export async function saveOtherHelpRows(tx: Tx, steps: readonly Change<OtherHelpRow>[]): Promise<void> {
  for (const { id, name, help } of await readOtherHelp(tx)) {
    const wanted = steps
      .map(({ after }) => after)
      .filter((row) => row.municipality.toLowerCase() === name.toLowerCase())
    if (wanted.length === 0) continue
    const kept = help.filter(({ kind }) => !wanted.some((row) => row.kind === kind))
    const changed = wanted.map(({ municipality: _, ...one }) => one)
    const outcome = await saveOtherHelpIn(tx, { municipalityId: id, seen: seenOf(help), help: [...kept, ...changed] })
    if (!outcome.ok) throw new PlanIsStale()
  }
}

function toRows(municipalities: readonly MunicipalityHelp[]): OtherHelpRow[] {
  return municipalities.flatMap(({ name, help }) => help.map((one) => ({ ...one, municipality: name })))
}
