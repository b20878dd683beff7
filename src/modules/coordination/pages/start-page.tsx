import {
  Actions,
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  PostForm,
  Screen,
  Text,
} from '#design/index.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { paths } from './paths.ts'

type Props = {
  id: string
  number: string
  query: string
  today: LocalDate
  /** Only this part of a divided request. */
  part?: { id: string; words: string }
  values?: FormValues
  errors?: FieldErrors
}

/** Confirms that care has begun: the end of the waiting that the requester sees. */
export function StartPage({ id, number, query, today, part, values, errors = {} }: Props) {
  const title = part ? `Zorg is gestart: ${part.words.toLowerCase()}` : 'Zorg is gestart'
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
        {part
          ? 'De aanvrager ziet dat dit deel is begonnen. De zorgvraag is gestart als alle delen zijn begonnen.'
          : 'De aanvrager ziet dat de zorg is begonnen. Na enkele weken sluit de zorgvraag vanzelf.'}
      </Text>
      <PostForm action={(part ? paths.startPart(id, part.id) : paths.start(id)) + query}>
        <DateField
          name="gestart"
          legend="Op welke dag is de zorg begonnen?"
          hint="Bijvoorbeeld 23 11 2026"
          value={values ? typed(values) : partsOf(today)}
          error={errors.gestart}
        />
        <Actions>
          <Button>Bevestig de start</Button>
          <Link href={paths.request(id) + query}>Nog niet gestart</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}

function partsOf(date: LocalDate) {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

function typed(values: FormValues) {
  const part = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : '')
  return { day: part('gestart-day'), month: part('gestart-month'), year: part('gestart-year') }
}
