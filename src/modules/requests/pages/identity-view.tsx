import { Heading, Link, SummaryList, Text } from '#design/index.ts'
import { ageOn, formatDate, formatMoment, localDateOf } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatPostcode } from '#kernel/postcode.ts'
import { capital } from '#kernel/sentence.ts'
import type { Identity } from '../identity.ts'
import type { ContactPerson } from '../new-request.ts'
import { describeParticulars } from '../particulars.nl.ts'
import { toParticulars } from '../particulars.ts'
import { attachmentKindText, contactRoleText } from '../text.nl.ts'
import { paths } from './paths.ts'

export type ShownAttachment = { id: string; name: string; kind: string; size: number }
export type ShownSupplement = { id: string; at: Date; byName: string | null; text: string }

export type IdentityViewProps = {
  requestId: string
  identity: Identity
  attachments: readonly ShownAttachment[]
  supplements: readonly ShownSupplement[]
  now: Date
  /** Where the BSN is shown by itself; left out when it may not be. */
  bsnHref?: string
}

/** What opened by taking the request: who it is, how to reach them, the question to the letter, and the files. */
export function IdentityView(props: IdentityViewProps) {
  const { identity, requestId, attachments, supplements, now } = props
  return (
    <>
      <SummaryList rows={personLines(props)} />
      <Heading level={3}>De hele vraag</Heading>
      <Text kind="typed">{identity.question || 'Er is geen toelichting gegeven.'}</Text>
      {identity.contacts.length > 0 && <Contacts contacts={identity.contacts} />}
      <Requester identity={identity} />
      <Particulars identity={identity} />
      <Heading level={3}>Bijlagen</Heading>
      {attachments.length === 0 ? <Text>Er zijn geen bijlagen.</Text> : <Files {...{ requestId, attachments }} />}
      {supplements.length > 0 && <Heading level={3}>Aanvullingen</Heading>}
      {supplements.map((supplement) => (
        <div key={supplement.id}>
          <Text kind="small">{[formatMoment(supplement.at, now), supplement.byName].filter(Boolean).join(', ')}</Text>
          <Text kind="typed">{supplement.text}</Text>
        </div>
      ))}
    </>
  )
}

export function nameOf({ givenName, familyName }: Pick<Identity, 'givenName' | 'familyName'>): string {
  return [givenName, familyName].filter(Boolean).join(' ')
}

function personLines({ identity, now, bsnHref }: IdentityViewProps) {
  const today = localDateOf(now)
  const street = identity.street ? `${identity.street} ${identity.houseNumber}` : `huisnummer ${identity.houseNumber}`
  return [
    { label: 'Naam', value: nameOf(identity) },
    { label: 'Geboren', value: `${formatDate(identity.birthDate)} (${ageOn(identity.birthDate, today)} jaar)` },
    {
      label: 'Adres',
      value: [street, [formatPostcode(identity.postcode), identity.place].filter(Boolean).join(' ')].join(', '),
    },
    ...(identity.careAddress ? [{ label: 'Zorg op ander adres', value: identity.careAddress }] : []),
    { label: 'Telefoon', value: identity.phone ? <Phone phone={identity.phone} /> : 'Niet opgegeven' },
    ...(identity.email
      ? [{ label: 'E-mail', value: <Link href={`mailto:${identity.email}`}>{identity.email}</Link> }]
      : []),
    { label: 'Burgerservicenummer', value: <Bsn identity={identity} href={bsnHref} /> },
  ]
}

function Bsn({ identity, href }: { identity: Identity; href?: string }) {
  if (!identity.hasBsn) return 'Niet opgegeven'
  return href ? <Link href={href}>Toon het nummer</Link> : 'Bekend'
}

function Phone({ phone }: { phone: string }) {
  return (
    <Link href={`tel:${phone}`} icon="phone">
      {formatPhone(phone)}
    </Link>
  )
}

function Contacts({ contacts }: { contacts: readonly ContactPerson[] }) {
  return (
    <>
      <Heading level={3}>Contactpersonen</Heading>
      <SummaryList
        rows={contacts.map(({ name, phone, relation, role }) => ({
          label: capital([role && contactRoleText[role], relation].filter(Boolean).join(', ') || 'contactpersoon'),
          value: (
            <>
              {name} {phone && <Phone phone={phone} />}
            </>
          ),
        }))}
      />
    </>
  )
}

function Requester({ identity: { requester } }: { identity: Identity }) {
  const { name, phone, email, reachable, relation } = requester
  if (!name && !phone && !email) return null
  return (
    <>
      <Heading level={3}>Aanvrager</Heading>
      <SummaryList
        rows={[
          ...(name ? [{ label: 'Naam', value: [name, relation].filter(Boolean).join(', ') }] : []),
          ...(phone ? [{ label: 'Telefoon', value: <Phone phone={phone} /> }] : []),
          ...(email ? [{ label: 'E-mail', value: <Link href={`mailto:${email}`}>{email}</Link> }] : []),
          ...(reachable ? [{ label: 'Bereikbaar', value: reachable }] : []),
        ]}
      />
    </>
  )
}

function Particulars({ identity }: { identity: Identity }) {
  return describeParticulars(toParticulars(identity.particulars)).map(({ title, rows }) => (
    <div key={title}>
      <Heading level={3}>{title}</Heading>
      <SummaryList rows={rows} />
    </div>
  ))
}

function Files({ requestId, attachments }: { requestId: string; attachments: readonly ShownAttachment[] }) {
  return (
    <ul className="list">
      {attachments.map(({ id, name, kind, size }) => (
        <li key={id}>
          <Link href={paths.attachment(requestId, id)} icon="paperclip" download>
            {name}
          </Link>{' '}
          ({[(attachmentKindText as Record<string, string>)[kind] ?? kind, sizeWords(size)].join(', ')})
        </li>
      ))}
    </ul>
  )
}

function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
