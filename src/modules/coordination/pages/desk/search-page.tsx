import {
  Button,
  Card,
  Columns,
  DateField,
  EmptyState,
  ErrorSummary,
  Heading,
  PostForm,
  Screen,
  Text,
  TextField,
} from '#design/index.ts'
import type { FoundAtDesk } from '#modules/requests/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import { FoundList } from './found-list.tsx'
import { deskPaths } from './paths.ts'

type Props = { now: Date; values?: FormValues; errors?: FieldErrors; found?: readonly FoundAtDesk[] }

/** "Hoe staat het met mijn aanvraag?": by its number, or by all of who it is about. */
export function SearchPage({ now, values = {}, errors = {}, found }: Props) {
  const { one } = fieldsOf(values, errors)
  const birthDate = Object.fromEntries(['day', 'month', 'year'].map((part) => [part, values[`birthDate-${part}`]]))
  return (
    <Screen
      title="Zoek een open zorgvraag"
      width="reading"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: deskPaths.board, label: 'Balie' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>Zoek een open zorgvraag</Heading>
      {found && (
        <Card title={found.length === 0 ? 'Niets gevonden' : 'Gevonden'}>
          {found.length === 0 ? (
            <EmptyState title="Er is geen open zorgvraag met deze gegevens" icon="search">
              <Text>Controleer de gegevens met de beller. Loopt er niets, noteer dan een nieuw gesprek.</Text>
            </EmptyState>
          ) : (
            <FoundList found={found} now={now} />
          )}
        </Card>
      )}
      <PostForm action={deskPaths.search} data-turbo="false">
        <TextField
          label="Nummer van de zorgvraag"
          hint="Acht tekens. Met het nummer is de rest niet nodig."
          width="medium"
          autoComplete="off"
          optional
          {...one('number')}
        />
        <Heading level={2}>Of op cliënt</Heading>
        <Text kind="soft">
          Vul alle vier in, of alleen het BSN. U ziet waar de zorgvraag is en niet over wie hij gaat. Het zoeken komt in
          de inzage-log.
        </Text>
        <Columns>
          <TextField label="Achternaam" autoComplete="off" spellCheck={false} required={false} {...one('familyName')} />
          <DateField
            name="birthDate"
            legend="Geboortedatum"
            required={false}
            value={{
              day: String(birthDate.day ?? ''),
              month: String(birthDate.month ?? ''),
              year: String(birthDate.year ?? ''),
            }}
            error={errors.birthDate}
          />
        </Columns>
        <Columns>
          <TextField label="Postcode" width="short" autoComplete="off" required={false} {...one('postcode')} />
          <TextField label="Huisnummer" width="short" autoComplete="off" required={false} {...one('houseNumber')} />
          <TextField
            label="BSN"
            width="medium"
            inputMode="numeric"
            autoComplete="off"
            required={false}
            {...one('bsn')}
          />
        </Columns>
        <Button icon="search">Zoek</Button>
      </PostForm>
    </Screen>
  )
}
