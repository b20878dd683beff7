import {
  Actions,
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  PostForm,
  Radios,
  Screen,
  Text,
  TextArea,
} from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import type { Reason } from '#modules/regions/index.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { paths } from './paths.ts'

type Props = {
  id: string
  number: string
  reasons: readonly Reason[]
  query: string
  /** Only this part of a divided request. */
  part?: { id: string; words: string }
  values?: FormValues
  errors?: FieldErrors
}

/** Gives a request back: the reason is a code of the region, the words are for the colleagues who read it next. */
export function ReturnPage({ id, number, reasons, query, part, values = {}, errors = {} }: Props) {
  const title = part ? `Deel teruggeven: ${part.words.toLowerCase()}` : 'Zorgvraag teruggeven'
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={formatRequestNumber(number)}>
        {title}
      </Heading>
      <Text>
        {part ? 'Dit deel' : 'De zorgvraag'} komt bovenaan de lijst van het team.{' '}
        {part
          ? 'Heeft uw organisatie geen ander deel, dan gaan de gegevens van de cliënt meteen dicht.'
          : 'De gegevens van de cliënt gaan meteen dicht voor uw organisatie.'}{' '}
        De aanvrager ziet dat er opnieuw wordt gezocht.
      </Text>
      <PostForm action={(part ? paths.returnPart(id, part.id) : paths.return(id)) + query}>
        <Radios
          name="reden"
          legend={part ? 'Waarom geeft u dit deel terug?' : 'Waarom geeft u de zorgvraag terug?'}
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
          value={textOf(values.reden)}
          error={errors.reden}
        />
        <TextArea
          name="toelichting"
          label="Toelichting voor het team"
          hint="Alle wijkverpleegkundigen van het team lezen dit. Noem geen namen, adressen of telefoonnummers."
          optional={!reasons.some(({ wantsText, code }) => wantsText && code === values.reden)}
          rows={3}
          maxLength={500}
          value={textOf(values.toelichting)}
          error={errors.toelichting}
        />
        <Actions>
          <Button>Geef terug</Button>
          <Link href={paths.request(id) + query}>Toch niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
