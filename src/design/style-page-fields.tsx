import { Button } from './button.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DateField } from './date-field.tsx'
import { Fieldset } from './fieldset.tsx'
import { FileField } from './file-field.tsx'
import { FilterForm, Form } from './form.tsx'
import { Actions, Columns } from './layout.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { Sample } from './style-page-sample.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const care = [
  { value: 'wash', label: 'Hulp bij wassen en aankleden' },
  { value: 'medicine', label: 'Hulp bij medicijnen', hint: 'Bijvoorbeeld oogdruppels, of een prik met insuline' },
  { value: 'wound', label: 'Verzorgen van een wond' },
]

const teams = [
  { value: 'noord', label: 'Team Noord' },
  { value: 'zuid', label: 'Team Zuid en Malburgen-Oost (zuid)' },
]

/** Every field: as it is, with a hint, filled in, wrong, optional, and closed. */
export function FieldSamples({ prefix }: { prefix: string }) {
  const named = (name: string) => `${prefix}-${name}`
  return (
    <Sample name="Formulier">
      <Columns>
        <Form action="#verstuur" csrf="voorbeeld">
          <TextField name={named('naam')} label="Uw naam" autoComplete="off" />
          <TextField name={named('naam-fout')} label="Uw naam" error="Vul uw naam in" autoComplete="off" />
          <TextField
            name={named('telefoon')}
            label="Telefoonnummer"
            hint="Wij bellen u op dit nummer"
            type="tel"
            width="medium"
            value="06 12 34 56 78"
          />
          <TextField name={named('postcode')} label="Postcode" hint="Bijvoorbeeld 6811 AB" width="short" optional />
          <TextField
            name={named('uren')}
            label="Uren per week"
            suffix="uur"
            width="short"
            inputMode="decimal"
            value="drie"
            hint="Een schatting is goed"
            error="Vul een getal in, bijvoorbeeld 3,5"
          />
          <TextField name={named('dicht')} label="Relatienummer" value="Niet te wijzigen" disabled />
          <DateField
            name={named('geboortedatum')}
            legend="Geboortedatum"
            hint="Bijvoorbeeld 27 3 1941"
            value={{ day: '27', month: '3', year: '1941' }}
          />
          <DateField
            name={named('geboortedatum-fout')}
            legend="Geboortedatum"
            value={{ day: '31', month: '2', year: '1941' }}
            error="Vul een dag in die bestaat, bijvoorbeeld 27 3 1941"
          />
          <TextArea name={named('toelichting')} label="Wilt u nog iets vertellen?" optional rows={3} />
          <TextArea
            name={named('toelichting-fout')}
            label="Wat is er aan de hand?"
            hint="Schrijf geen namen op"
            error="Maak de tekst korter: hooguit 500 tekens"
            value="Mevrouw woont alleen en kan sinds haar ziekenhuisopname niet zelf uit bed komen."
          />
          <Actions>
            <Button>Volgende</Button>
            <Button kind="secondary">Vorige</Button>
          </Actions>
        </Form>
        <Form action="#verstuur" csrf="voorbeeld" multipart>
          <Radios
            name={named('voor-wie')}
            legend="Voor wie vraagt u hulp?"
            options={[
              { value: 'self', label: 'Voor mijzelf' },
              { value: 'other', label: 'Voor iemand anders, bijvoorbeeld mijn moeder' },
            ]}
            value="self"
          />
          <Radios
            name={named('voor-wie-fout')}
            legend="Wanneer moet de hulp beginnen?"
            hint="Als u het niet weet, kiest u 'deze week'"
            options={[
              { value: 'today', label: 'Vandaag' },
              { value: 'week', label: 'Deze week' },
            ]}
            error="Kies wanneer de hulp moet beginnen"
          />
          <Radios
            name={named('dagdeel')}
            legend="Welk dagdeel heeft u het liefst?"
            options={[
              { value: 'morning', label: 'Ochtend' },
              { value: 'afternoon', label: 'Middag' },
              { value: 'evening', label: 'Avond' },
              { value: 'night', label: 'Nacht', disabled: true },
            ]}
            inline
            optional
          />
          <Checkboxes
            name={named('hulp')}
            legend="Wat is er nodig?"
            hint="U kunt meer dan één ding kiezen"
            options={care}
            values={['medicine']}
          />
          <Checkboxes
            name={named('hulp-fout')}
            legend="Wat is er nodig?"
            options={care}
            error="Kies minstens één ding"
          />
          <Select name={named('team')} label="Team" options={teams} placeholder="Kies een team" />
          <Select name={named('team-fout')} label="Team" options={teams} value="zuid" error="Dit team is vol" />
          <Select name={named('team-dicht')} label="Regio" options={teams} disabled required={false} />
          <FileField name={named('bestand')} label="Bijlage" hint="PDF of foto, hooguit 10 MB" accept=".pdf" optional />
          <FileField name={named('bestand-fout')} label="Bijlage" error="Dit bestand is te groot: hooguit 10 MB" />
          <Fieldset legend="Contactpersoon" hint="Wie mogen wij bellen als u niet opneemt?">
            <TextField name={named('contact')} label="Naam van de contactpersoon" />
            <TextField
              name={named('contact-telefoon')}
              label="Telefoon van de contactpersoon"
              type="tel"
              width="medium"
            />
          </Fieldset>
        </Form>
      </Columns>
      <FilterForm action="#zoek" label={`Zoek op de werklijst (${prefix})`}>
        <TextField name={named('zoek')} label="Zoek" type="search" required={false} />
        <Select
          name={named('filter-team')}
          label="Bij team"
          options={teams}
          placeholder="Alle teams"
          required={false}
        />
        <Button kind="secondary" icon="filter">
          Toon
        </Button>
      </FilterForm>
    </Sample>
  )
}
