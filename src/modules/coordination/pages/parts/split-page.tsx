import {
  Actions,
  Button,
  ErrorSummary,
  type FieldErrors,
  Fieldset,
  Heading,
  Link,
  Notice,
  PostForm,
  Radios,
  Screen,
  Select,
  Tabs,
  Text,
} from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import { pieceText } from '#modules/requests/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { mostParts, type Piece, type SplitBy, splits } from '../../rules/parts/dividing.ts'
import { paths } from '../paths.ts'

/** An organisation that can be named for a part; `says` is what it offered, or what speaks for it. */
export type SplitParty = { id: string; name: string; says?: string }

export type SplitPageProps = {
  id: string
  number: string
  by: SplitBy
  /** In which ways it can be divided. */
  ways: readonly SplitBy[]
  pieces: readonly Piece[]
  parties: readonly SplitParty[]
  /** Where the first filling in comes from, when it is not a guess. */
  from?: 'offers' | 'advice'
  query: string
  values: FormValues
  errors?: FieldErrors
}

export const splitWords: Record<SplitBy, { code: string; tab: string; piece: string }> = {
  daypart: { code: 'dagdeel', tab: 'Per dagdeel', piece: 'dagdeel' },
  'care-kind': { code: 'zorg', tab: 'Per soort zorg', piece: 'soort zorg' },
}

const fromText = {
  offers: 'Hieronder staat alvast wie heeft gezegd een deel te kunnen. Zij hebben dat deel dan meteen.',
  advice: 'Hieronder staat alvast het advies: de minste organisaties die het samen kunnen.',
} as const

/** Which piece goes in which part, whom to ask for each part, and who keeps the overview. */
export function SplitPage(props: SplitPageProps) {
  const { id, number, by, ways, pieces, parties, from, query, values, errors = {} } = props
  const { one, wrong } = fieldsOf(values, errors)
  const numbers = Array.from({ length: Math.min(mostParts, pieces.length) }, (_, index) => String(index + 1))
  const options = numbers.map((value) => ({ value, label: `Deel ${value}` }))
  return (
    <Screen
      title="Verdelen over meer organisaties"
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={formatRequestNumber(number)}>
        Verdelen over meer organisaties
      </Heading>
      <Text>
        Elk deel krijgt een eigen organisatie. Samen geven zij alle zorg. De zorgvraag is pas klaar als alle delen zijn
        genomen. Minder organisaties aan de deur is beter: maak niet meer delen dan nodig.
      </Text>
      {ways.length > 1 && (
        <Tabs
          label="Hoe verdelen?"
          items={splits.map((one) => ({
            href: `${paths.split(id)}?soort=${splitWords[one].code}`,
            label: splitWords[one].tab,
            current: one === by,
          }))}
        />
      )}
      {from && <Notice kind="info" title={fromText[from]} />}
      <PostForm action={`${paths.split(id)}?soort=${splitWords[by].code}`}>
        <Fieldset legend={`Welk ${splitWords[by].piece} hoort bij welk deel?`}>
          {pieces.map((piece) => (
            <Radios key={piece} legend={capital(pieceText(piece))} options={options} inline {...one(`deel-${piece}`)} />
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
              options={parties.map(({ id: value, name, says }) => ({
                value,
                label: says ? `${name} (${says})` : name,
              }))}
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
        <Actions>
          <Button>Verdeel de zorg</Button>
          <Link href={paths.request(id) + query}>Toch niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}
