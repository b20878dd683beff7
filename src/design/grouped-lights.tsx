import { Light, type LightValue } from './light.tsx'
import { cellRole, columnHeaderRole, groupRole, rowHeaderRole, rowRole, tableRole } from './table-roles.ts'

export type GroupedLightsProps = {
  caption: string
  columns: { what: string; light: string; count: string }
  groups: ReadonlyArray<{
    key: string
    label: string
    rows: ReadonlyArray<GroupedLight>
  }>
}

export type GroupedLight = {
  key: string
  label: string
  href?: string
  light: LightValue
  word: string
  count: string
  /** For a live page, which replaces this row. */
  id?: string
}

/** Many lights in a narrow column, in groups: what a map shows, in words. It stays a table on a phone. */
export function GroupedLights({ caption, columns, groups }: GroupedLightsProps) {
  return (
    <table className="grouped-lights" {...tableRole}>
      <caption className="table__caption">{caption}</caption>
      <thead {...groupRole}>
        <tr {...rowRole}>
          <th scope="col" {...columnHeaderRole}>
            {columns.what}
          </th>
          <th scope="col" {...columnHeaderRole}>
            {columns.light}
          </th>
          <th scope="col" className="grouped-lights__count" {...columnHeaderRole}>
            {columns.count}
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key} {...groupRole}>
          <tr {...rowRole}>
            <th colSpan={3} scope="rowgroup" className="grouped-lights__group" {...rowHeaderRole}>
              {group.label}
            </th>
          </tr>
          {group.rows.map(({ key, ...row }) => (
            <GroupedLightRow key={key} {...row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** One row by itself, for a live page that sends only what changed. */
export function GroupedLightRow({ label, href, light, word, count, id }: Omit<GroupedLight, 'key'>) {
  return (
    <tr id={id} {...rowRole}>
      <th scope="row" {...rowHeaderRole}>
        {href === undefined ? label : <a href={href}>{label}</a>}
      </th>
      <td {...cellRole}>
        <Light value={light} label={word} />
      </td>
      <td className="grouped-lights__count" {...cellRole}>
        {count}
      </td>
    </tr>
  )
}
