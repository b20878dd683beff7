import {
  DateField,
  Details,
  Heading,
  Link,
  Notice,
  Radios,
  Stack,
  Text,
  TextField,
  VisuallyHidden,
} from '#design/index.ts'
import type { Door } from '#modules/regions/index.ts'
import { OtherDoor } from '../other-door.tsx'
import { paths } from '../paths.ts'
import { typed, typedDate } from '../typed.ts'
import { locations, outsideRegion, relations } from './answers.ts'
import { FormFrame, type FormPageProps } from './form-frame.tsx'
import { genderWords, locationWords, relationText } from './words.nl.ts'

export function ForWhomPage(props: FormPageProps) {
  const title = 'Voor wie vraagt u zorg aan?'
  return (
    <FormFrame props={props} title={title}>
      <Radios
        name="forWhom"
        legend={<VisuallyHidden>{title}</VisuallyHidden>}
        options={[
          { value: 'self', label: 'Voor mijzelf' },
          { value: 'other', label: 'Voor iemand anders', hint: 'Bijvoorbeeld uw partner, moeder of buurman' },
        ]}
        value={typed(props.values.forWhom)}
        error={props.errors.forWhom}
      />
    </FormFrame>
  )
}

export function PersonPage(props: FormPageProps) {
  const { isSelf, values, errors } = props
  return (
    <FormFrame
      props={props}
      title={isSelf ? 'Wie bent u?' : 'Wie heeft zorg nodig?'}
      lead={
        isSelf
          ? 'Alleen de organisatie die u gaat helpen, ziet uw naam.'
          : 'Vul de gegevens in van degene die zorg nodig heeft. Alleen de organisatie die gaat helpen, ziet de naam.'
      }
    >
      <TextField
        name="givenName"
        label="Voornaam of voorletters"
        optional
        autoComplete={isSelf ? 'given-name' : 'off'}
        spellCheck={false}
        maxLength={100}
        value={typed(values.givenName)}
        error={errors.givenName}
      />
      <TextField
        name="familyName"
        label="Achternaam"
        hint="Bijvoorbeeld: van der Meer"
        autoComplete={isSelf ? 'family-name' : 'off'}
        spellCheck={false}
        maxLength={100}
        value={typed(values.familyName)}
        error={errors.familyName}
      />
      <DateField
        name="birthDate"
        legend="Geboortedatum"
        hint="Bijvoorbeeld 27 3 1941"
        birthDate={isSelf}
        value={typedDate(values, 'birthDate')}
        error={errors.birthDate}
      />
      <Radios
        name="gender"
        legend="Vrouw of man?"
        inline
        optional
        options={Object.entries(genderWords).map(([value, label]) => ({ value, label }))}
        value={typed(values.gender)}
        error={errors.gender}
      />
    </FormFrame>
  )
}

export function PlacePage(props: FormPageProps) {
  const { isSelf, values, errors } = props
  return (
    <FormFrame
      props={props}
      title="Waar is de zorg nodig?"
      lead="Met de postcode vinden wij de wijkverpleegkundigen in de buurt."
      before={errors.postcode === outsideRegion && <OutsideRegion door={props.otherDoor} />}
    >
      <TextField
        name="postcode"
        label="Postcode"
        hint="Bijvoorbeeld 6811 AB. Is de zorg op een ander adres nodig, zoals bij familie? Vul dan dát adres in."
        width="short"
        autoComplete={isSelf ? 'postal-code' : 'off'}
        spellCheck={false}
        maxLength={20}
        value={typed(values.postcode)}
        error={errors.postcode}
      />
      <TextField
        name="houseNumber"
        label="Huisnummer"
        hint="Met letter of toevoeging, zoals 12 A"
        width="short"
        autoComplete="off"
        maxLength={20}
        value={typed(values.houseNumber)}
        error={errors.houseNumber}
      />
      <Radios
        name="location"
        legend={isSelf ? 'Waar bent u nu?' : 'Waar is degene die zorg nodig heeft nu?'}
        options={locations.map((value) => ({ value, label: locationWords[value] }))}
        value={typed(values.location)}
        error={errors.location}
      />
      <DateField
        name="dischargeOn"
        legend="Niet thuis? Op welke dag naar huis?"
        hint={
          isSelf
            ? 'Vul dit alleen in als u nu niet thuis bent en de dag weet.'
            : 'Alleen als dit nu niet thuis is en u de dag weet.'
        }
        optional
        value={typedDate(values, 'dischargeOn')}
        error={errors.dischargeOn}
      />
    </FormFrame>
  )
}

/** Sent away with an address, never with a closed door. What was typed stays. */
function OutsideRegion({ door }: { door: Door | undefined }) {
  if (door) return <OtherDoor door={door} path={paths.ask} what="Vraag de zorg daar aan" />
  return (
    <Notice kind="info" title="Deze postcode hoort bij een andere regio">
      <Stack gap="small">
        <Text>Typte u de postcode goed? Dan kunnen wij de zorg daar niet regelen. Dit kunt u doen:</Text>
        <ul className="list">
          <li>
            <strong>Bel de huisarts.</strong> De huisarts kent de wijkverpleging in die buurt.
          </li>
          <li>
            <strong>Bel de zorgverzekeraar</strong> en vraag naar “zorgbemiddeling”. Zij zoeken gratis een organisatie.
          </li>
          <li>
            <strong>Gaat het om hulp in huis, zoals schoonmaken?</strong> Bel de gemeente en vraag naar het Wmo-loket.
          </li>
        </ul>
        <Text>Uw antwoorden blijven staan. U kunt de postcode hieronder veranderen.</Text>
      </Stack>
    </Notice>
  )
}

export function ContactPage(props: FormPageProps) {
  return props.isSelf ? <OwnContactPage {...props} /> : <CarerContactPage {...props} />
}

function OwnContactPage(props: FormPageProps) {
  const { values, errors } = props
  return (
    <FormFrame props={props} title="Hoe bereiken wij u?" lead="Wij bellen u als wij iets moeten weten.">
      <TextField
        name="phone"
        label="Uw telefoonnummer"
        type="tel"
        width="medium"
        autoComplete="tel"
        maxLength={40}
        value={typed(values.phone)}
        error={errors.phone}
      />
      <TextField
        name="email"
        label="Uw e-mailadres"
        hint="U krijgt dan bericht als er nieuws is. In de mail staat niets over uw gezondheid."
        type="email"
        optional
        autoComplete="email"
        spellCheck={false}
        maxLength={254}
        value={typed(values.email)}
        error={errors.email}
      />
      <Heading level={2} size={3}>
        Mogen wij ook iemand anders bellen?
      </Heading>
      <Text kind="soft">Bijvoorbeeld uw dochter of een buurman. Laat dit leeg als dat niet hoeft.</Text>
      <TextField
        name="contactName"
        label="Naam"
        optional
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed(values.contactName)}
        error={errors.contactName}
      />
      <TextField
        name="contactRelation"
        label="Wie is dat?"
        hint="Bijvoorbeeld: dochter"
        width="medium"
        optional
        autoComplete="off"
        maxLength={60}
        value={typed(values.contactRelation)}
        error={errors.contactRelation}
      />
      <TextField
        name="contactPhone"
        label="Telefoonnummer"
        type="tel"
        width="medium"
        optional
        autoComplete="off"
        maxLength={40}
        value={typed(values.contactPhone)}
        error={errors.contactPhone}
      />
    </FormFrame>
  )
}

function CarerContactPage(props: FormPageProps) {
  const { values, errors } = props
  return (
    <FormFrame props={props} title="Wie bent u?" lead="Wij houden u op de hoogte van de aanvraag.">
      <TextField
        name="carerName"
        label="Uw naam"
        autoComplete="name"
        spellCheck={false}
        maxLength={100}
        value={typed(values.carerName)}
        error={errors.carerName}
      />
      <Radios
        name="relation"
        legend="Wat bent u van degene die zorg nodig heeft?"
        options={relations.map((value) => ({ value, label: relationText[value] }))}
        value={typed(values.relation)}
        error={errors.relation}
      />
      <TextField
        name="carerPhone"
        label="Uw telefoonnummer"
        type="tel"
        width="medium"
        autoComplete="tel"
        maxLength={40}
        value={typed(values.carerPhone)}
        error={errors.carerPhone}
      />
      <TextField
        name="carerEmail"
        label="Uw e-mailadres"
        hint="U krijgt dan bericht als er nieuws is. In de mail staat niets over de gezondheid van uw naaste."
        type="email"
        optional
        autoComplete="email"
        spellCheck={false}
        maxLength={254}
        value={typed(values.carerEmail)}
        error={errors.carerEmail}
      />
      <Radios
        name="callWho"
        legend="Wie bellen wij als eerste?"
        options={[
          { value: 'carer', label: 'Mij' },
          { value: 'client', label: 'Degene die zorg nodig heeft' },
        ]}
        value={typed(values.callWho)}
        error={errors.callWho}
      />
      <TextField
        name="clientPhone"
        label="Telefoonnummer van degene die zorg nodig heeft"
        type="tel"
        width="medium"
        optional
        autoComplete="off"
        maxLength={40}
        value={typed(values.clientPhone)}
        error={errors.clientPhone}
      />
      <Details summary="Mag ik voor iemand anders zorg aanvragen?">
        <Text>
          Ja, als diegene het goed vindt. Kan hij of zij dat niet meer zelf zeggen? Dan mag het als u de partner,
          familie of wettelijk vertegenwoordiger bent. Twijfelt u? <Link href="/terugbellen">Laat u terugbellen</Link>.
        </Text>
      </Details>
    </FormFrame>
  )
}
