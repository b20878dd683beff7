import { Card, DataTable, Details, KeyFigures, Lines, List, Text } from '#design/index.ts'
import { capital } from '#kernel/sentence.ts'
import { careKindText, daypartText, priorityText } from '#kernel/text.nl.ts'
import { type Preview, previewedDays } from '../previewing.ts'
import type { OtherFirst } from '../rules/preview.ts'
import { factorName } from '../text.nl.ts'

/** What the change would have done with last month's lists. */
export function WeightsPreview({ changes, preview }: { changes: readonly string[]; preview: Preview }) {
  const { requests, nobody, otherFirst, examples, organizations } = preview
  return (
    <Card title={`Wat dit de afgelopen ${previewedDays} dagen had uitgemaakt`} level={2}>
      <List items={changes.map((content) => ({ key: content, content }))} />
      <KeyFigures
        items={[
          { label: 'Zorgvragen doorgerekend', value: requests, note: nobody > 0 ? `${nobody} zonder team` : undefined },
          { label: 'Een ander team bovenaan', value: otherFirst, note: shareText(otherFirst, requests - nobody) },
        ]}
      />
      {otherFirst === 0 && <Text>Bij geen enkele zorgvraag had een ander team bovenaan gestaan.</Text>}
      {examples.length > 0 && (
        <DataTable
          caption="Voorbeelden"
          columns={[
            { key: 'what', label: 'Zorgvraag' },
            { key: 'was', label: 'Nu bovenaan' },
            { key: 'becomes', label: 'Zou bovenaan staan' },
            { key: 'why', label: 'Meest door' },
          ]}
          rows={examples.map((example) => ({
            key: example.wanted.requestId,
            cells: {
              what: <Lines first={careText(example)} then={[whenText(example)]} />,
              was: <Lines first={example.was.teamName} then={[example.was.organizationName]} />,
              becomes: <Lines first={example.becomes.teamName} then={[example.becomes.organizationName]} />,
              why: factorName[example.because],
            },
          }))}
        />
      )}
      {organizations.length > 0 && (
        <Details summary="Hoe vaak elke organisatie daardoor bovenaan komt" icon="users">
          <DataTable
            caption="Hoe vaak een organisatie bovenaan staat bij de zorgvragen die veranderen"
            captionHidden
            columns={[
              { key: 'name', label: 'Organisatie' },
              { key: 'was', label: 'Nu bovenaan', numeric: true },
              { key: 'becomes', label: 'Wordt', numeric: true },
            ]}
            rows={organizations.map(({ id, name, was, becomes }) => ({
              key: id,
              cells: { name, was: String(was), becomes: String(becomes) },
            }))}
          />
        </Details>
      )}
      <Text kind="soft">
        Gerekend met de stoplichten van de dag waarop de zorg moest beginnen, en met wat organisaties nu aannemen en
        antwoorden. Wie de zorgvraag toen echt nam, verandert er niet door.
      </Text>
    </Card>
  )
}

function shareText(count: number, of: number): string | undefined {
  return of > 0 ? `${Math.round((100 * count) / of)} procent` : undefined
}

function careText({ wanted: { pc4, careKinds } }: OtherFirst): string {
  return `${capital(careKinds.map((kind) => careKindText[kind]).join(', '))} in ${pc4}`
}

function whenText({ wanted: { dayparts, priority } }: OtherFirst): string {
  const when = dayparts.length > 0 ? dayparts.map((daypart) => daypartText[daypart]).join(', ') : 'tijd maakt niet uit'
  return `${when} · ${priorityText[priority]}`
}
