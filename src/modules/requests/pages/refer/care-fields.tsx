import {
  Checkboxes,
  Columns,
  DateField,
  Fieldset,
  Notice,
  optionsOf,
  Radios,
  Text,
  TextArea,
  TextField,
} from '#design/index.ts'
import { careKinds } from '#kernel/care-kinds.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { priorities } from '#kernel/priorities.ts'
import { careKindText, daypartText, priorityText } from '#kernel/text.nl.ts'
import { durationText, locationText, startCertaintyText } from '../../text.nl.ts'
import { date, type FormState, one, ticks } from './form-fields.ts'

type CareFieldsProps = {
  state: FormState
  /** The question names somebody: that is told, and covered on the card. */
  namesSomebody: boolean
}

export function CareFields({ state, namesSomebody }: CareFieldsProps) {
  return (
    <>
      <Fieldset legend="2. Welke zorg is nodig?">
        <TextArea
          {...one(state, 'question')}
          label="Zorgvraag"
          hint="Wat is er aan de hand en wat moet er gebeuren? Geen namen of nummers: dit lezen alle wijkverpleegkundigen van het team."
          rows={4}
        />
        {namesSomebody && (
          <Notice kind="info" title="In de zorgvraag staan persoonlijke gegevens">
            <Text>
              Dit houden wij achter tot de zorg is aangenomen. Op de kaart staat dan ‘[naam]’ of ‘[telefoonnummer]’. Wie
              de zorg aanneemt, ziet de hele tekst.
            </Text>
          </Notice>
        )}
        <Checkboxes
          {...ticks(state, 'careKinds')}
          legend="Soort zorg"
          options={optionsOf(careKinds, careKindText)}
          inline="wide"
        />
        <Checkboxes
          {...ticks(state, 'dayparts')}
          legend="Dagdelen"
          options={optionsOf(dayparts, daypartText)}
          inline
          optional
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
          <TextField
            {...one(state, 'hoursPerWeek')}
            label="Uren per week"
            width="short"
            inputMode="decimal"
            suffix="uur"
            optional
          />
        </Columns>
      </Fieldset>
      <Fieldset legend="3. Wanneer en waar?">
        <Radios
          {...one(state, 'priority')}
          legend="Hoe snel moet de zorg beginnen?"
          options={optionsOf(priorities, priorityText)}
          inline
        />
        <Radios
          {...one(state, 'location')}
          legend="Waar is de cliënt nu?"
          options={optionsOf(['home', 'hospital', 'rehabilitation', 'nursing-home', 'hospice'] as const, locationText)}
          inline="wide"
        />
        <Columns>
          <TextField {...one(state, 'ward')} label="Afdeling" hint="Als de cliënt is opgenomen." optional />
          <DateField {...date(state, 'dischargeOn')} legend="Ontslagdatum" optional />
          <DateField {...date(state, 'startOn')} legend="Start van de zorg" hint="Leeg: op de ontslagdatum." optional />
        </Columns>
        <Radios
          {...one(state, 'certainty')}
          legend="Hoe zeker is de datum?"
          options={optionsOf(['certain', 'expected', 'unknown'] as const, startCertaintyText)}
          inline
          optional
        />
        <Columns>
          <TextField
            {...one(state, 'hardStart')}
            label="Moet de zorg precies dan beginnen?"
            hint="Zo ja: waarom, zoals ‘injectie om 20.00 uur’."
            optional
          />
        </Columns>
        <Radios
          {...one(state, 'expectedDuration')}
          legend="Hoe lang is de zorg naar verwachting nodig?"
          options={optionsOf(['short', 'long', 'terminal', 'unknown'] as const, durationText)}
          inline="wide"
          optional
        />
      </Fieldset>
    </>
  )
}
