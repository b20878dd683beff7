import {
  Actions,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  PostForm,
  Radios,
  Screen,
  Text,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { Party } from '../inquiry/parties.ts'
import { paths } from './paths.ts'

type Props = {
  id: string
  number: string
  parties: readonly Party[]
  /** The last moment to answer when it is asked now. */
  answerBy: Date
  now: Date
  query: string
  values?: FormValues
  errors?: FieldErrors
}

/** Asks one, some or all organisations. */
export function AskPage({ id, number, parties, answerBy, now, query, values = {}, errors = {} }: Props) {
  const { many, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Organisaties vragen"
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={formatRequestNumber(number)}>
        Organisaties vragen
      </Heading>
      <Text>
        Wie u vraagt, ziet de kaart zonder naam en adres. Vraagt u het nu, dan is er antwoord uiterlijk{' '}
        {formatMoment(answerBy, now)}.
      </Text>
      <PostForm action={paths.ask(id) + query}>
        <Checkboxes
          legend="Wie wilt u vragen?"
          options={[{ value: 'all', label: 'Alle organisaties die in deze wijk werken' }, ...parties.map(toOption)]}
          {...many('wie')}
        />
        <Actions>
          <Button>Vraag het</Button>
          <Link href={paths.request(id) + query}>Toch niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}

/** Gives it to one organisation, that confirms. */
export function AssignPage({ id, number, parties, answerBy, now, query, values = {}, errors = {} }: Props) {
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Toewijzen"
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={formatRequestNumber(number)}>
        Toewijzen
      </Heading>
      <Text>
        De organisatie bevestigt uiterlijk {formatMoment(answerBy, now)} dat zij het doet. Pas dan ziet zij om wie het
        gaat. Bevestigt zij niet, dan komt de zorgvraag bij u terug.
      </Text>
      <PostForm action={paths.assign(id) + query}>
        <Radios legend="Aan welke organisatie?" options={parties.map(toOption)} {...one('organisatie')} />
        <Actions>
          <Button>Wijs toe</Button>
          <Link href={paths.request(id) + query}>Toch niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}

function toOption({ id, name, serves, wished }: Party) {
  const hint = [wished && 'voorkeur van de cliënt', serves ? 'werkt in deze wijk' : 'werkt niet in deze wijk']
  return { value: id, label: name, hint: hint.filter(Boolean).join(', ') }
}
