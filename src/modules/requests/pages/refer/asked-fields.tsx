import { Checkboxes, Columns, DateField, optionsOf, Radios, TextField } from '#design/index.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { priorities } from '#kernel/priorities.ts'
import { careKindText, daypartText, priorityText } from '#kernel/text.nl.ts'
import { genderText, locationText } from '../../text.nl.ts'
import { date, type FormState, one, ticks } from './form-fields.ts'
import { locations } from './read-asked.ts'

/** What a referrer fills in and a desk asks on the phone, question by question: each form has its own order and its own rows. */
type Asked = { state: FormState }

export function FamilyName({ state }: Asked) {
  return <TextField {...one(state, 'familyName')} label="Achternaam" autoComplete="off" spellCheck={false} />
}

export function GivenName({ state }: Asked) {
  return <TextField {...one(state, 'givenName')} label="Voornaam of voorletters" optional autoComplete="off" />
}

export function BirthDate({ state }: Asked) {
  return <DateField {...date(state, 'birthDate')} legend="Geboortedatum" />
}

export function Postcode({ state }: Asked) {
  return <TextField {...one(state, 'postcode')} label="Postcode" width="short" autoComplete="off" />
}

export function HouseNumber({ state }: Asked) {
  return <TextField {...one(state, 'houseNumber')} label="Huisnummer" width="short" autoComplete="off" />
}

export function Bsn({ state }: Asked) {
  return <TextField {...one(state, 'bsn')} label="BSN" optional inputMode="numeric" width="medium" autoComplete="off" />
}

export function Phone({ state, hint }: Asked & { hint: string }) {
  return (
    <TextField
      {...one(state, 'phone')}
      label="Telefoon cliënt"
      hint={hint}
      type="tel"
      required={false}
      autoComplete="off"
    />
  )
}

export function Gender({ state }: Asked) {
  const genders = ['female', 'male', 'other'] as const
  return <Radios {...one(state, 'gender')} legend="Geslacht" options={optionsOf(genders, genderText)} inline optional />
}

export function Contact({ state }: Asked) {
  return (
    <Columns>
      <TextField {...one(state, 'contactName')} label="Naam contactpersoon" optional autoComplete="off" />
      <TextField
        {...one(state, 'contactPhone')}
        label="Telefoon contactpersoon"
        optional
        type="tel"
        autoComplete="off"
      />
      <TextField
        {...one(state, 'contactRelation')}
        label="Relatie"
        hint="Zoals dochter of buur."
        optional
        autoComplete="off"
      />
    </Columns>
  )
}

export function CareKinds({ state }: Asked) {
  const options = optionsOf(careKinds, careKindText)
  return <Checkboxes {...ticks(state, 'careKinds')} legend="Soort zorg" options={options} inline="wide" />
}

export function HowSoon({ state }: Asked) {
  const options = optionsOf(priorities, priorityText)
  return <Radios {...one(state, 'priority')} legend="Hoe snel moet de zorg beginnen?" options={options} inline />
}

export function Dayparts({ state }: Asked) {
  const options = optionsOf(dayparts, daypartText)
  return <Checkboxes {...ticks(state, 'dayparts')} legend="Dagdelen" options={options} inline optional />
}

export function TimesPerWeek({ state }: Asked) {
  return (
    <TextField
      {...one(state, 'timesPerWeek')}
      label="Hoe vaak per week"
      width="short"
      inputMode="numeric"
      suffix="keer"
      optional
    />
  )
}

export function WhereNow({ state }: Asked) {
  const options = optionsOf(locations, locationText)
  return <Radios {...one(state, 'location')} legend="Waar is de cliënt nu?" options={options} inline="wide" />
}

export function Ward({ state }: Asked) {
  return <TextField {...one(state, 'ward')} label="Afdeling" hint="Als de cliënt is opgenomen." optional />
}
