import { Fieldset, Notice, Radios, Select, Tabs } from '#design/index.ts'
import { capital } from '#kernel/sentence.ts'
import { pieceText } from '#modules/requests/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { mostParts, type Piece, type SplitBy, splits } from '../../rules/parts/dividing.ts'
import { paths } from '../paths.ts'
import { type AboutRequest, RequestForm } from '../request-form.tsx'

/** An organisation that can be named for a part; `says` is what it offered, or what speaks for it. */
export type SplitParty = { id: string; name: string; says?: string }

export type SplitPageProps = AboutRequest & {
  by: SplitBy
  /** In which ways it can be divided. */
  ways: readonly SplitBy[]
  pieces: readonly Piece[]
  parties: readonly SplitParty[]
  /** Where the first filling in comes from, when it is not a guess. */
  from?: keyof typeof fromText
  values: FormValues
}

export const splitWords: Record<SplitBy, { code: string; tab: string; piece: string }> = {
  daypart: { code: 'dagdeel', tab: 'Per dagdeel', piece: 'dagdeel' },
  'care-kind': { code: 'zorg', tab: 'Per soort zorg', piece: 'soort zorg' },
}

const fromText = {
  offers: 'Hieronder staat alvast wie heeft gezegd een deel te kunnen. Zij hebben dat deel dan meteen.',
  proposal: 'Hieronder staat alvast het voorstel voor de hele lijst: twee teams die het samen kunnen.',
  advice: 'Hieronder staat alvast het advies: de minste organisaties die het samen kunnen.',
} as const

/** Which piece goes in which part, whom to ask for each part, and who keeps the overview. */
export function SplitPage({ by, ways, pieces, parties, from, ...about }: SplitPageProps) {
  const { one } = fieldsOf(about.values, about.errors)
  const numbers = Array.from({ length: Math.min(mostParts, pieces.length) }, (_, index) => String(index + 1))
  const parts = numbers.map((value) => ({ value, label: `Deel ${value}` }))
  const choices = parties.map(({ id, name, says }) => ({ value: id, label: says ? `${name} (${says})` : name }))
  return (
    <RequestForm
      {...about}
      title="Verdelen over meer organisaties"
      lead="Elk deel krijgt een eigen organisatie. Samen geven zij alle zorg. De zorgvraag is pas klaar als alle delen zijn genomen. Minder organisaties aan de deur is beter: maak niet meer delen dan nodig."
      above={<Ways id={about.id} by={by} ways={ways} from={from} />}
      action={splitBy(about.id, by)}
      go="Verdeel de zorg"
    >
      <Fieldset legend={`Welk ${splitWords[by].piece} hoort bij welk deel?`}>
        {pieces.map((piece) => (
          <Radios key={piece} legend={capital(pieceText(piece))} options={parts} inline {...one(`deel-${piece}`)} />
        ))}
      </Fieldset>
      <Fieldset
        legend="Wie vraagt u?"
        hint="Mag leeg blijven. Het deel staat dan op de lijst. Wie u kiest en nog niets heeft toegezegd, krijgt de vraag."
      >
        {numbers.map((part) => (
          <Select
            key={part}
            label={`Organisatie voor deel ${part}`}
            placeholder="Nog niemand"
            options={choices}
            {...one(`wie-${part}`)}
          />
        ))}
      </Fieldset>
      <Radios
        legend="Wie houdt het overzicht?"
        hint="Die organisatie is het vaste aanspreekpunt voor de cliënt, en is aan zet als alle delen zijn genomen."
        options={numbers.map((value) => ({ value, label: `Wie deel ${value} heeft` }))}
        inline="wide"
        {...one('overzicht')}
      />
    </RequestForm>
  )
}

/** The other way to divide it, and where the first filling in comes from. */
function Ways({ id, by, ways, from }: Pick<SplitPageProps, 'id' | 'by' | 'ways' | 'from'>) {
  return (
    <>
      {ways.length > 1 && (
        <Tabs
          label="Hoe verdelen?"
          items={splits.map((way) => ({ href: splitBy(id, way), label: splitWords[way].tab, current: way === by }))}
        />
      )}
      {from && <Notice kind="info" title={fromText[from]} />}
    </>
  )
}

const splitBy = (id: string, by: SplitBy) => `${paths.split(id)}?soort=${splitWords[by].code}`
