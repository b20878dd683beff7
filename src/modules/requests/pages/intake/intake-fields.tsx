import {
  Checkboxes,
  Columns,
  DateField,
  Fieldset,
  FormSection,
  Select,
  Text,
  TextArea,
  TextField,
} from '#design/index.ts'
import { insurers } from '#kernel/insurers.ts'
import {
  BirthDate,
  Bsn,
  CareKinds,
  Contact,
  Dayparts,
  FamilyName,
  Gender,
  GivenName,
  HouseNumber,
  HowSoon,
  Phone,
  Postcode,
  TimesPerWeek,
  Ward,
  WhereNow,
} from '../refer/asked-fields.tsx'
import { SendAnyway } from '../refer/client-fields.tsx'
import { date, type FormState, isTouched, one, ticks } from '../refer/form-fields.ts'
import { HomeSection, WishesSection } from '../refer/home-fields.tsx'

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
      <CareKinds state={state} />
      <HowSoon state={state} />
    </Fieldset>
  )
}

function WhoItIs({ state }: { state: FormState }) {
  return (
    <Fieldset legend="2. Voor wie is het?">
      <Columns>
        <FamilyName state={state} />
        <GivenName state={state} />
        <BirthDate state={state} />
      </Columns>
      <Columns>
        <Postcode state={state} />
        <HouseNumber state={state} />
        <Phone state={state} hint="Of van een contactpersoon." />
      </Columns>
      <Gender state={state} />
      <Contact state={state} />
    </Fieldset>
  )
}

function WhenAndWhere({ state }: { state: FormState }) {
  return (
    <Fieldset legend="3. Wanneer en waar?">
      <Dayparts state={state} />
      <WhereNow state={state} />
      <Columns>
        <TimesPerWeek state={state} />
        <Ward state={state} />
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
        <Bsn state={state} />
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
