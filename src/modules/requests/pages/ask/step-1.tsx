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
import { useLanguage } from '../../languages/index.ts'
import { locations, relations } from '../../rules/form-codes.ts'
import { OtherDoor } from '../other-door.tsx'
import { paths } from '../paths.ts'
import { Sentence } from '../sentence.tsx'
import { typed, typedDate } from '../typed.ts'
import { FormFrame, type FormPageProps } from './form-frame.tsx'

export function ForWhomPage(props: FormPageProps) {
  const { forWhom } = useLanguage().words
  const { title } = forWhom
  return (
    <FormFrame props={props} title={title}>
      <Radios
        name="forWhom"
        legend={<VisuallyHidden>{title}</VisuallyHidden>}
        options={[
          { value: 'self', label: forWhom.self },
          { value: 'other', label: forWhom.other, hint: forWhom.otherHint },
        ]}
        value={typed(props.values.forWhom)}
        error={props.errors.forWhom}
      />
    </FormFrame>
  )
}

export function PersonPage(props: FormPageProps) {
  const { person, gender } = useLanguage().words
  const { isSelf, values, errors } = props
  return (
    <FormFrame
      props={props}
      title={isSelf ? person.titleSelf : person.title}
      lead={isSelf ? person.leadSelf : person.lead}
    >
      <TextField
        name="givenName"
        label={person.givenName}
        optional
        autoComplete={isSelf ? 'given-name' : 'off'}
        spellCheck={false}
        maxLength={100}
        value={typed(values.givenName)}
        error={errors.givenName}
      />
      <TextField
        name="familyName"
        label={person.familyName}
        hint={person.familyNameHint}
        autoComplete={isSelf ? 'family-name' : 'off'}
        spellCheck={false}
        maxLength={100}
        value={typed(values.familyName)}
        error={errors.familyName}
      />
      <DateField
        name="birthDate"
        legend={person.birthDate}
        hint={person.birthDateHint}
        birthDate={isSelf}
        value={typedDate(values, 'birthDate')}
        error={errors.birthDate}
      />
      <Radios
        name="gender"
        legend={person.gender}
        inline
        optional
        options={Object.entries(gender).map(([value, label]) => ({ value, label }))}
        value={typed(values.gender)}
        error={errors.gender}
      />
    </FormFrame>
  )
}

export function PlacePage(props: FormPageProps) {
  const { words } = useLanguage()
  const { place } = words
  const { isSelf, values, errors } = props
  return (
    <FormFrame
      props={props}
      title={place.title}
      lead={place.lead}
      before={errors.postcode === words.wrong.outsideRegion && <OutsideRegion door={props.otherDoor} />}
    >
      <TextField
        name="postcode"
        label={place.postcode}
        hint={place.postcodeHint}
        width="short"
        autoComplete={isSelf ? 'postal-code' : 'off'}
        spellCheck={false}
        maxLength={20}
        value={typed(values.postcode)}
        error={errors.postcode}
      />
      <TextField
        name="houseNumber"
        label={place.houseNumber}
        hint={place.houseNumberHint}
        width="short"
        autoComplete="off"
        maxLength={20}
        value={typed(values.houseNumber)}
        error={errors.houseNumber}
      />
      <Radios
        name="location"
        legend={isSelf ? place.locationSelf : place.location}
        options={locations.map((value) => ({ value, label: words.location[value] }))}
        value={typed(values.location)}
        error={errors.location}
      />
      <DateField
        name="dischargeOn"
        legend={place.dischargeOn}
        hint={isSelf ? place.dischargeOnHintSelf : place.dischargeOnHint}
        optional
        value={typedDate(values, 'dischargeOn')}
        error={errors.dischargeOn}
      />
    </FormFrame>
  )
}

/** Sent away with an address, never with a closed door. What was typed stays. */
function OutsideRegion({ door }: { door: Door | undefined }) {
  const { language, words } = useLanguage()
  const { outside } = words
  if (door) return <OtherDoor door={door} path={paths.ask(language)} what={outside.askThere} />
  return (
    <Notice kind="info" title={outside.title}>
      <Stack gap="small">
        <Text>{outside.lead}</Text>
        <ul className="list">
          {outside.advice.map(({ what, how }) => (
            <li key={what}>
              <strong>{what}</strong> {how}
            </li>
          ))}
        </ul>
        <Text>{outside.kept}</Text>
      </Stack>
    </Notice>
  )
}

export function ContactPage(props: FormPageProps) {
  return props.isSelf ? <OwnContactPage {...props} /> : <CarerContactPage {...props} />
}

function OwnContactPage(props: FormPageProps) {
  const { reach } = useLanguage().words
  const { values, errors } = props
  return (
    <FormFrame props={props} title={reach.title} lead={reach.lead}>
      <TextField
        name="phone"
        label={reach.phone}
        type="tel"
        width="medium"
        autoComplete="tel"
        maxLength={40}
        value={typed(values.phone)}
        error={errors.phone}
      />
      <TextField
        name="email"
        label={reach.email}
        hint={reach.emailHint}
        type="email"
        optional
        autoComplete="email"
        spellCheck={false}
        maxLength={254}
        value={typed(values.email)}
        error={errors.email}
      />
      <Heading level={2} size={3}>
        {reach.contact}
      </Heading>
      <Text kind="soft">{reach.contactHelp}</Text>
      <TextField
        name="contactName"
        label={reach.contactName}
        optional
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed(values.contactName)}
        error={errors.contactName}
      />
      <TextField
        name="contactRelation"
        label={reach.contactRelation}
        hint={reach.contactRelationHint}
        width="medium"
        optional
        autoComplete="off"
        maxLength={60}
        value={typed(values.contactRelation)}
        error={errors.contactRelation}
      />
      <TextField
        name="contactPhone"
        label={reach.contactPhone}
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
  const { language, words } = useLanguage()
  const { carer } = words
  const { values, errors } = props
  return (
    <FormFrame props={props} title={carer.title} lead={carer.lead}>
      <TextField
        name="carerName"
        label={carer.name}
        autoComplete="name"
        spellCheck={false}
        maxLength={100}
        value={typed(values.carerName)}
        error={errors.carerName}
      />
      <Radios
        name="relation"
        legend={carer.relation}
        options={relations.map((value) => ({ value, label: words.relation[value] }))}
        value={typed(values.relation)}
        error={errors.relation}
      />
      <TextField
        name="carerPhone"
        label={carer.phone}
        type="tel"
        width="medium"
        autoComplete="tel"
        maxLength={40}
        value={typed(values.carerPhone)}
        error={errors.carerPhone}
      />
      <TextField
        name="carerEmail"
        label={carer.email}
        hint={carer.emailHint}
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
        legend={carer.callWho}
        options={[
          { value: 'carer', label: carer.me },
          { value: 'client', label: carer.client },
        ]}
        value={typed(values.callWho)}
        error={errors.callWho}
      />
      <TextField
        name="clientPhone"
        label={carer.clientPhone}
        type="tel"
        width="medium"
        optional
        autoComplete="off"
        maxLength={40}
        value={typed(values.clientPhone)}
        error={errors.clientPhone}
      />
      <Details summary={carer.mayI}>
        <Text>
          <Sentence
            text={carer.mayIHelp}
            parts={{ callback: (link) => <Link href={paths.callback(language)}>{link}</Link> }}
          />
        </Text>
      </Details>
    </FormFrame>
  )
}
