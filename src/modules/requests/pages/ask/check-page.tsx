import { Checkboxes, Heading, List, SummaryList, Text } from '#design/index.ts'
import { formatDate } from '#kernel/dates.ts'
import { insurerName } from '#kernel/insurers.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatPostcode } from '#kernel/postcode.ts'
import { languageName } from '../../rules/languages.ts'
import { paths } from '../paths.ts'
import type { Answers } from './answers.ts'
import { FormFrame, type FormPageProps } from './form-frame.tsx'
import type { FormPage } from './form-pages.ts'
import { careText, daypartWords, genderWords, locationWords, relationText, startText } from './words.nl.ts'

type Line = { label: string; value: string | undefined; page: FormPage; what: string }

/** Everything on one page, with a way to change each answer, and the consent. */
export function CheckPage({ props, answers }: { props: FormPageProps; answers: Answers }) {
  return (
    <FormFrame
      props={props}
      title="Klopt alles?"
      lead="Kijk uw antwoorden na. Daarna verstuurt u de aanvraag."
      go="Verstuur de aanvraag"
      before={
        <>
          <Heading level={2} size={3}>
            Voor wie en waar
          </Heading>
          <Answered lines={whoAndWhere(answers)} draftKey={props.draftKey} />
          <Heading level={2} size={3}>
            Welke zorg
          </Heading>
          <Answered lines={whichCare(answers, props.providers)} draftKey={props.draftKey} />
        </>
      }
    >
      <Heading level={2} size={3}>
        Wie krijgt wat te zien?
      </Heading>
      <List items={sharing} />
      <Checkboxes
        name="consent"
        legend="Toestemming"
        options={[
          {
            value: 'ja',
            label: answers.carer
              ? 'Ja, dit mag. Degene die zorg nodig heeft vindt het goed, of ik mag namens hem of haar beslissen.'
              : 'Ja, dit mag. Deel mijn aanvraag zo.',
          },
        ]}
        error={props.errors.consent}
      />
      <Text kind="soft">
        Bedenkt u zich? U kunt de aanvraag altijd intrekken via de link die u zo krijgt, of bellen.
      </Text>
    </FormFrame>
  )
}

const sharing = [
  {
    key: 'now',
    content: (
      <>
        <strong>Nu:</strong> de wijkverpleegkundigen van de organisaties in de buurt zien welke zorg nodig is, de
        leeftijd ongeveer en de wijk. Zij zien geen naam, adres, telefoonnummer of BSN.
      </>
    ),
  },
  {
    key: 'taken',
    content: (
      <>
        <strong>Zodra een organisatie de zorg op zich neemt:</strong> alleen die organisatie ziet alles wat u invulde.
        Dat is nodig om te helpen.
      </>
    ),
  },
  {
    key: 'call',
    content: (
      <>
        <strong>Bellen:</strong> wij mogen bellen als er iets onduidelijk is.
      </>
    ),
  },
]

function Answered({ lines, draftKey }: { lines: Line[]; draftKey: string }) {
  return (
    <SummaryList
      rows={lines.map(({ label, value, page, what }) => ({
        label,
        value: value ?? 'Niet ingevuld',
        change: { href: `${paths.askPage(draftKey, page)}?naar=controleren`, what },
      }))}
    />
  )
}

function whoAndWhere({ person, place, reach, carer }: Answers): Line[] {
  const name = [person.givenName, person.familyName].filter(Boolean).join(' ')
  const home = `${formatPostcode(place.postcode.pc6)}, nummer ${place.houseNumber}`
  const lines: Line[] = [
    {
      label: 'Aanvraag voor',
      value: carer ? 'Iemand anders' : 'Mijzelf',
      page: 'stap-1',
      what: 'voor wie u zorg aanvraagt',
    },
    { label: 'Naam', value: name, page: 'stap-1/wie', what: 'de naam' },
    {
      label: 'Geboren',
      value: [formatDate(person.birthDate), person.gender && genderWords[person.gender].toLowerCase()]
        .filter(Boolean)
        .join(', '),
      page: 'stap-1/wie',
      what: 'de geboortedatum',
    },
    { label: 'Adres', value: home, page: 'stap-1/waar', what: 'het adres' },
    {
      label: 'Is nu',
      value:
        locationWords[place.location] + (place.dischargeOn ? `, naar huis op ${formatDate(place.dischargeOn)}` : ''),
      page: 'stap-1/waar',
      what: 'waar u nu bent',
    },
  ]
  if (!carer) {
    const { phone, email, contact } = reach
    lines.push({
      label: 'Bereikbaar',
      value: [phone && formatPhone(phone), email].filter(Boolean).join(', '),
      page: 'stap-1/contact',
      what: 'hoe wij u bereiken',
    })
    if (contact) {
      lines.push({
        label: 'Ook bellen',
        value: [contact.name, contact.relation, contact.phone && formatPhone(contact.phone)].filter(Boolean).join(', '),
        page: 'stap-1/contact',
        what: 'wie wij ook mogen bellen',
      })
    }
    return lines
  }
  lines.push(
    {
      label: 'U bent',
      value: [carer.name, relationText[carer.relation].toLowerCase(), formatPhone(carer.phone), carer.email]
        .filter(Boolean)
        .join(', '),
      page: 'stap-1/contact',
      what: 'uw gegevens',
    },
    {
      label: 'Wij bellen eerst',
      value: carer.callFirst === 'carer' ? 'U' : `Degene die zorg nodig heeft (${formatPhone(reach.phone ?? '')})`,
      page: 'stap-1/contact',
      what: 'wie wij bellen',
    },
  )
  return lines
}

function whichCare({ care, question, when, wishes, cover }: Answers, providers: FormPageProps['providers']): Line[] {
  const nameOf = (id: string | undefined) => providers.find((provider) => provider.id === id)?.name
  const kinds = [...care.kinds, ...(care.isUnknown ? (['unknown'] as const) : [])]
  const wishText = [
    wishes.existingOrganizationId && `nu al zorg van ${nameOf(wishes.existingOrganizationId)}`,
    wishes.preferredOrganizationId && `liefst ${nameOf(wishes.preferredOrganizationId)}`,
    wishes.unwantedOrganizationId && `liever niet van ${nameOf(wishes.unwantedOrganizationId)}`,
    wishes.carerGender && (wishes.carerGender === 'female' ? 'liefst een vrouw' : 'liefst een man'),
    wishes.language && languageName(wishes.language),
    wishes.faith,
  ].filter(Boolean)
  return [
    {
      label: 'Hulp bij',
      value: kinds.map((kind) => careText[kind].label).join('; '),
      page: 'stap-2/zorg',
      what: 'welke zorg nodig is',
    },
    { label: 'In eigen woorden', value: question, page: 'stap-2/verhaal', what: 'uw eigen woorden' },
    {
      label: 'Begin',
      value: when.startOn ? `Vanaf ${formatDate(when.startOn)}` : startText[when.start],
      page: 'stap-2/wanneer',
      what: 'wanneer de zorg begint',
    },
    {
      label: 'Wanneer',
      value:
        [
          when.dayparts.map((daypart) => daypartWords[daypart].toLowerCase()).join(', '),
          when.timesPerWeek && `${when.timesPerWeek} keer per week`,
        ]
          .filter(Boolean)
          .join('; ') || undefined,
      page: 'stap-2/wanneer',
      what: 'op welk deel van de dag',
    },
    { label: 'Wensen', value: wishText.join('; ') || undefined, page: 'stap-2/wensen', what: 'uw wensen' },
    {
      label: 'Verzekeraar',
      value: cover.insurer && insurerName(cover.insurer),
      page: 'stap-2/gegevens',
      what: 'de zorgverzekeraar',
    },
    { label: 'Huisarts', value: cover.gp, page: 'stap-2/gegevens', what: 'de huisarts' },
    { label: 'BSN', value: cover.bsn, page: 'stap-2/gegevens', what: 'het burgerservicenummer' },
  ]
}
