import {
  Actions,
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Link,
  PostForm,
  Radios,
  Screen,
  Text,
  TextArea,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { Party } from '../../inquiry/parties.ts'
import { paths } from '../paths.ts'

type Props = {
  id: string
  number: string
  part?: { id: string; words: string }
  parties: readonly Party[]
  answerBy: Date
  now: Date
  query: string
  values?: FormValues
  errors?: FieldErrors
}

/** Asks one other organisation whether it takes over a client, or one part of the care. */
export function SwapPage({ id, number, part, parties, answerBy, now, query, values = {}, errors = {} }: Props) {
  const { one, wrong } = fieldsOf(values, errors)
  const typed = (name: string) => one(`vanaf-${name}`).value
  const title = part ? `Overdragen: ${part.words.toLowerCase()}` : 'Overdragen aan een andere organisatie'
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={formatRequestNumber(number)}>
        {title}
      </Heading>
      <Text>
        De andere organisatie ziet de kaart, zonder naam en adres. Zij antwoordt uiterlijk {formatMoment(answerBy, now)}
        . Zegt zij ja, dan gaan de gegevens van de cliënt naar haar over en gaan ze voor uw organisatie dicht. Tot dan
        blijft u de zorg geven.
      </Text>
      <PostForm action={paths.swap(id) + query}>
        {part && <HiddenField name="deel" value={part.id} />}
        <Radios
          legend="Aan welke organisatie?"
          options={parties.map(({ id: value, name, serves, wished }) => ({
            value,
            label: name,
            hint: [wished && 'voorkeur van de cliënt', serves ? 'werkt in deze wijk' : 'werkt niet in deze wijk']
              .filter(Boolean)
              .join(', '),
          }))}
          {...one('organisatie')}
        />
        <DateField
          name="vanaf"
          legend="Vanaf welke dag?"
          hint="Mag leeg blijven: dan zo snel als de andere organisatie kan."
          value={{ day: typed('day'), month: typed('month'), year: typed('year') }}
          error={errors.vanaf}
        />
        <TextArea
          label="Waarom draagt u over?"
          hint="De andere organisatie leest dit. Noem geen namen, adressen of telefoonnummers."
          optional
          rows={3}
          maxLength={500}
          {...one('toelichting')}
        />
        <Actions>
          <Button>Vraag het</Button>
          <Link href={paths.request(id) + query}>Toch niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}
