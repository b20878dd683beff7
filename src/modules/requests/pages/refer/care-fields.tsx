import { Columns, DateField, Fieldset, Notice, optionsOf, Radios, Text, TextArea, TextField } from '#design/index.ts'
import { durationText, startCertaintyText } from '../../text.nl.ts'
import { CareKinds, Dayparts, HowSoon, TimesPerWeek, Ward, WhereNow } from './asked-fields.tsx'
import { date, type FormState, one } from './form-fields.ts'

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
        <CareKinds state={state} />
        <Dayparts state={state} />
        <Columns>
          <TimesPerWeek state={state} />
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
        <HowSoon state={state} />
        <WhereNow state={state} />
        <Columns>
          <Ward state={state} />
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
