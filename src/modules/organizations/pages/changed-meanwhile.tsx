import { Notice, SummaryList, Text } from '#design/index.ts'

export type Difference = { label: string; theirs: string; typed: string }

/** Somebody saved in between: what they changed stands here, what was typed stands in the form. */
export function ChangedMeanwhile({ differences }: { differences: readonly Difference[] }) {
  return (
    <Notice kind="attention" title="Iemand anders heeft dit intussen gewijzigd">
      <Text>
        Hieronder staat wat er nu is bewaard. Wat u typte staat nog in het formulier. Bewaar opnieuw als uw tekst moet
        gelden.
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
