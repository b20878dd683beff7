import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { cellRole, columnHeaderRole, groupRole, rowHeaderRole, rowRole, tableRole } from './table-roles.ts'

export type Column = {
  key: string
  label: string
  /** Right-aligned, figures of equal width. */
  numeric?: boolean
  /** The label is only for who listens: a column of buttons. */
  labelHidden?: boolean
  /** Numbers, codes and moments that should not break. */
  nowrap?: boolean
}

export type Row = {
  key: string
  /** Column key → what stands there; what is left out shows a dash. */
  cells: Record<string, ReactNode>
  /** Makes the first cell a link. */
  href?: string
  /** A bar beside the row that lets the eye find it; the cell itself says why in words. */
  mark?: 'attention' | 'urgent'
  /** For a live page, which replaces this row by its id. */
  id?: string
  /** For a live page, which puts rows that come in where they belong: sorts as text. */
  order?: string
}

export type DataTableProps = {
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column[]
  rows: readonly Row[]
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode
  /** The id of the table body, for a live page that adds rows. */
  bodyId?: string
}

/** A table where there is room; where there is not, each row becomes a card with its labels beside the values. */
export function DataTable({ caption, captionHidden, columns, rows, empty, bodyId }: DataTableProps) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    <div className="table-frame">
      <table className="table" {...tableRole}>
        <caption className={captionHidden ? 'visually-hidden' : 'table__caption'}>{caption}</caption>
        <thead className="table__head" {...groupRole}>
          <tr {...rowRole}>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)} {...columnHeaderRole}>
                {column.labelHidden ? <span className="visually-hidden">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody id={bodyId} {...groupRole}>
          {rows.map((row) => (
            <DataTableRow key={row.key} columns={columns} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellClass({ numeric, labelHidden, nowrap }: Column): string | undefined {
  return (
    classes(numeric && 'table__cell--numeric', labelHidden && 'table__cell--action', nowrap && 'table__cell--nowrap') ||
    undefined
  )
}

/** One row by itself, for a page that sends only what changed. */
export function DataTableRow({ columns, row }: { columns: readonly Column[]; row: Row }) {
  return (
    <tr
      className={classes('table__row', row.mark && `table__row--${row.mark}`)}
      id={row.id}
      data-order={row.order}
      {...rowRole}
    >
      {columns.map((column, position) => {
        const content = row.cells[column.key] ?? '–'
        const attributes = {
          className: cellClass(column),
          'data-label': column.labelHidden ? undefined : column.label,
        }
        return position === 0 ? (
          <th key={column.key} scope="row" {...attributes} {...rowHeaderRole}>
            {row.href === undefined ? (
              content
            ) : (
              <a className="table__link" href={row.href}>
                {content}
              </a>
            )}
          </th>
        ) : (
          <td key={column.key} {...attributes} {...cellRole}>
            {typeof content === 'object' ? <div className="table__value">{content}</div> : content}
          </td>
        )
      })}
    </tr>
  )
}
