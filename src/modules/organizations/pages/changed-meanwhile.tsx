import { Notice, SummaryList, Text } from '#design/index.ts'

export type Difference = { label: string; theirs: string; typed: string }

/** The facts that differ, by their labels: what is saved now beside what was typed. */
export function differencesBetween(now: Record<string, string>, typed: Record<string, string>): Difference[] {
  return Object.entries(now)
    .map(([label, theirs]) => ({ label, theirs, typed: typed[label] ?? '' }))
    .filter((one) => one.theirs !== one.typed)
}

/** Somebody saved in between: what they changed stands here, what was typed stands in the form. */
export function ChangedMeanwhile({ differences }: { differences: readonly Difference[] }) {
  return (
    <Notice kind="attention" title="Iemand anders heeft dit intussen gewijzigd">
      <Text>
        {differences.length > 0
          ? 'Hieronder staat wat er nu is bewaard. Wat u typte staat nog in het formulier. Bewaar opnieuw als uw tekst moet gelden.'
          : 'Het formulier laat zien hoe het nu is bewaard. Kijk het na voordat u het opnieuw probeert.'}
      </Text>
      <SummaryList
        rows={differences.map(({ label, theirs, typed }) => ({
          key: label,
          label,
          value: (
            <>
              Nu bewaard: <strong>{theirs || 'leeg'}</strong>. U typte: {typed || 'niets'}
            </>
          ),
        }))}
      />
    </Notice>
  )
}
