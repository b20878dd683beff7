import { DataTable, Details, Notice, Text } from '#design/index.ts'
import { writeAreas } from '#modules/organizations/index.ts'
import type { Coverage } from '../rules/coverage.ts'

type NoticesProps = { coverage: Coverage; nameOf: (id: string) => string; deskName: string }

/** The map in words: where no team is, and where there are more. */
export function CoverageNotices({ coverage: { gaps, overlaps }, nameOf, deskName }: NoticesProps) {
  return (
    <>
      {gaps.length === 0 ? (
        <Notice kind="good" title="Elke postcode heeft een team" />
      ) : (
        <Notice
          kind="attention"
          title={`${gaps.length} ${gaps.length === 1 ? 'postcode heeft' : 'postcodes hebben'} geen team`}
        >
          <Text>
            {writeAreas(gaps)}. Zorgvragen van daar gaan naar {deskName}.
          </Text>
        </Notice>
      )}
      {overlaps.length > 0 && (
        <Details
          summary={`${overlaps.length} ${overlaps.length === 1 ? 'postcode valt' : 'postcodes vallen'} onder twee of meer teams`}
        >
          <Text>De regel met de minste postcodes beslist. Is dat niet de bedoeling, pas dan de regels aan.</Text>
          <DataTable
            caption="Postcodes met meer dan één team"
            columns={[
              { key: 'pc4', label: 'Postcode' },
              { key: 'teams', label: 'Teams' },
            ]}
            rows={overlaps.map(({ pc4, coordinatingTeamIds }) => ({
              key: pc4,
              cells: { pc4, teams: coordinatingTeamIds.map(nameOf).join(', ') },
            }))}
          />
        </Details>
      )}
    </>
  )
}
