import {
  Checkboxes,
  Columns,
  DateField,
  Fieldset,
  FormSection,
  optionsOf,
  Radios,
  Select,
  Text,
  TextArea,
  TextField,
} from '#design/index.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { insurers } from '#kernel/insurers.ts'
import { priorities } from '#kernel/priorities.ts'
import { careKindText, daypartText, priorityText } from '#kernel/text.nl.ts'
import { genderText, locationText } from '../../text.nl.ts'
import { SendAnyway } from '../refer/client-fields.tsx'
import { date, type FormState, isTouched, one, ticks } from '../refer/form-fields.ts'
import { HomeSection, WishesSection } from '../refer/home-fields.tsx'
import { locations } from '../refer/read-referral.ts'

type IntakeFieldsProps = { state: FormState; providers: readonly { id: string; name: string }[] }

/** What somebody on the phone can answer, in the order in which a conversation goes; the rest is for who takes it. */
export function IntakeFields({ state, providers }: IntakeFieldsProps) {
  return (
    <>
      <CareNeeded state={state} />
      <WhoItIs state={state} />
      <WhenAndWhere state={state} />
      <Fieldset legend="4. Als er tijd is" hint="Niet verplicht. Vraag het als het gesprek ervoor is.">
        <CoverSection state={state} />
        <HomeSection state={state} />
        <WishesSection state={state} providers={providers} />
      </Fieldset>
      <Checkboxes
        {...ticks(state, 'consent')}
        legend="Toestemming"
        options={[
          {
            value: 'told',
            label: 'De beller vindt het goed dat wij dit delen',
            hint: 'Zeg: “Wij laten wijkverpleegkundigen zien welke zorg nodig is, zonder uw naam. Wie de zorg gaat geven, ziet alles. Vindt u dat goed?”',
          },
        ]}
      />
      <SendAnyway state={state} />
    </>
  )
}

function CareNeeded({ state }: { state: FormState }) {
  return (
    <Fieldset legend="1. Wat is er nodig?">
      <TextArea
        {...one(state, 'question')}
        label="De vraag, in woorden van de beller"
        hint="Namen en nummers houden wij achter tot de zorg is aangenomen."
        rows={4}
      />
      <Checkboxes
        {...ticks(state, 'careKinds')}
        legend="Soort zorg"
        options={optionsOf(careKinds, careKindText)}
        inline="wide"
      />
      <Radios
        {...one(state, 'priority')}
        legend="Hoe snel moet de zorg beginnen?"
        options={optionsOf(priorities, priorityText)}
        inline
      />
    </Fieldset>
  )
}

function WhoItIs({ state }: { state: FormState }) {
  return (
    <Fieldset legend="2. Voor wie is het?">
      <Columns>
        <TextField {...one(state, 'familyName')} label="Achternaam" autoComplete="off" spellCheck={false} />
        <TextField {...one(state, 'givenName')} label="Voornaam of voorletters" optional autoComplete="off" />
        <DateField {...date(state, 'birthDate')} legend="Geboortedatum" />
      </Columns>
      <Columns>
        <TextField {...one(state, 'postcode')} label="Postcode" width="short" autoComplete="off" />
        <TextField {...one(state, 'houseNumber')} label="Huisnummer" width="short" autoComplete="off" />
        <TextField
          {...one(state, 'phone')}
          label="Telefoon cliënt"
          hint="Of van een contactpersoon."
          type="tel"
          required={false}
          autoComplete="off"
        />
      </Columns>
      <Radios
        {...one(state, 'gender')}
        legend="Geslacht"
        options={optionsOf(['female', 'male', 'other'] as const, genderText)}
        inline
        optional
      />
      <Columns>
        <TextField {...one(state, 'contactName')} label="Naam contactpersoon" optional autoComplete="off" />
        <TextField
          {...one(state, 'contactPhone')}
          label="Telefoon contactpersoon"
          type="tel"
          optional
          autoComplete="off"
        />
        <TextField {...one(state, 'contactRelation')} label="Relatie" hint="Zoals dochter of buur." optional />
      </Columns>
    </Fieldset>
  )
}

function WhenAndWhere({ state }: { state: FormState }) {
  return (
    <Fieldset legend="3. Wanneer en waar?">
      <Checkboxes
        {...ticks(state, 'dayparts')}
        legend="Dagdelen"
        options={optionsOf(dayparts, daypartText)}
        inline
        optional
      />
      <Radios
        {...one(state, 'location')}
        legend="Waar is de cliënt nu?"
        options={optionsOf(locations, locationText)}
        inline="wide"
      />
      <Columns>
        <TextField
          {...one(state, 'timesPerWeek')}
          label="Hoe vaak per week"
          width="short"
          inputMode="numeric"
          suffix="keer"
          optional
        />
        <TextField {...one(state, 'ward')} label="Afdeling" hint="Als de cliënt is opgenomen." optional />
      </Columns>
      <Columns>
        <DateField {...date(state, 'dischargeOn')} legend="Dag van ontslag" optional />
        <DateField
          {...date(state, 'startOn')}
          legend="Start van de zorg"
          hint="Leeg: op de dag van ontslag."
          optional
        />
      </Columns>
    </Fieldset>
  )
}

const coverFields = ['bsn', 'insurer', 'generalPractitioner', 'email', 'careAddress']

function CoverSection({ state }: { state: FormState }) {
  return (
    <FormSection
      title="BSN, verzekering en huisarts"
      about="Ook: mailadres en tijdelijk adres"
      open={isTouched(state, coverFields)}
    >
      <Columns>
        <TextField {...one(state, 'bsn')} label="BSN" inputMode="numeric" width="medium" optional autoComplete="off" />
        <Select
          {...one(state, 'insurer')}
          label="Zorgverzekeraar"
          placeholder="Onbekend"
          optional
          options={insurers.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField {...one(state, 'generalPractitioner')} label="Huisarts" optional />
      </Columns>
      <Columns>
        <TextField
          {...one(state, 'email')}
          label="E-mail cliënt"
          hint="Dan sturen wij de volglink."
          type="email"
          optional
          autoComplete="off"
        />
        <TextField
          {...one(state, 'careAddress')}
          label="Tijdelijk zorgadres"
          hint="Alleen als de zorg ergens anders is."
          optional
        />
      </Columns>
      <Text kind="small">Het BSN bewaren wij versleuteld. Alleen wie de zorg aanneemt, kan het opvragen.</Text>
    </FormSection>
  )
}
