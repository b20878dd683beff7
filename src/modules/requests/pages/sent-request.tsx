import { DataTable, Heading, Link, SummaryList, Text, Timeline } from '#design/index.ts'
import { formatDate, formatMoment } from '#kernel/dates.ts'
import { insurerName } from '#kernel/insurers.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatPostcode } from '#kernel/postcode.ts'
import { capital } from '#kernel/sentence.ts'
import { careKindText, daypartText, priorityText } from '#kernel/text.nl.ts'
import { describeParticulars } from '../particulars.nl.ts'
import type { HistoryLine, Look, Requested, RequestedDetails } from '../requested.ts'
import { languageName } from '../rules/languages.ts'
import { isOpen } from '../rules/life.ts'
import {
  carerGenderText,
  contactRoleText,
  durationText,
  financingText,
  genderText,
  indicationText,
  locationText,
  startCertaintyText,
  toAlertText,
} from '../text.nl.ts'
import { historyWords, lookWords } from './history-words.nl.ts'
import { partWords } from './part-words.ts'

/** Who answers for it now, with the number to call, and by when. */
export function HolderRows({ request, now }: { request: Requested; now: Date }) {
  const { holder, actBy, state } = request
  if (!holder) return null
  return (
    <SummaryList
      rows={[
        { label: holder.isTaker ? 'Wie geeft de zorg' : 'Wie is ermee bezig', value: holder.name },
        ...(holder.phone
          ? [
              {
                label: 'Telefoon',
                value: (
                  <>
                    <Link href={`tel:${holder.phone}`}>{formatPhone(holder.phone)}</Link>
                    {holder.hours && ` (${holder.hours})`}
                  </>
                ),
              },
            ]
          : []),
        ...(isOpen(state) && actBy
          ? [
              {
                label: holder.isTaker ? 'De start is bevestigd voor' : 'Er is antwoord voor',
                value: actBy < now ? `${formatMoment(actBy, now)} (voorbij: bel gerust)` : formatMoment(actBy, now),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Who gives which part of a divided request, with the number to call. */
export function PartRows({ request: { parts, splitBy } }: { request: Requested }) {
  if (!parts || parts.length === 0) return null
  return (
    <>
      <Text>
        Meer dan één organisatie geeft samen de zorg. Hebt u een vraag over alles? Bel dan wie het overzicht houdt.
      </Text>
      <SummaryList
        rows={parts.map((part) => ({
          key: part.id,
          label: partWords(part, splitBy),
          value: (
            <>
              <Text>{part.takerName ?? 'Wij zoeken nog een organisatie'}</Text>
              {part.takerPhone && <Link href={`tel:${part.takerPhone}`}>{formatPhone(part.takerPhone)}</Link>}
              {part.keepsOverview && part.takerName && <Text kind="small">Houdt het overzicht</Text>}
              {part.startedOn ? (
                <Text kind="small">Begonnen op {formatDate(part.startedOn)}</Text>
              ) : (
                part.startsOn && <Text kind="small">Begint op {formatDate(part.startsOn)}</Text>
              )}
            </>
          ),
        }))}
      />
    </>
  )
}

/** What happened so far, the newest on top. */
export function History({ lines, now }: { lines: readonly HistoryLine[]; now: Date }) {
  const items = lines.toReversed().map((line, position) => {
    const { title, more } = historyWords(line)
    return {
      key: line.id,
      at: formatMoment(line.at, now),
      dateTime: line.at.toISOString(),
      title,
      current: position === 0,
      children: more && <Text>{more}</Text>,
    }
  })
  return <Timeline items={items} />
}

/** Everything that was sent, in the words of the form. */
export function SentDetails({ request }: { request: Requested & RequestedDetails }) {
  return (
    <>
      {partsOf(request).map(({ title, rows }) => (
        <section key={title}>
          <Heading level={3}>{title}</Heading>
          <SummaryList rows={rows} />
        </section>
      ))}
    </>
  )
}

type Row = [label: string, value: string | number | false | null | undefined]

function partsOf(request: Requested & RequestedDetails) {
  const { card, identity } = request
  const parts: { title: string; rows: { label: string; value: string }[] }[] = [
    part('Cliënt', [
      ['Naam', [identity.givenName, identity.familyName].filter(Boolean).join(' ')],
      ['Geboortedatum', formatDate(identity.birthDate)],
      ['BSN', identity.bsnEnd && `eindigt op ${identity.bsnEnd}`],
      ['Geslacht', card.gender && genderText[card.gender]],
      ['Adres', addressWords(identity)],
      ['Tijdelijk zorgadres', identity.careAddress],
      ['Telefoon', identity.phone && formatPhone(identity.phone)],
      ['E-mail', identity.email],
      ...identity.contacts.map(
        (contact): Row => [
          contactRoleText[contact.role ?? 'contact'],
          [contact.name, contact.relation, contact.phone && formatPhone(contact.phone)].filter(Boolean).join(', '),
        ],
      ),
    ]),
    part('Zorg', [
      ['Zorgvraag', identity.question],
      ['Soort zorg', card.careKinds.map((kind) => careKindText[kind]).join(', ')],
      [
        'Handelingen',
        card.nursingActions.map(({ text, frequency }) => [text, frequency].filter(Boolean).join(', ')).join('; '),
      ],
      ['Dagdelen', card.dayparts.map((daypart) => daypartText[daypart]).join(', ')],
      ['Hoe vaak', card.timesPerWeek && `${card.timesPerWeek} keer per week`],
      ['Uren', card.hoursPerWeek && `${String(card.hoursPerWeek).replace('.', ',')} uur per week`],
      ['Hoe snel', priorityText[request.priority]],
      ['Waar is de cliënt nu', locationText[card.location]],
      ['Ontslagdatum', request.dischargeOn && formatDate(request.dischargeOn)],
      [
        'Start van de zorg',
        request.startOn && `${formatDate(request.startOn)} (${startCertaintyText[request.startCertainty]})`,
      ],
      ['Hoe lang', card.expectedDuration && durationText[card.expectedDuration]],
      ['Let op', card.alerts.map(toAlertText).join(', ')],
      ['Aantal zorgverleners', card.twoCarers && 'twee tegelijk'],
      ['Palliatief', card.palliative && 'ja'],
      ['Financiering', card.financing && financingText[card.financing]],
      ['Zorgverzekeraar', card.insurer && insurerName(card.insurer)],
      ['Indicatie', card.indication && indicationText[card.indication]],
      ['Liefst van', card.preferredOrganization],
      ['Liever niet van', card.unwantedOrganizations.join(', ')],
      ['Krijgt al zorg van', card.existingOrganization],
      ['Taal', card.languages.map((code) => languageName(code)).join(', ')],
      ['Geloof of cultuur', card.faith],
      ['Zorgverlener', card.carerGender && carerGenderText[card.carerGender]],
      ['Warme overdracht', card.warmHandover && 'graag bellen'],
    ]),
    ...describeParticulars(identity.particulars),
    part('Aanvrager', [
      ['Naam', [identity.requester.name, identity.requester.relation].filter(Boolean).join(', ')],
      ['Telefoon', identity.requester.phone && formatPhone(identity.requester.phone)],
      ['Bereikbaar', identity.requester.reachable],
      ['E-mail', identity.requester.email],
    ]),
  ]
  return parts.filter(({ rows }) => rows.length > 0)
}

function part(title: string, rows: Row[]) {
  return {
    title,
    rows: rows.flatMap(([label, value]) => (value ? [{ label: capital(label), value: String(value) }] : [])),
  }
}

/** 'Kerkstraat 12, 6811 AB Arnhem'; of a street that nobody gave the number stands behind the postcode. */
function addressWords({ street, houseNumber, postcode, place }: RequestedDetails['identity']): string {
  const area = [formatPostcode(postcode), place].filter(Boolean).join(' ')
  return street ? `${street} ${houseNumber}, ${area}` : `${area}, huisnummer ${houseNumber}`
}

export function Supplements({ items, now }: { items: RequestedDetails['supplements']; now: Date }) {
  if (items.length === 0) return null
  return (
    <section>
      <Heading level={3}>Aanvullingen</Heading>
      <SummaryList
        rows={items.map(({ id, at, byName, text }) => ({
          key: id,
          label: [formatMoment(at, now), byName].filter(Boolean).join(', '),
          value: text,
        }))}
      />
    </section>
  )
}

/** Organisation and role of everyone who looked or changed something (NEN 7513). */
export function WhoLooked({ looks, now }: { looks: readonly Look[]; now: Date }) {
  return (
    <DataTable
      caption="Wie keek of wijzigde"
      captionHidden
      columns={[
        { key: 'who', label: 'Wie' },
        { key: 'what', label: 'Wat' },
        { key: 'at', label: 'Wanneer' },
      ]}
      rows={looks.map((look, position) => {
        const { who, what } = lookWords(look)
        return { key: `${position}`, cells: { who, what, at: formatMoment(look.at, now) } }
      })}
      empty={<Text>In deze periode heeft niemand gekeken.</Text>}
    />
  )
}
