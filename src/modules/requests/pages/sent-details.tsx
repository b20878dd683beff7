import { Heading, SummaryList } from '#design/index.ts'
import { insurerName } from '#kernel/insurers.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatPostcode } from '#kernel/postcode.ts'
import { capital } from '#kernel/sentence.ts'
import { asWritten, type Speech, useLanguage } from '../languages/index.ts'
import type { Requested, RequestedDetails } from '../requested.ts'
import { languageName } from '../rules/languages.ts'

/** Everything that was sent, in the words of the form. */
export function SentDetails({ request }: { request: Requested & RequestedDetails }) {
  const speech = useLanguage()
  return (
    <>
      {partsOf(request, speech).map(({ title, rows, isDutch }) => (
        <section key={title} lang={isDutch ? 'nl' : undefined}>
          <Heading level={3}>{title}</Heading>
          <SummaryList rows={rows} />
        </section>
      ))}
    </>
  )
}

type Row = [label: string, value: string | number | false | null | undefined]
type Part = { title: string; rows: { label: string; value: string }[]; isDutch?: boolean }

function partsOf(request: Requested & RequestedDetails, speech: Speech): Part[] {
  const { details } = speech.words
  const { particulars } = request.identity
  const parts: Part[] = [
    part(details.client, clientRows(request, speech)),
    part(details.care, careRows(request, speech)),
    ...details.particulars(particulars),
    part(details.requester, requesterRows(request, speech)),
  ]
  return parts.filter(({ rows }) => rows.length > 0)
}

function clientRows({ card, identity }: RequestedDetails, { words, dates }: Speech): Row[] {
  const { details } = words
  return [
    [details.name, joined(' ', identity.givenName, identity.familyName)],
    [details.birthDate, dates.date(identity.birthDate)],
    [details.bsn, identity.bsnEnd && details.bsnEnds(identity.bsnEnd)],
    [details.gender, card.gender && details.genders[card.gender]],
    [details.address, addressOf(identity, details.addressWithoutStreet)],
    [details.careAddress, identity.careAddress],
    [details.phone, identity.phone && formatPhone(identity.phone)],
    [details.email, identity.email],
    ...identity.contacts.map(
      ({ role, name, relation, phone }): Row => [
        details.contactRoles[role ?? 'contact'],
        joined(', ', name, relation && asWritten(relation, words), phone && formatPhone(phone)),
      ],
    ),
  ]
}

function careRows(request: Requested & RequestedDetails, speech: Speech): Row[] {
  const { card, identity } = request
  const { language, words, dates } = speech
  const { details } = words
  const actions = card.nursingActions.map(({ text, frequency }) => joined(', ', text, frequency))
  return [
    [details.question, asWritten(identity.question, words)],
    [details.careKinds, card.careKinds.map((kind) => details.kindsOfCare[kind]).join(', ')],
    [details.nursingActions, actions.join('; ')],
    [details.dayparts, card.dayparts.map((daypart) => details.partsOfTheDay[daypart]).join(', ')],
    [details.howOften, card.timesPerWeek && details.timesPerWeek(card.timesPerWeek)],
    [details.hours, card.hoursPerWeek && details.hoursPerWeek(card.hoursPerWeek)],
    [details.priority, details.priorities[request.priority]],
    [details.location, details.locations[card.location]],
    [details.dischargeOn, request.dischargeOn && dates.date(request.dischargeOn)],
    [
      details.startOn,
      request.startOn && `${dates.date(request.startOn)} (${details.certainties[request.startCertainty]})`,
    ],
    [details.duration, card.expectedDuration && details.durations[card.expectedDuration]],
    [details.alerts, card.alerts.map((code) => alertIn(details.alertNames, code)).join(', ')],
    [details.carers, card.twoCarers && details.twoCarers],
    [details.palliative, card.palliative && details.yes],
    [details.financing, card.financing && details.financings[card.financing]],
    [details.insurer, card.insurer && insurerName(card.insurer)],
    [details.indication, card.indication && details.indications[card.indication]],
    [details.preferred, card.preferredOrganization],
    [details.unwanted, card.unwantedOrganizations.join(', ')],
    [details.existing, card.existingOrganization],
    [details.language, card.languages.map((code) => languageName(code, language)).join(', ')],
    [details.faith, card.faith],
    [details.carerGender, card.carerGender && details.carerGenders[card.carerGender]],
    [details.warmHandover, card.warmHandover && details.pleaseCall],
  ]
}

function requesterRows({ identity: { requester } }: RequestedDetails, { words }: Speech): Row[] {
  const { details } = words
  return [
    [details.name, joined(', ', requester.name, requester.relation && asWritten(requester.relation, words))],
    [details.phone, requester.phone && formatPhone(requester.phone)],
    [details.reachable, requester.reachable && asWritten(requester.reachable, words)],
    [details.email, requester.email],
  ]
}

function part(title: string, rows: Row[]): Part {
  return {
    title,
    rows: rows.flatMap(([label, value]) => (value ? [{ label: capital(label), value: String(value) }] : [])),
  }
}

/** 'Kerkstraat 12, 6811 AB Arnhem'; of a street that nobody gave the number stands behind the postcode. */
function addressOf(
  { street, houseNumber, postcode, place }: RequestedDetails['identity'],
  withoutStreet: (area: string, houseNumber: string) => string,
): string {
  const area = joined(' ', formatPostcode(postcode), place)
  return street ? `${street} ${houseNumber}, ${area}` : withoutStreet(area, houseNumber)
}

/** An alert that this version does not know is shown by its code: leaving it out could harm someone. */
function alertIn(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code
}

function joined(by: string, ...parts: (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(by)
}
