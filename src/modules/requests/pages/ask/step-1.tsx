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
import { fieldsOf } from '#platform/http/fields.ts'
import { useLanguage } from '../../languages/index.ts'
import { locations, relations } from '../../rules/form-codes.ts'
import { OtherDoor } from '../other-door.tsx'
import { paths } from '../paths.ts'
import { Sentence } from '../sentence.tsx'
import { FormFrame, type FormPageProps } from './form-frame.tsx'

export function ForWhomPage(props: FormPageProps) {
  const { forWhom } = useLanguage().words
  const { title } = forWhom
  const { one } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame props={props} title={title}>
      <Radios
        {...one('forWhom')}
        legend={<VisuallyHidden>{title}</VisuallyHidden>}
        options={[
          { value: 'self', label: forWhom.self },
          { value: 'other', label: forWhom.other, hint: forWhom.otherHint },
        ]}
      />
    </FormFrame>
  )
}

export function PersonPage(props: FormPageProps) {
  const { person, gender } = useLanguage().words
  const { isSelf } = props
  const { one, date } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame
      props={props}
      title={isSelf ? person.titleSelf : person.title}
      lead={isSelf ? person.leadSelf : person.lead}
    >
      <TextField
        {...one('givenName')}
        label={person.givenName}
        optional
        autoComplete={isSelf ? 'given-name' : 'off'}
        spellCheck={false}
        maxLength={100}
      />
      <TextField
        {...one('familyName')}
        label={person.familyName}
        hint={person.familyNameHint}
        autoComplete={isSelf ? 'family-name' : 'off'}
        spellCheck={false}
        maxLength={100}
      />
      <DateField {...date('birthDate')} legend={person.birthDate} hint={person.birthDateHint} birthDate={isSelf} />
      <Radios
        {...one('gender')}
        legend={person.gender}
        inline
        optional
        options={Object.entries(gender).map(([value, label]) => ({ value, label }))}
      />
    </FormFrame>
  )
}

export function PlacePage(props: FormPageProps) {
  const { words } = useLanguage()
  const { place } = words
  const { isSelf, errors } = props
  const { one, date } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame
      props={props}
      title={place.title}
      lead={place.lead}
      before={errors.postcode === words.wrong.outsideRegion && <OutsideRegion door={props.otherDoor} />}
    >
      <TextField
        {...one('postcode')}
        label={place.postcode}
        hint={place.postcodeHint}
        width="short"
        autoComplete={isSelf ? 'postal-code' : 'off'}
        spellCheck={false}
        maxLength={20}
      />
      <TextField
        {...one('houseNumber')}
        label={place.houseNumber}
        hint={place.houseNumberHint}
        width="short"
        autoComplete="off"
        maxLength={20}
      />
      <Radios
        {...one('location')}
        legend={isSelf ? place.locationSelf : place.location}
        options={locations.map((value) => ({ value, label: words.location[value] }))}
      />
      <DateField
        {...date('dischargeOn')}
        legend={place.dischargeOn}
        hint={isSelf ? place.dischargeOnHintSelf : place.dischargeOnHint}
        optional
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
  const { one } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame props={props} title={reach.title} lead={reach.lead}>
      <TextField {...one('phone')} label={reach.phone} type="tel" width="medium" autoComplete="tel" maxLength={40} />
      <TextField
        {...one('email')}
        label={reach.email}
        hint={reach.emailHint}
        type="email"
        optional
        autoComplete="email"
        spellCheck={false}
        maxLength={254}
      />
      <Heading level={2} size={3}>
        {reach.contact}
      </Heading>
      <Text kind="soft">{reach.contactHelp}</Text>
      <TextField
        {...one('contactName')}
        label={reach.contactName}
        optional
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
      />
      <TextField
        {...one('contactRelation')}
        label={reach.contactRelation}
        hint={reach.contactRelationHint}
        width="medium"
        optional
        autoComplete="off"
        maxLength={60}
      />
      <TextField
        {...one('contactPhone')}
        label={reach.contactPhone}
        type="tel"
        width="medium"
        optional
        autoComplete="off"
        maxLength={40}
      />
    </FormFrame>
  )
}

function CarerContactPage(props: FormPageProps) {
  const { language, words } = useLanguage()
  const { carer } = words
  const { one } = fieldsOf(props.values, props.errors)
  return (
    <FormFrame props={props} title={carer.title} lead={carer.lead}>
      <TextField {...one('carerName')} label={carer.name} autoComplete="name" spellCheck={false} maxLength={100} />
      <Radios
        {...one('relation')}
        legend={carer.relation}
        options={relations.map((value) => ({ value, label: words.relation[value] }))}
      />
      <TextField
        {...one('carerPhone')}
        label={carer.phone}
        type="tel"
        width="medium"
        autoComplete="tel"
        maxLength={40}
      />
      <TextField
        {...one('carerEmail')}
        label={carer.email}
        hint={carer.emailHint}
        type="email"
        optional
        autoComplete="email"
        spellCheck={false}
        maxLength={254}
      />
      <Radios
        {...one('callWho')}
        legend={carer.callWho}
        options={[
          { value: 'carer', label: carer.me },
          { value: 'client', label: carer.client },
        ]}
      />
      <TextField
        {...one('clientPhone')}
        label={carer.clientPhone}
        type="tel"
        width="medium"
        optional
        autoComplete="off"
        maxLength={40}
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
