import {
  Checkboxes,
  Columns,
  DateField,
  FormSection,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#design/index.ts'
import {
  directiveDecisionText,
  excretionText,
  executorLevelText,
  lifePhaseText,
  lineText,
  medicationHelpText,
  medicationSystemText,
  palliativeKitText,
  placeOfDeathText,
  treatmentText,
  woundKindText,
} from '../../particulars.nl.ts'
import {
  acuteLines,
  directiveDecisions,
  excretions,
  executorLevels,
  lifePhases,
  medicationHelps,
  medicationSystems,
  palliativeKits,
  placesOfDeath,
  treatments,
  woundKinds,
} from '../../rules/particular-codes.ts'
import { date, type FormState, isTouched, one, ticks } from './form-fields.ts'

type Section = { state: FormState }

const healthFields = ['diagnoses', 'nursingDiagnoses', 'history', 'allergies']

export function HealthSection({ state }: Section) {
  return (
    <FormSection
      title="Diagnoses en voorgeschiedenis"
      about="Alleen te zien voor wie de zorg aanneemt"
      open={isTouched(state, healthFields)}
    >
      <TextArea {...one(state, 'diagnoses')} label="Medische diagnoses" rows={3} optional />
      <TextArea {...one(state, 'nursingDiagnoses')} label="Verpleegkundige diagnoses" rows={2} optional />
      <TextArea {...one(state, 'history')} label="Voorgeschiedenis" rows={3} optional />
      <TextArea {...one(state, 'allergies')} label="Allergieën" rows={2} optional />
    </FormSection>
  )
}

const treatmentFields = [
  'woundKind',
  'woundPlace',
  'woundSize',
  'woundPolicy',
  'medicationHelp',
  'medicationSystem',
  'medicationMore',
  'medicationNotes',
  'lines',
  'excretion',
  'technicalNotes',
]

export function TreatmentSection({ state }: Section) {
  return (
    <FormSection
      title="Wond, medicatie en technische zorg"
      about="Wondbeleid, hulp bij medicijnen, infuus, sonde, katheter, stoma"
      open={isTouched(state, treatmentFields)}
    >
      <Columns>
        <Select
          {...one(state, 'woundKind')}
          label="Soort wond"
          placeholder="Geen wond"
          optional
          options={optionsOf(woundKinds, woundKindText)}
        />
        <TextField {...one(state, 'woundPlace')} label="Plaats van de wond" optional />
        <TextField {...one(state, 'woundSize')} label="Grootte" optional />
      </Columns>
      <TextArea {...one(state, 'woundPolicy')} label="Wondbeleid en materiaal" rows={3} optional />
      <Radios
        {...one(state, 'medicationHelp')}
        legend="Hulp bij medicijnen"
        options={optionsOf(medicationHelps, medicationHelpText)}
        inline="wide"
        optional
      />
      <Radios
        {...one(state, 'medicationSystem')}
        legend="Medicijnen in"
        options={optionsOf(medicationSystems, medicationSystemText)}
        inline="wide"
        optional
      />
      <Checkboxes
        {...ticks(state, 'medicationMore')}
        legend="Let op bij medicijnen"
        options={[
          { value: 'doubleCheck', label: 'Dubbele controle' },
          { value: 'injections', label: 'Injecties' },
          { value: 'opiates', label: 'Opiaten' },
        ]}
        inline
        optional
      />
      <TextArea {...one(state, 'medicationNotes')} label="Toelichting medicijnen" rows={2} optional />
      <Checkboxes
        {...ticks(state, 'lines')}
        legend="Infuus, sonde, zuurstof"
        options={optionsOf(acuteLines, lineText)}
        inline="wide"
        optional
      />
      <Checkboxes
        {...ticks(state, 'excretion')}
        legend="Katheter en stoma"
        options={optionsOf(excretions, excretionText)}
        inline="wide"
        optional
      />
      <TextArea {...one(state, 'technicalNotes')} label="Toelichting technische zorg" rows={2} optional />
    </FormSection>
  )
}

const executionFields = [
  'executionAct',
  'executorLevel',
  'executionInstructions',
  'executionDoctor',
  'executionOn',
  'executionUntil',
]

export function ExecutionSection({ state }: Section) {
  return (
    <FormSection
      title="Uitvoeringsverzoek"
      about="Alleen voor voorbehouden handelingen, zoals injecteren of katheteriseren"
      open={isTouched(state, executionFields)}
    >
      <Columns>
        <TextField {...one(state, 'executionAct')} label="Handeling" optional />
        <Select
          {...one(state, 'executorLevel')}
          label="Uit te voeren door"
          placeholder="Maakt niet uit"
          optional
          options={optionsOf(executorLevels, executorLevelText)}
        />
      </Columns>
      <TextArea
        {...one(state, 'executionInstructions')}
        label="Instructie"
        hint="Middel, dosis, manier, tijd, wanneer bellen."
        rows={3}
        optional
      />
      <Columns>
        <TextField {...one(state, 'executionDoctor')} label="Arts die het verzoek doet" optional />
        <DateField {...date(state, 'executionOn')} legend="Datum verzoek" optional />
        <DateField {...date(state, 'executionUntil')} legend="Geldig tot en met" optional />
      </Columns>
    </FormSection>
  )
}

const palliativeFields = [
  'palliativePhase',
  'palliativeMore',
  'palliativeKit',
  'placeOfDeath',
  'palliativeNotes',
  ...treatments.map((code) => `directive-${code}`),
]

export function PalliativeSection({ state }: Section) {
  return (
    <FormSection
      title="Palliatieve zorg"
      about="Fase, behandelgrenzen, wens plaats van overlijden"
      open={isTouched(state, palliativeFields)}
    >
      <Radios
        {...one(state, 'palliativePhase')}
        legend="Fase"
        options={optionsOf(lifePhases, lifePhaseText)}
        inline="wide"
        optional
      />
      <Checkboxes
        {...ticks(state, 'palliativeMore')}
        legend="Afgesproken"
        options={[
          {
            value: 'lifeExpectancyUnderThreeMonths',
            label: 'Levensverwachting korter dan 3 maanden, verklaring van de arts is er',
          },
          { value: 'patz', label: 'Besproken in de PaTz-groep' },
        ]}
        optional
      />
      <Radios
        {...one(state, 'palliativeKit')}
        legend="Palliatieve kit"
        options={optionsOf(palliativeKits, palliativeKitText)}
        inline
        optional
      />
      <Radios
        {...one(state, 'placeOfDeath')}
        legend="Wens plaats van overlijden"
        options={optionsOf(placesOfDeath, placeOfDeathText)}
        inline
        optional
      />
      <Columns>
        {treatments.map((code) => (
          <Select
            key={code}
            {...one(state, `directive-${code}`)}
            label={`Behandelgrens: ${treatmentText[code]}`}
            placeholder="Niet besproken"
            required={false}
            options={optionsOf(directiveDecisions, directiveDecisionText)}
          />
        ))}
      </Columns>
      <TextArea {...one(state, 'palliativeNotes')} label="Toelichting" rows={2} optional />
    </FormSection>
  )
}
