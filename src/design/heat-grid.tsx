import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { type LightValue, lightShapes } from './light.tsx'
import { cellRole, columnHeaderRole, groupRole, rowHeaderRole, rowRole, tableRole } from './table-roles.ts'

export type HeatCellProps = {
  value: LightValue
  /** The word for the light; in a close grid only for who listens, and beside the mouse. */
  word: string
  /** What is known besides, small: how old it is, how many hours. */
  note?: ReactNode
  href?: string
  /** For a live page, which replaces this one cell. */
  id?: string
}

export type HeatGridProps = {
  caption: ReactNode
  captionHidden?: boolean
  /** What the rows are: the words above the first column. */
  rowLabel: string
  /** Columns in groups: a day with its parts. One group has no heading of its own. */
  groups: ReadonlyArray<{
    key: string
    label: string
    href?: string
    columns: ReadonlyArray<{ key: string; label: string; short?: string }>
  }>
  rows: ReadonlyArray<{
    key: string
    label: ReactNode
    note?: ReactNode
    href?: string
    /** `${group.key}.${column.key}` → the light that stands there. */
    cells: Readonly<Record<string, HeatCellProps>>
  }>
  /** For a screen on the wall: words that are read from across the room. */
  size?: 'normal' | 'large'
}

/**
 * Lights that fill their places, so that where there is room is seen at once; each with its word and its shape. Where there
 * is no room beside one another, one card per row.
 */
export function HeatGrid({ caption, captionHidden, rowLabel, groups, rows, size = 'normal' }: HeatGridProps) {
  const close = groups.length > 1
  return (
    <div className="table-frame">
      <table
        className={classes('heat-grid', close && 'heat-grid--close', size === 'large' && 'heat-grid--large')}
        {...tableRole}
      >
        <caption className={captionHidden ? 'visually-hidden' : 'table__caption'}>{caption}</caption>
        <colgroup>
          <col className="heat-grid__rows" />
        </colgroup>
        {groups.map((group) => (
          <colgroup key={group.key} span={group.columns.length} />
        ))}
        <thead className="heat-grid__head" {...groupRole}>
          {close && (
            <tr {...rowRole}>
              <td {...cellRole} />
              {groups.map((group) => (
                <th key={group.key} colSpan={group.columns.length} scope="colgroup" {...columnHeaderRole}>
                  {group.href === undefined ? group.label : <a href={group.href}>{group.label}</a>}
                </th>
              ))}
            </tr>
          )}
          <tr {...rowRole}>
            <th scope="col" {...columnHeaderRole}>
              {rowLabel}
            </th>
            {groups.flatMap((group) =>
              group.columns.map((column) => (
                <th key={`${group.key}.${column.key}`} scope="col" {...columnHeaderRole}>
                  {close && column.short !== undefined ? (
                    <abbr title={column.label}>{column.short}</abbr>
                  ) : (
                    column.label
                  )}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody {...groupRole}>
          {rows.map((row) => (
            <tr key={row.key} {...rowRole}>
              <th scope="row" {...rowHeaderRole}>
                {row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}
                {row.note !== undefined && <span className="heat-grid__note">{row.note}</span>}
              </th>
              {groups.flatMap((group) =>
                group.columns.map((column, place) => {
                  const key = `${group.key}.${column.key}`
                  const cell = row.cells[key]
                  return (
                    <td
                      key={key}
                      data-label={column.label}
                      data-group={close && place === 0 ? group.label : undefined}
                      {...cellRole}
                    >
                      {cell ? <HeatCell {...cell} /> : '–'}
                    </td>
                  )
                }),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One place of the grid by itself, for a live page that sends only what changed. */
export function HeatCell({ value, word, note, href, id }: HeatCellProps) {
  const content = (
    <>
      <svg className="heat__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {lightShapes[value]}
      </svg>
      <span className="heat__word">{word}</span>
      {note !== undefined && <span className="heat__note">{note}</span>}
    </>
  )
  const attributes = { id, className: `heat heat--${value}`, title: word }
  return href === undefined ? (
    <span {...attributes}>{content}</span>
  ) : (
    <a href={href} {...attributes}>
      {content}
    </a>
  )
}
