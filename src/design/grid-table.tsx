import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { cellRole, columnHeaderRole, groupRole, rowHeaderRole, rowRole, tableRole } from './table-roles.ts'

export type GridTableProps = {
  caption: ReactNode
  captionHidden?: boolean
  /** What the rows are: the words above the first column. */
  rowLabel: string
  /** Columns in groups: a day with its parts. */
  groups: ReadonlyArray<{ key: string; label: string; columns: ReadonlyArray<{ key: string; label: string }> }>
  rows: ReadonlyArray<{
    key: string
    label: ReactNode
    href?: string
    id?: string
    /** `${group.key}.${column.key}` → what stands there. */
    cells: Record<string, ReactNode>
  }>
}

/** A grid of small values under two rows of headings. Where there is no room, one card per row with its groups in it. */
export function GridTable({ caption, captionHidden, rowLabel, groups, rows }: GridTableProps) {
  const sizes = new Set(groups.map((group) => group.columns.length))
  const size = sizes.size === 1 ? [...sizes][0] : undefined
  return (
    <div className="table-frame">
      <table className={classes('grid-table', size !== undefined && `grid-table--of-${size}`)} {...tableRole}>
        <caption className={captionHidden ? 'visually-hidden' : 'table__caption'}>{caption}</caption>
        <colgroup>
          <col className="grid-table__rows" />
        </colgroup>
        {groups.map((group) => (
          <colgroup key={group.key} span={group.columns.length} />
        ))}
        <thead className="grid-table__head" {...groupRole}>
          <tr {...rowRole}>
            <th rowSpan={2} scope="col" {...columnHeaderRole}>
              {rowLabel}
            </th>
            {groups.map((group) => (
              <th
                key={group.key}
                colSpan={group.columns.length}
                scope="colgroup"
                className="grid-table__edge"
                {...columnHeaderRole}
              >
                {group.label}
              </th>
            ))}
          </tr>
          <tr {...rowRole}>
            {groups.flatMap((group) =>
              group.columns.map((column, position) => (
                <th
                  key={`${group.key}.${column.key}`}
                  scope="col"
                  className={position === 0 ? 'grid-table__edge' : undefined}
                  {...columnHeaderRole}
                >
                  {column.label}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody {...groupRole}>
          {rows.map((row) => (
            <tr key={row.key} id={row.id} {...rowRole}>
              <th scope="row" {...rowHeaderRole}>
                {row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}
              </th>
              {groups.flatMap((group) =>
                group.columns.map((column, position) => (
                  <td
                    key={`${group.key}.${column.key}`}
                    data-label={`${group.label} ${column.label}`}
                    className={position === 0 ? 'grid-table__edge' : undefined}
                    {...cellRole}
                  >
                    {row.cells[`${group.key}.${column.key}`] ?? '–'}
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
