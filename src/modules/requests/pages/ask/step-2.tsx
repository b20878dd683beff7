import {
  Checkboxes,
  DateField,
  Details,
  Link,
  Notice,
  Radios,
  Select,
  Text,
  TextArea,
  TextField,
  VisuallyHidden,
} from '#design/index.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { insurers } from '#kernel/insurers.ts'
import { languageName, languages } from '../../rules/languages.ts'
import { ticked, typed, typedDate } from '../typed.ts'
import { starts } from './answers.ts'
import { FormFrame, type FormPageProps } from './form-frame.tsx'
import { careOptions, careText, daypartWords, startText } from './words.nl.ts'

export function UrgentPage(props: FormPageProps) {
  const title = 'Is er nu spoed?'
  const isUrgent = typed(props.values.urgent) === 'yes'
  return (
    <FormFrame props={props} title={title} before={isUrgent ? <CallNow /> : <WhenUrgent />}>
      <Radios
        name="urgent"
        legend={isUrgent ? 'Hebt u gebeld?' : <VisuallyHidden>{title}</VisuallyHidden>}
        options={[
          { value: 'no', label: 'Nee, er is geen spoed' },
          ...(isUrgent ? [] : [{ value: 'yes', label: 'Ja, er is nu iets ernstigs aan de hand' }]),
          { value: 'called', label: 'Ik heb al gebeld en vraag nu ook zorg aan' },
        ]}
        value={typed(props.values.urgent)}
        error={props.errors.urgent}
      />
    </FormFrame>
  )
}

function WhenUrgent() {
  return (
    <Text>
      Met spoed bedoelen wij bijvoorbeeld: pijn op de borst, moeite met ademen, veel bloed verliezen, plotseling in de
      war zijn, of een val met veel pijn. Wacht dan niet op dit formulier.
    </Text>
  )
}

function CallNow() {
  return (
    <Notice kind="error" title="Bel nu. Wacht niet op dit formulier.">
      <ul className="list">
        <li>
          Is iemand in levensgevaar? Bel <Link href="tel:112">112</Link>.
        </li>
        <li>Kan het niet wachten, maar is het geen levensgevaar? Bel de huisarts. Kies 1 voor spoed.</li>
        <li>
          Is de huisarts dicht? Bel de huisartsenpost. Op het antwoordapparaat van de huisarts hoort u het nummer.
        </li>
      </ul>
      <Text>Uw antwoorden blijven staan. Daarna kunt u hier verder.</Text>
    </Notice>
  )
}

export function CarePage(props: FormPageProps) {
  const title = props.isSelf ? 'Waar hebt u hulp bij nodig?' : 'Waar is hulp bij nodig?'
  return (
    <FormFrame props={props} title={title} lead="U kunt meer dan één ding kiezen.">
      <Checkboxes
        name="careKinds"
        legend={<VisuallyHidden>{title}</VisuallyHidden>}
        options={careOptions.map((value) => ({ value, ...careText[value] }))}
        values={ticked(props.values.careKinds)}
        error={props.errors.careKinds}
      />
    </FormFrame>
  )
}

export function QuestionPage(props: FormPageProps) {
  return (
    <FormFrame props={props} title="Vertel in uw eigen woorden wat er nodig is">
      <TextArea
        name="question"
        label="Wat lukt niet meer? Hoe gaat het nu?"
        hint="Een paar zinnen is genoeg. Noem hier geen namen, telefoonnummers of adressen."
        rows={6}
        maxLength={2000}
        value={typed(props.values.question)}
        error={props.errors.question}
      />
      <Details summary="Wie leest dit?">
        <Text>
          De wijkverpleegkundigen in de buurt lezen dit zonder te weten om wie het gaat. Staat er toch een naam of
          nummer in? Dan halen wij die eruit. De organisatie die gaat helpen, leest alles.
        </Text>
      </Details>
    </FormFrame>
  )
}

export function WhenPage(props: FormPageProps) {
  const { values, errors } = props
  return (
    <FormFrame props={props} title="Wanneer is de zorg nodig?">
      <Radios
        name="start"
        legend="Wanneer moet de zorg beginnen?"
        options={starts.map((value) => ({ value, label: startText[value] }))}
        value={typed(values.start)}
        error={errors.start}
      />
      <DateField
        name="startOn"
        legend="Vanaf welke dag?"
        hint="Alleen als u hierboven “later” koos."
        optional
        value={typedDate(values, 'startOn')}
        error={errors.startOn}
      />
      <Checkboxes
        name="dayparts"
        legend="Op welk deel van de dag?"
        hint="Weet u het niet? Laat dit dan leeg."
        inline
        optional
        options={dayparts.map((value) => ({ value, label: daypartWords[value] }))}
        values={ticked(values.dayparts)}
        error={errors.dayparts}
      />
      <TextField
        name="timesPerWeek"
        label="Hoe vaak per week?"
        hint="Elke dag één keer is 7. Twee keer per dag is 14. Weet u het niet? Laat dit dan leeg."
        width="short"
        inputMode="numeric"
        suffix="keer"
        optional
        autoComplete="off"
        maxLength={3}
        value={typed(values.timesPerWeek)}
        error={errors.timesPerWeek}
      />
    </FormFrame>
  )
}

export function WishesPage(props: FormPageProps) {
  const { isSelf, values, errors, providers } = props
  const organizations = providers.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormFrame
      props={props}
      title="Wat vindt u belangrijk?"
      lead="Wij houden hier zo veel mogelijk rekening mee. U hoeft niets in te vullen."
    >
      <Select
        name="existingOrganizationId"
        label={isSelf ? 'Krijgt u nu al zorg van een organisatie?' : 'Komt er nu al zorg van een organisatie?'}
        optional
        placeholder="Nee, of staat er niet bij"
        width="full"
        options={organizations}
        value={typed(values.existingOrganizationId)}
        error={errors.existingOrganizationId}
      />
      <Select
        name="preferredOrganizationId"
        label="Hebt u voorkeur voor een organisatie?"
        hint="Heeft die organisatie geen plek? Dan hoort u dat en zoeken wij een andere."
        optional
        placeholder="Geen voorkeur"
        width="full"
        options={organizations}
        value={typed(values.preferredOrganizationId)}
        error={errors.preferredOrganizationId}
      />
      <Select
        name="unwantedOrganizationId"
        label="Van welke organisatie wilt u liever geen zorg?"
        hint="Wij vragen die organisatie dan niet. Zij krijgt uw keuze niet te zien."
        optional
        placeholder="Geen"
        width="full"
        options={organizations}
        value={typed(values.unwantedOrganizationId)}
        error={errors.unwantedOrganizationId}
      />
      <Radios
        name="carerGender"
        legend="Wie komt er liefst helpen?"
        inline
        optional
        options={[
          { value: 'any', label: 'Maakt niet uit' },
          { value: 'female', label: 'Een vrouw' },
          { value: 'male', label: 'Een man' },
        ]}
        value={typed(values.carerGender)}
        error={errors.carerGender}
      />
      <Select
        name="language"
        label="In welke taal gaat praten het best?"
        optional
        placeholder="Nederlands"
        options={languages
          .map((value) => ({ value, label: languageName(value) }))
          .sort((a, b) => a.label.localeCompare(b.label, 'nl'))}
        value={typed(values.language)}
        error={errors.language}
      />
      <TextField
        name="faith"
        label="Is er iets van geloof of cultuur waar wij op moeten letten?"
        hint="Bijvoorbeeld: gebedstijden, of schoenen uit"
        optional
        autoComplete="off"
        maxLength={200}
        value={typed(values.faith)}
        error={errors.faith}
      />
    </FormFrame>
  )
}

export function CoverPage(props: FormPageProps) {
  const { isSelf, values, errors } = props
  return (
    <FormFrame
      props={props}
      title="Zorgverzekering en huisarts"
      lead="Dit scheelt later een telefoontje. Weet u het niet? Laat het dan leeg."
    >
      <Select
        name="insurer"
        label={isSelf ? 'Bij welke zorgverzekeraar bent u verzekerd?' : 'Welke zorgverzekeraar?'}
        hint="U vindt de naam op het pasje van de zorgverzekering."
        optional
        placeholder="Weet ik niet"
        options={[
          ...insurers.map(({ code, name }) => ({ value: code, label: name })),
          { value: 'other', label: 'Een andere verzekeraar' },
        ]}
        value={typed(values.insurer)}
        error={errors.insurer}
      />
      <TextField
        name="gp"
        label={isSelf ? 'Wie is uw huisarts?' : 'Wie is de huisarts?'}
        hint="De naam van de huisarts of van de praktijk"
        optional
        autoComplete="off"
        maxLength={120}
        value={typed(values.gp)}
        error={errors.gp}
      />
      <TextField
        name="bsn"
        label="Burgerservicenummer (BSN)"
        hint="9 cijfers, op het paspoort, de identiteitskaart of het rijbewijs. Alleen de organisatie die gaat helpen, ziet dit nummer."
        width="medium"
        inputMode="numeric"
        optional
        autoComplete="off"
        spellCheck={false}
        maxLength={14}
        value={typed(values.bsn)}
        error={errors.bsn}
      />
      <Details summary="Waarom vragen wij het BSN?">
        <Text>
          Een zorgorganisatie moet het BSN weten voordat de zorg begint. Zo weet zij zeker om wie het gaat. U mag het nu
          leeg laten en later geven.
        </Text>
      </Details>
    </FormFrame>
  )
}
