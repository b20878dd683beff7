import { createHash } from 'node:crypto'
import type { CsvColumn } from './format.ts'
import type { CsvFault, CsvRows } from './read.ts'

export type Deed = 'add' | 'change' | 'remove' | 'same'

/** What one line of a file would do. */
export type PlannedRow = {
  line: number
  /** What it is about, in the words of who sent it. */
  label: string
  deed: Deed
  /** Every difference that saving makes, in Dutch; nothing else is changed. */
  differences: { label: string; before: string; after: string }[]
}

/** What a file would do to what there is now; nothing has been done yet. */
export type Plan<Step> = {
  rows: PlannedRow[]
  faults: CsvFault[]
  /** What to do when it is confirmed, in this order. */
  steps: Step[]
  /** What follows from it and cannot be seen in a row: letters that go out. */
  notes?: string[]
}

/** Stands for what somebody saw and says yes to: another text when anything that would happen is different. */
export function seenOf({ rows, faults, notes = [] }: Omit<Plan<unknown>, 'steps'>): string {
  return createHash('sha256')
    .update(JSON.stringify([rows.filter(({ deed }) => deed !== 'same'), faults, notes]))
    .digest('base64url')
    .slice(0, 22)
}

/** Thrown while saving when something changed after the plan was made: nothing is saved, and the plan is made again. */
export class PlanIsStale extends Error {}

/** Thrown while saving when a line cannot be after all, for a reason that only saving could show. Nothing is saved. */
export class RowIsRefused extends Error {
  readonly fault: CsvFault
  constructor(fault: CsvFault) {
    super(fault.message)
    this.fault = fault
  }
}

/** What one line says about one thing: how it was (undefined when it is new) and how it will be. */
export type Change<Row> = { line: number; before: Row | undefined; after: Row }

type Known<Row> = {
  columns: readonly CsvColumn<Row>[]
  file: Pick<CsvRows<Row>, 'rows' | 'present'>
  /** What there is now. */
  known: readonly Row[]
  identity(row: Row): string
  label(row: Row): string
  /** What cannot be because of what there is now; the sentence, and the column it is about. */
  refuse?(change: Change<Row>): { column?: string; message: string } | undefined
}

/**
 * Lays the lines of a file beside what there is now. A column that the file does not have stays as it was, and so does what the
 * file does not name: the same file a second time changes nothing.
 */
export function planChanges<Row extends object>(input: Known<Row>): Plan<Change<Row>> {
  const known = new Map(input.known.map((row) => [input.identity(row), row]))
  const plan: Plan<Change<Row>> = { rows: [], faults: [], steps: [] }
  for (const { line, value } of input.file.rows) {
    const before = known.get(input.identity(value))
    const after = before === undefined ? value : withColumns(before, value, input.file.present)
    const wrong = input.refuse?.({ line, before, after })
    if (wrong) plan.faults.push({ line, ...wrong })
    const differences = differencesOf(input.columns, before, after)
    const deed = before === undefined ? 'add' : differences.length === 0 ? 'same' : 'change'
    plan.rows.push({ line, label: input.label(after), deed, differences })
    if (deed !== 'same') plan.steps.push({ line, before, after })
  }
  return plan
}

function withColumns<Row extends object>(before: Row, value: Row, present: ReadonlySet<keyof Row>): Row {
  const after = { ...before }
  for (const key of present) after[key] = value[key]
  return after
}

/** Compared as an export writes them: what one cannot see in a file, an import does not change. */
function differencesOf<Row>(
  columns: readonly CsvColumn<Row>[],
  before: Row | undefined,
  after: Row,
): PlannedRow['differences'] {
  return columns
    .map(({ header, write }) => ({
      label: header,
      before: before === undefined ? '' : String(write(before) ?? ''),
      after: String(write(after) ?? ''),
    }))
    .filter(({ before: one, after: other }) => one !== other)
}
