import { DataTable, EmptyState } from '#design/index.ts'
import { formatDuration } from '#kernel/dates.ts'
import type { Freshness } from '../../freshness.ts'

/** The share of fresh lights per organisation, for all to see: who wants to know of others, tells others. */
export function FreshnessTable({ rows, now }: { rows: readonly Freshness[]; now: Date }) {
  return (
    <DataTable
      caption="Hoe actueel is het stoplicht per organisatie?"
      columns={[
        { key: 'name', label: 'Organisatie' },
        { key: 'share', label: 'Actueel, komende 7 dagen', numeric: true },
        { key: 'teams', label: 'Teams', numeric: true },
        { key: 'last', label: 'Laatst opgegeven' },
      ]}
      rows={rows.map(({ id, name, teams, share, lastSaid }) => ({
        key: id,
        cells: {
          name,
          teams,
          share: share === undefined ? '–' : `${share} %`,
          last: lastSaid ? formatDuration(lastSaid, now) : 'nog niets',
        },
      }))}
      empty={<EmptyState title="Er zijn nog geen teams met een stoplicht" />}
    />
  )
}
