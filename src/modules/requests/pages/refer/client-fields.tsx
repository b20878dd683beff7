import {
  Button,
  Checkboxes,
  Columns,
  Fieldset,
  FormSection,
  Link,
  Notice,
  optionsOf,
  Radios,
  Select,
  Text,
  TextField,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import type { OpenRequest } from '../../referring.ts'
import { contactRoleText } from '../../text.nl.ts'
import { paths } from '../paths.ts'
import {
  BirthDate,
  Bsn,
  Contact,
  FamilyName,
  Gender,
  GivenName,
  HouseNumber,
  Phone,
  Postcode,
} from './asked-fields.tsx'
import { type FormState, isTouched, one } from './form-fields.ts'
import { identityCheckText } from './form-words.nl.ts'

/** Where the page comes back: the answer, not the top of a form of many screens. */
const answerId = 'gecontroleerd'

/** What the check answered; `undefined` when it was not asked. */
export type CheckAnswer = { open: OpenRequest | undefined }

/** Who it is about comes first: is there a request already? Only then the rest is worth filling in. */
export function CheckFields({ state, answer, now }: { state: FormState; answer?: CheckAnswer; now: Date }) {
  return (
    <Fieldset
      legend="1. Wie is de cliënt?"
      hint="Vul het BSN in, of de geboortedatum, achternaam, postcode en huisnummer. Controleer dan eerst of er al een zorgvraag loopt."
    >
      <Columns>
        <FamilyName state={state} />
        <BirthDate state={state} />
      </Columns>
      <Columns>
        <Postcode state={state} />
        <HouseNumber state={state} />
        <Bsn state={state} />
      </Columns>
      <Button kind="secondary" icon="search" formAction={`${paths.referCheck}#${answerId}`} data-turbo="false">
        Controleer op een lopende zorgvraag
      </Button>
      {answer && (
        <div id={answerId}>
          <CheckNotice {...answer} now={now} />
        </div>
      )}
    </Fieldset>
  )
}

function CheckNotice({ open, now }: CheckAnswer & { now: Date }) {
  if (!open)
    return (
      <Notice kind="good" title="Er loopt nog geen zorgvraag voor deze cliënt">
        <Text>U kunt het formulier invullen.</Text>
      </Notice>
    )
  return (
    <Notice kind="attention" title="Er loopt al een zorgvraag voor deze cliënt">
      <Text>
        Ingediend {formatMoment(open.submittedAt, now)}. {open.holderName ?? 'Het regioloket'} is ermee bezig
        {open.holderPhone && (
          <>
            , telefoon <Link href={`tel:${open.holderPhone}`}>{formatPhone(open.holderPhone)}</Link>
          </>
        )}
        .{' '}
        {open.own && open.number
          ? `Uw organisatie heeft deze zelf ingediend: nummer ${formatRequestNumber(open.number)}, te vinden bij Mijn verwijzingen.`
          : 'Bel eerst, dan hoeft u niets in te vullen.'}
      </Text>
    </Notice>
  )
}

const more = ['bsnCheckedWith', 'email', 'careAddress', 'contactName', 'contactPhone', 'contactRelation', 'contactRole']

export function ClientFields({ state }: { state: FormState }) {
  return (
    <>
      <Columns>
        <GivenName state={state} />
        <Phone state={state} hint="Of vul hieronder een contactpersoon in." />
      </Columns>
      <Gender state={state} />
      <FormSection
        title="Contactpersoon, ander adres, identiteitsbewijs"
        about="Mantelzorger of vertegenwoordiger, waar de zorg gegeven wordt, waarmee het BSN is gecontroleerd"
        open={isTouched(state, more)}
      >
        <Contact state={state} />
        <Radios
          {...one(state, 'contactRole')}
          legend="Rol van de contactpersoon"
          options={optionsOf(['informal-carer', 'representative', 'contact'] as const, contactRoleText)}
          inline="wide"
          optional
        />
        <Columns>
          <TextField
            {...one(state, 'careAddress')}
            label="Tijdelijk zorgadres"
            hint="Alleen als de zorg ergens anders wordt gegeven."
            optional
            autoComplete="off"
          />
          <TextField {...one(state, 'email')} label="E-mail cliënt" optional type="email" autoComplete="off" />
          <Select
            {...one(state, 'bsnCheckedWith')}
            label="BSN gecontroleerd met"
            placeholder="Niet gecontroleerd"
            optional
            options={optionsOf(
              ['passport', 'identity-card', 'driving-licence', 'residence-permit'] as const,
              identityCheckText,
            )}
          />
        </Columns>
      </FormSection>
    </>
  )
}

/** Shown when a request for the same client is open and the form was sent all the same. */
export function SendAnyway({ state }: { state: FormState }) {
  if (state.errors.sendAnyway === undefined) return null
  return (
    <Checkboxes
      name="sendAnyway"
      legend="Er loopt al een zorgvraag voor deze cliënt"
      error={state.errors.sendAnyway}
      options={[{ value: 'ja', label: 'Dit is een andere zorgvraag. Verstuur hem toch.' }]}
    />
  )
}
