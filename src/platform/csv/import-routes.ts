import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { ReactNode } from 'react'
import { isId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import type { Who } from '#platform/http/types.ts'
import { readUpload } from '#platform/http/upload.ts'
import { type CsvFormat, csvHeaders, writeCsv } from './format.ts'
import { findImport, type KeptImport, keepImport, takeImport } from './kept.ts'
import { type Plan, PlanIsStale, RowIsRefused, seenOf } from './plan.ts'
import { type CsvFault, type CsvRows, readCsv } from './read.ts'

/** An import and export of one kind of thing, as one table. */
export type Import<Row, Step> = {
  /** `<schema>.<table>`: kept files of one kind are not taken for another's. */
  kind: string
  who: Who
  /** Where the file is sent, and below it each file by its id; where the export is fetched; where one looks at the result. */
  paths: { import: string; export: string; done: string }
  fileName: string
  format(scope: Scope): Promise<CsvFormat<Row>>
  /** Everything the actor may see of it, for the export. */
  list(scope: Scope): Promise<Row[]>
  /** What these rows would change. Asked twice: for the preview, and again inside the transaction that saves. */
  plan(tx: Tx, file: Pick<CsvRows<Row>, 'rows' | 'present'>): Promise<Plan<Step>>
  save(tx: Tx, steps: readonly Step[]): Promise<void>
  views: { start(props: StartProps): ReactNode; preview(props: PreviewProps): ReactNode }
}

export type StartProps = { headers: readonly { header: string; required: boolean }[]; error?: string; gone?: boolean }
export type PreviewProps = {
  id: string
  fileName: string
  seen: string
  plan: Omit<Plan<unknown>, 'steps'>
  /** How many lines are wrong; `plan.faults` holds the first. */
  wrong: number
  read: Pick<CsvRows<unknown>, 'separator' | 'encoding' | 'ignored'>
  /** Somebody changed something between the preview and the yes: this is what would happen now. */
  changed?: boolean
}

const largest = 16 * 1024 * 1024

/** The four addresses of an import: the form, the file, the preview and the yes; and the export. */
export function importRoutes<Row, Step>(app: FastifyInstance, what: Import<Row, Step>): void {
  const config = { who: what.who }
  const address = `${what.paths.import}/:importId`

  app.get(what.paths.export, { config }, async (request, reply) => {
    const format = await what.format(request.scope)
    return reply.headers(csvHeaders(what.fileName)).send(writeCsv(format, await what.list(request.scope)))
  })

  app.get(what.paths.import, { config }, async (request, reply) => {
    const gone = (request.query as { weg?: unknown }).weg === 'ja'
    return reply.page(200, what.views.start({ headers: await headersOf(what, request), gone }))
  })

  app.post(what.paths.import, { config: { ...config, limit: { calls: 60, minutes: 5 } } }, async (request, reply) => {
    const { file, tooLarge } = await readUpload(request, 'file', largest)
    if (!file) {
      const error = tooLarge ? 'Dit bestand is groter dan 16 MB. Verdeel het over meer bestanden.' : 'Kies een bestand'
      return reply.page(422, what.views.start({ headers: await headersOf(what, request), error }))
    }
    const id = await keepImport(request.scope, what.kind, { name: file.name.slice(0, 120), content: file.content })
    return reply.seeOther(`${what.paths.import}/${id}`)
  })

  app.get(address, { config }, async (request, reply) => {
    const kept = await keptOf(what, request)
    if (!kept) return gone(what, reply)
    const rows = await readCsv(kept.content, await what.format(request.scope))
    const plan = await inTransaction(request.scope, (tx) => what.plan(tx, rows))
    return reply.page(200, what.views.preview(propsOf(kept, rows, plan)))
  })

  app.post(address, { config }, async (request, reply) => {
    const kept = await keptOf(what, request)
    if (!kept) return gone(what, reply)
    const rows = await readCsv(kept.content, await what.format(request.scope))
    const { seen } = (request.body ?? {}) as { seen?: unknown }
    const outcome = await confirm(what, request.scope, kept, rows, seen)
    if (outcome === 'done') return reply.seeOther(what.paths.done)
    if (outcome === 'gone') return gone(what, reply)
    const plan = 'steps' in outcome ? outcome : await inTransaction(request.scope, (tx) => what.plan(tx, rows))
    const late = 'late' in outcome ? outcome.late : []
    const props = propsOf(kept, rows, { ...plan, faults: [...plan.faults, ...late] })
    return reply.page(
      props.wrong > 0 ? 422 : 409,
      what.views.preview({ ...props, changed: props.wrong === 0 || undefined }),
    )
  })
}

/** Does what was confirmed, all of it or nothing; answers the plan when that is not what was seen, or what was wrong after all. */
async function confirm<Row, Step>(
  what: Import<Row, Step>,
  scope: Scope,
  kept: KeptImport,
  rows: CsvRows<Row>,
  seen: unknown,
): Promise<'done' | 'gone' | Plan<Step> | { late: CsvFault[] }> {
  try {
    return await inTransaction(scope, async (tx) => {
      // Two people who say yes at once take turns: the second sees what the first one's import made of theirs.
      await sql`select pg_advisory_xact_lock(7105, 4)`.execute(tx.db)
      const plan = await what.plan(tx, rows)
      const props = propsOf(kept, rows, plan)
      if (props.wrong > 0 || props.seen !== seen) return plan
      if (!(await takeImport(tx, what.kind, kept.id))) return 'gone'
      await what.save(tx, plan.steps)
      return 'done'
    })
  } catch (error) {
    if (error instanceof PlanIsStale) return { late: [] }
    if (error instanceof RowIsRefused) return { late: [error.fault] }
    throw error
  }
}

async function headersOf<Row, Step>(what: Import<Row, Step>, request: FastifyRequest): Promise<StartProps['headers']> {
  const { columns } = await what.format(request.scope)
  return columns.map(({ header, required = false }) => ({ header, required }))
}

async function keptOf<Row, Step>(what: Import<Row, Step>, request: FastifyRequest): Promise<KeptImport | undefined> {
  const { importId } = request.params as { importId: string }
  return isId(importId) ? findImport(request.scope, what.kind, importId) : undefined
}

/** Another's file, one that is a day old and one that was already done look the same. */
function gone<Row, Step>(what: Import<Row, Step>, reply: FastifyReply): FastifyReply {
  return reply.seeOther(`${what.paths.import}?weg=ja`)
}

function propsOf<Row, Step>(kept: KeptImport, rows: CsvRows<Row>, { faults, ...plan }: Plan<Step>): PreviewProps {
  const together = {
    rows: plan.rows,
    notes: plan.notes,
    faults: [...rows.faults, ...faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
  return {
    id: kept.id,
    fileName: kept.fileName,
    seen: seenOf(together),
    plan: together,
    wrong: rows.wrong + faults.length,
    read: { separator: rows.separator, encoding: rows.encoding, ignored: rows.ignored },
  }
}
