import type { ReactNode } from 'react'
import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  List,
  Notice,
  PostForm,
  Screen,
  SummaryList,
  Text,
  TextField,
} from '#design/index.ts'
import { formatDate, formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import { amountWords, careWords, daypartWords, personWords, stateText } from '#modules/requests/index.ts'
import type { Invited, Shown } from '../../invited/looking.ts'
import { invitedPaths } from './paths.ts'

type CodePageProps = { link: string; invited: Invited; error?: string }

/** Before the code: for whom the link is and until when; nothing about the request. */
export function CodePage({ link, invited, error }: CodePageProps) {
  const errors: FieldErrors = error ? { code: error } : {}
  return (
    <Screen title="Meekijken" width="form" error={error !== undefined}>
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={invited.regionName}>
        Meekijken met een zorgvraag
      </Heading>
      <Text kind="lead">
        {invited.name}, u bent uitgenodigd om mee te denken. Vul de code in die u aan de telefoon kreeg.
      </Text>
      <PostForm action={invitedPaths.invitation(link)}>
        <TextField
          name="code"
          label="Code van zes cijfers"
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
          maxLength={9}
          error={error}
        />
        <Button>Kijk mee</Button>
      </PostForm>
      <Text kind="small">De link werkt tot en met {formatDate(invited.untilOn)}.</Text>
    </Screen>
  )
}

/** What the invitation names, and nothing else. */
export function LookingPage({ shown, now }: { shown: Shown; now: Date }) {
  const { care, progress, takers, client } = shown
  return (
    <Screen title="Meekijken" width="reading">
      <Heading level={1} caption={`Zorgvraag ${formatRequestNumber(shown.number)}`}>
        U kijkt mee op uitnodiging van {shown.invitedBy}
      </Heading>
      <Notice kind="info" title="Wat er van u wordt gevraagd">
        <Text>{shown.role}</Text>
      </Notice>
      {client && (
        <Part title="Cliënt">
          <SummaryList
            rows={[
              { label: 'Naam', value: [client.givenName, client.familyName].filter(Boolean).join(' ') },
              {
                label: 'Adres',
                value: [[client.street, client.houseNumber].filter(Boolean).join(' '), client.place]
                  .filter(Boolean)
                  .join(', '),
              },
              ...(client.phone ? [{ label: 'Telefoon', value: <Phone phone={client.phone} /> }] : []),
            ]}
          />
        </Part>
      )}
      {care && (
        <Part title="De zorg">
          <SummaryList
            rows={[
              { label: 'Zorg', value: careWords(care) },
              { label: 'Dagdelen', value: daypartWords(care) },
              ...(amountWords(care) ? [{ label: 'Hoeveel', value: amountWords(care) }] : []),
              { label: 'Start', value: care.startOn ? formatDate(care.startOn) : 'zo snel mogelijk' },
              { label: 'Cliënt', value: `${personWords(care)}, postcode ${care.pc4}` },
            ]}
          />
        </Part>
      )}
      {progress && (
        <Part title="Hoe het ermee staat">
          <SummaryList
            rows={[
              { label: 'Stand', value: capital(stateText[progress.state]) },
              ...(progress.holder ? [{ label: 'Nu aan zet', value: progress.holder }] : []),
              ...(progress.holderPhone ? [{ label: 'Telefoon', value: <Phone phone={progress.holderPhone} /> }] : []),
              ...(progress.actBy ? [{ label: 'Vóór', value: formatMoment(new Date(progress.actBy), now) }] : []),
              ...(progress.startedOn ? [{ label: 'Gestart op', value: formatDate(progress.startedOn) }] : []),
            ]}
          />
        </Part>
      )}
      {takers && (
        <Part title="Wie geeft de zorg">
          {takers.length === 0 ? (
            <Text>Er is nog geen organisatie.</Text>
          ) : (
            <List
              items={takers.map(({ name, phone }) => ({
                key: name,
                content: (
                  <>
                    {name} {phone && <Phone phone={phone} />}
                  </>
                ),
              }))}
            />
          )}
        </Part>
      )}
      <Text kind="small">
        U kunt meekijken tot en met {formatDate(shown.untilOn)}. Elke keer dat u kijkt, schrijven wij dat op. Vragen?
        Bel {shown.invitedBy}
        {shown.invitedByPhone && (
          <>
            {' '}
            via <Phone phone={shown.invitedByPhone} />
          </>
        )}
        .
      </Text>
    </Screen>
  )
}

/** The link ended, was taken back, or is not whole; which of these is not told. */
export function NoInvitationPage() {
  return (
    <Screen title="Deze link werkt niet" width="form">
      <Heading level={1}>Deze link werkt niet</Heading>
      <Text kind="lead">
        Misschien is de link niet helemaal overgenomen, is de uitnodiging ingetrokken, of is de tijd voorbij.
      </Text>
      <Text>Bel wie u uitnodigde. Die kan u opnieuw uitnodigen.</Text>
    </Screen>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Heading level={2}>{title}</Heading>
      {children}
    </section>
  )
}

const Phone = ({ phone }: { phone: string }) => <Link href={`tel:${phone}`}>{formatPhone(phone)}</Link>
