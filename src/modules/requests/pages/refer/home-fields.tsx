import {
  Checkboxes,
  Columns,
  FileField,
  FormSection,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#design/index.ts'
import type { PendingAttachment } from '../../attachments.ts'
import { homeKindText, keySafeText } from '../../particulars.nl.ts'
import { languageName, languages } from '../../rules/languages.ts'
import { homeKinds, keySafes } from '../../rules/particular-codes.ts'
import { alerts, alertText, attachmentKindText, carerGenderText } from '../../text.nl.ts'
import { type FormState, isTouched, one, ticks } from './form-fields.ts'
import { attachmentKindOptions, formatSize } from './form-words.nl.ts'

type Section = { state: FormState }

const homeFields = [
  'alerts',
  'twoCarers',
  'riskNotes',
  'mobility',
  'freedomRestriction',
  'aids',
  'homeKind',
  'homeNotes',
  'keySafe',
  'household',
  'informalCare',
  'senses',
]

export function HomeSection({ state }: Section) {
  return (
    <FormSection
      title="Risico’s, mobiliteit en thuissituatie"
      about="Valgevaar, MRSA, tillift, twee zorgverleners, woning, mantelzorg"
      open={isTouched(state, homeFields)}
    >
      <Checkboxes
        {...ticks(state, 'alerts')}
        legend="Let op"
        options={optionsOf(alerts, alertText)}
        inline="wide"
        optional
      />
      <Checkboxes
        {...ticks(state, 'twoCarers')}
        legend="Aantal zorgverleners"
        options={[{ value: 'ja', label: 'Er zijn twee zorgverleners tegelijk nodig' }]}
        optional
      />
      <Columns>
        <TextArea {...one(state, 'mobility')} label="Mobiliteit en transfers" rows={2} optional />
        <TextArea {...one(state, 'riskNotes')} label="Toelichting bij risico’s" rows={2} optional />
        <TextArea
          {...one(state, 'aids')}
          label="Hulpmiddelen"
          hint="Wat is er en wie bestelt de rest."
          rows={2}
          optional
        />
        <TextArea {...one(state, 'freedomRestriction')} label="Vrijheidsbeperking (Wzd)" rows={2} optional />
        <TextArea
          {...one(state, 'household')}
          label="Huishouden"
          hint="Wie woont er, wie zorgt er voor wie."
          rows={2}
          optional
        />
        <TextArea
          {...one(state, 'informalCare')}
          label="Mantelzorg"
          hint="Wie helpt waarmee, en is het vol te houden."
          rows={2}
          optional
        />
        <TextArea
          {...one(state, 'homeNotes')}
          label="Woning"
          hint="Trap, lift, huisdieren, roken, parkeren."
          rows={2}
          optional
        />
        <TextArea {...one(state, 'senses')} label="Zien, horen, lezen" rows={2} optional />
      </Columns>
      <Columns>
        <Select
          {...one(state, 'homeKind')}
          label="Soort woning"
          placeholder="Onbekend"
          optional
          options={optionsOf(homeKinds, homeKindText)}
        />
        <Select
          {...one(state, 'keySafe')}
          label="Toegang tot de woning"
          hint="Schrijf nooit de code op."
          placeholder="Onbekend"
          optional
          options={optionsOf(keySafes, keySafeText)}
        />
      </Columns>
    </FormSection>
  )
}

const wishFields = [
  'preferredOrganization',
  'preferenceReason',
  'secondChoice',
  'unwantedOrganization',
  'alreadyTried',
  'existingOrganization',
  'existingCare',
  'language',
  'interpreter',
  'faith',
  'carerGender',
]

export function WishesSection({ state, providers }: Section & { providers: readonly { id: string; name: string }[] }) {
  const organizations = providers.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormSection
      title="Wensen van de cliënt"
      about="Voorkeursorganisatie, taal, geloof, zorg die er al is"
      open={isTouched(state, wishFields)}
    >
      <Columns>
        <Select
          {...one(state, 'preferredOrganization')}
          label="Liefst van"
          placeholder="Geen voorkeur"
          optional
          options={organizations}
        />
        <TextField {...one(state, 'secondChoice')} label="Tweede keus" optional />
        <Select
          {...one(state, 'existingOrganization')}
          label="Krijgt al zorg van"
          placeholder="Niemand of onbekend"
          optional
          options={organizations}
        />
      </Columns>
      <Select
        {...one(state, 'unwantedOrganization')}
        label="Liever niet van"
        hint="Die organisatie vragen wij niet, en zij ziet deze keuze niet."
        placeholder="Geen"
        optional
        options={organizations}
      />
      <Columns>
        <TextArea {...one(state, 'preferenceReason')} label="Reden van de voorkeur" rows={2} optional />
        <TextArea {...one(state, 'existingCare')} label="Zorg die er al is" rows={2} optional />
        <TextArea
          {...one(state, 'alreadyTried')}
          label="Welke organisaties zijn al gevraagd, en wat zeiden ze?"
          rows={2}
          optional
        />
      </Columns>
      <Columns>
        <Select
          {...one(state, 'language')}
          label="Taal, als Nederlands moeilijk is"
          placeholder="Nederlands"
          optional
          options={languages.map((code) => ({ value: code, label: languageName(code) }))}
        />
        <TextField {...one(state, 'faith')} label="Geloof of cultuur" hint="Alleen als de cliënt dat wil." optional />
      </Columns>
      <Checkboxes
        {...ticks(state, 'interpreter')}
        legend="Tolk"
        options={[{ value: 'interpreter', label: 'Er is een tolk nodig' }]}
        optional
      />
      <Radios
        {...one(state, 'carerGender')}
        legend="Zorgverlener"
        options={optionsOf(['female', 'male'] as const, carerGenderText)}
        inline
        optional
      />
    </FormSection>
  )
}

type AttachmentsProps = Section & { pending: readonly PendingAttachment[] }

/** One chooser per kind of document, so that who opens it knows what it is. */
export function AttachmentsSection({ state, pending }: AttachmentsProps) {
  return (
    <FormSection
      title="Bijlagen"
      about="Pdf, jpeg, png of platte tekst. Hoogstens 10 bestanden van 10 MB"
      open={pending.length > 0 || state.errors.files !== undefined}
    >
      {pending.length > 0 && (
        <Checkboxes
          name="dropFile"
          legend="Deze bestanden zijn al ontvangen"
          hint="U hoeft ze niet opnieuw te kiezen. Vink aan wat u toch niet wilt meesturen."
          options={pending.map(({ id, name, kind, size }) => ({
            value: id,
            label: `Haal weg: ${name}`,
            hint: `${attachmentKindText[kind]}, ${formatSize(size)}`,
          }))}
          required={false}
        />
      )}
      <AttachmentFields error={state.errors.files} />
    </FormSection>
  )
}

export function AttachmentFields({ error }: { error?: string }) {
  return (
    <Columns>
      {attachmentKindOptions.map(({ value, label }, position) => (
        <FileField
          key={value}
          name={position === 0 ? 'files' : `files-${value}`}
          label={label}
          accept=".pdf,.jpg,.jpeg,.png,.txt"
          multiple
          required={false}
          error={position === 0 ? error : undefined}
          data-controller="small-photos"
          data-action="change->small-photos#shrink"
        />
      ))}
    </Columns>
  )
}
