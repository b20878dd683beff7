import { Columns, DateField, FormSection, optionsOf, Radios, Select, TextArea, TextField } from '#design/index.ts'
import { insurers } from '#kernel/insurers.ts'
import { capital } from '#kernel/sentence.ts'
import { actionText } from '../../particulars.nl.ts'
import { commonActions } from '../../rules/particular-codes.ts'
import { financingText, indicationText } from '../../text.nl.ts'
import { date, type FormState, isTouched, one } from './form-fields.ts'
import { frequencies } from './form-words.nl.ts'

type Section = { state: FormState }

const financeFields = [
  'indication',
  'indicatedBy',
  'indicatedOn',
  'financing',
  'insurer',
  'policyNumber',
  'generalPractitioner',
  'generalPractitionerPhone',
  'pharmacy',
]

export function FinanceSection({ state }: Section) {
  return (
    <FormSection
      title="Indicatie, verzekering en huisarts"
      about="Is er een indicatie, wie betaalt, wie is de huisarts"
      open={isTouched(state, financeFields)}
    >
      <Radios
        {...one(state, 'indication')}
        legend="Indicatie"
        options={optionsOf(['present', 'to-do'] as const, indicationText)}
        inline
        optional
      />
      <Columns>
        <TextField {...one(state, 'indicatedBy')} label="Indicatie door" optional />
        <DateField {...date(state, 'indicatedOn')} legend="Indicatie op" optional />
      </Columns>
      <Radios
        {...one(state, 'financing')}
        legend="Financiering"
        options={optionsOf(['zvw', 'wlz', 'wmo', 'youth', 'private', 'unknown'] as const, financingText)}
        inline="wide"
        optional
      />
      <Columns>
        <Select
          {...one(state, 'insurer')}
          label="Zorgverzekeraar"
          placeholder="Onbekend"
          optional
          options={insurers.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        />
        <TextField {...one(state, 'policyNumber')} label="Polisnummer" optional autoComplete="off" />
      </Columns>
      <Columns>
        <TextField {...one(state, 'generalPractitioner')} label="Huisarts" optional autoComplete="off" />
        <TextField
          {...one(state, 'generalPractitionerPhone')}
          label="Telefoon huisarts"
          optional
          type="tel"
          autoComplete="off"
        />
        <TextField {...one(state, 'pharmacy')} label="Apotheek" optional autoComplete="off" />
      </Columns>
    </FormSection>
  )
}

const actionFields = [...commonActions.map((code) => `action-${code}`), 'otherActions']

export function ActionsSection({ state }: Section) {
  const often = frequencies.map((value) => ({ value, label: capital(value) }))
  return (
    <FormSection
      title="Verpleegkundige handelingen"
      about="Welke handelingen en hoe vaak"
      open={isTouched(state, actionFields)}
    >
      <Columns>
        {commonActions.map((code) => (
          <Select
            key={code}
            {...one(state, `action-${code}`)}
            label={capital(actionText[code])}
            placeholder="Niet gevraagd"
            required={false}
            options={often}
          />
        ))}
      </Columns>
      <TextArea
        {...one(state, 'otherActions')}
        label="Andere handelingen"
        hint="Elk op een regel, met hoe vaak. Zoals: oogdruppelen, 4 keer per dag."
        rows={3}
        optional
      />
    </FormSection>
  )
}
