import type { ReactNode } from 'react'
import {
  Button,
  Card,
  Columns,
  DateField,
  ErrorSummary,
  FormSection,
  Heading,
  Link,
  Notice,
  optionsOf,
  PageHeading,
  PostForm,
  Radios,
  Screen,
  Stack,
  Tabs,
  Text,
  TextArea,
} from '#design/index.ts'
import { formatRequestNumber, speakRequestNumber } from '#kernel/request-number.ts'
import { inSentence } from '#kernel/sentence.ts'
import type { Reason } from '#modules/regions/index.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import type { Requested, RequestedDetails } from '../../requested.ts'
import { isOpen } from '../../rules/life.ts'
import { type ReferralPeriod, referralPeriods } from '../../rules/referral.ts'
import { startCertaintyText } from '../../text.nl.ts'
import { AttachmentList } from '../attachment-list.tsx'
import { stateSentence } from '../history-words.nl.ts'
import { PassedOnNotice } from '../passed-on.tsx'
import { paths } from '../paths.ts'
import { SentDetails } from '../sent-details.tsx'
import { History, HolderRows, PartRows, Supplements, WhoLooked } from '../sent-request.tsx'
import { WhatIsAsked } from '../what-is-asked.tsx'
import { WithdrawFields } from '../withdraw-fields.tsx'
import { date, type FormState, isTouched, one } from './form-fields.ts'
import { AttachmentFields } from './home-fields.tsx'
import { StateTag } from './referral-list-page.tsx'

export type ReferralPageProps = {
  referral: Requested & RequestedDetails
  reasons: readonly Reason[]
  period: ReferralPeriod
  now: Date
  /** What was just done, to say so. */
  done?: string
  values?: FormValues
  errors?: FieldErrors
}

const doneText: Record<string, { title: string; more: string }> = {
  verstuurd: {
    title: 'De zorgvraag is verstuurd',
    more: 'U ziet hieronder wie ermee bezig is en wanneer er antwoord is. U krijgt een mail zodra er een organisatie is, of als wij u iets vragen.',
  },
  datum: { title: 'De nieuwe datum is opgeslagen', more: 'Wie ermee bezig is, ziet het meteen.' },
  aangevuld: { title: 'De aanvulling is toegevoegd', more: 'Wie ermee bezig is, ziet het meteen.' },
  bijlagen: { title: 'De bijlagen zijn toegevoegd', more: 'Wie de zorg aanneemt, kan ze openen.' },
  wens: { title: 'De wens is aangepast', more: 'Deze organisatie kan nu ook worden gevraagd.' },
  gekozen: { title: 'De organisatie is gekozen', more: 'Zij ziet nu om wie het gaat en neemt contact op.' },
  beantwoord: { title: 'Het antwoord is verstuurd', more: 'Het team gaat verder en de klok loopt weer.' },
  ingetrokken: { title: 'De zorgvraag is ingetrokken', more: 'Niemand gaat er nog mee verder.' },
}

/** One referral: where it stands and whom to call on top, then what can be done, then all that was sent. */
export function ReferralPage(props: ReferralPageProps) {
  const { referral, now, errors = {} } = props
  const { familyName, givenName } = referral.identity
  const said = props.done !== undefined && Object.hasOwn(doneText, props.done) ? doneText[props.done] : undefined
  return (
    <Screen
      title={`Verwijzing ${formatRequestNumber(referral.number)}`}
      width="wide"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: paths.referrals, label: 'Mijn verwijzingen' }}
    >
      <ErrorSummary errors={errors} />
      {said && (
        <Notice kind="good" title={said.title}>
          <Text>{said.more}</Text>
        </Notice>
      )}
      <PageHeading actions={<StateTag state={referral.state} />}>
        <Heading level={1} caption={`Nummer ${formatRequestNumber(referral.number)}`}>
          {[givenName, familyName].filter(Boolean).join(' ')}
        </Heading>
        <Text kind="lead">{stateSentence(referral, now)}</Text>
      </PageHeading>
      <Columns kind="main-aside">
        <Stack gap="large">
          <WhatIsAsked
            request={referral}
            questionHref={paths.referralQuestion(referral.id)}
            chooseHref={paths.referralChoose(referral.id)}
          />
          <PassedOnNotice
            request={referral}
            more={referral.passedOn?.onOwnList ? 'Daar staat hij ook bij uw eigen verwijzingen.' : undefined}
          />
          <Card title="Wie is aan zet">
            <HolderRows request={referral} now={now} />
            <Text kind="small">Aan de telefoon: {speakRequestNumber(referral.number)}.</Text>
          </Card>
          {referral.parts && (
            <Card title="Wie geeft welk deel?">
              <PartRows request={referral} />
            </Card>
          )}
          <ChangeCard {...props} />
          <Card title="Wat u stuurde">
            {referral.card.questionWithheld && (
              <Notice kind="info" level={3} title="Het team ziet de zorgvraag zonder namen en nummers">
                <Text>Wat persoonlijk is, houden wij achter tot de zorg is aangenomen.</Text>
              </Notice>
            )}
            <SentDetails request={referral} />
            <Supplements items={referral.supplements} now={now} />
            <AttachmentList files={referral.attachments} hrefOf={(id) => paths.attachment(referral.id, id)} now={now} />
          </Card>
        </Stack>
        <Stack gap="large">
          <Card title="Wat er gebeurde">
            <History lines={referral.history} now={now} />
          </Card>
          <LooksCard {...props} />
        </Stack>
      </Columns>
    </Screen>
  )
}

/** What can still be done, each in its own form; the date first, because dates move most. */
function ChangeCard({ referral, reasons, values = {}, errors = {} }: ReferralPageProps) {
  const state: FormState = { values: { ...currentDates(referral), ...values }, errors }
  if (!isOpen(referral.state) && referral.state !== 'started') return null
  const open = isOpen(referral.state)
  return (
    <Card title="Wijzigen of aanvullen">
      {open && <DateForm referral={referral} state={state} />}
      <FormSection title="Aanvullen" about="Iets wat het team nog moet weten" open={errors.text !== undefined}>
        <PostForm action={paths.referralSupplement(referral.id)}>
          <TextArea
            {...one({ values, errors }, 'text')}
            label="Aanvulling"
            hint="Alleen te zien voor wie de zorg aanneemt."
            rows={4}
          />
          <Button kind="secondary">Voeg toe</Button>
        </PostForm>
      </FormSection>
      {open && (
        <>
          <FormSection
            title="Bijlagen toevoegen"
            about="Pdf, jpeg, png of platte tekst, hoogstens 10 MB"
            open={errors.files !== undefined}
          >
            <PostForm action={paths.referralAttachments(referral.id)} multipart>
              <AttachmentFields error={errors.files} />
              <Button kind="secondary" icon="upload">
                Voeg bijlagen toe
              </Button>
            </PostForm>
          </FormSection>
          {referral.card.unwantedOrganizations.length > 0 && (
            <Text>
              De cliënt wil liever niet van {inSentence(referral.card.unwantedOrganizations, 'of')}.{' '}
              <Link href={paths.referralUnwanted(referral.id)}>Mag het toch?</Link>
            </Text>
          )}
          <FormSection
            title="Intrekken"
            about="De zorg is niet meer nodig"
            open={isTouched({ values, errors }, ['reason', 'reasonText'])}
          >
            <PostForm action={paths.referralWithdraw(referral.id)}>
              <WithdrawFields reasons={reasons} state={{ values, errors }} />
              <Button kind="danger">Trek de zorgvraag in</Button>
            </PostForm>
          </FormSection>
        </>
      )}
    </Card>
  )
}

/** Two clicks: the day, and 'bewaar'. */
function DateForm({ referral, state }: { referral: Requested; state: FormState }) {
  const admitted =
    referral.dischargeOn !== null || referral.source === 'hospital' || referral.source === 'rehabilitation'
  return (
    <PostForm action={paths.referralDate(referral.id)}>
      <Columns>
        {admitted && <DateField {...date(state, 'dischargeOn')} legend="Ontslagdatum" optional />}
        <DateField
          {...date(state, 'startOn')}
          legend="Start van de zorg"
          hint={admitted ? 'Leeg: op de ontslagdatum.' : undefined}
          optional={admitted}
        />
        <Radios
          {...one(state, 'certainty')}
          legend="Hoe zeker is de datum?"
          options={optionsOf(['certain', 'expected', 'unknown'] as const, startCertaintyText)}
          inline
          required={false}
        />
      </Columns>
      <Button>Bewaar de datum</Button>
    </PostForm>
  )
}

/** The dates as they stand, for the boxes; an own start date shows only where it differs from the discharge. */
function currentDates({ dischargeOn, startOn, startCertainty }: Requested): FormValues {
  return {
    ...inBoxes('dischargeOn', dischargeOn),
    ...inBoxes('startOn', startOn === dischargeOn ? null : startOn),
    certainty: startCertainty,
  }
}

function inBoxes(name: string, day: string | null): FormValues {
  if (!day) return {}
  return {
    [`${name}-day`]: String(Number(day.slice(8))),
    [`${name}-month`]: String(Number(day.slice(5, 7))),
    [`${name}-year`]: day.slice(0, 4),
  }
}

const periodText: Record<ReferralPeriod, string> = {
  week: 'Week',
  month: 'Maand',
  quarter: '3 maanden',
  year: 'Jaar',
  all: 'Alles',
}

function LooksCard({ referral, period, now }: ReferralPageProps): ReactNode {
  return (
    <Card title="Wie keek of wijzigde">
      <Tabs
        label="Periode"
        items={referralPeriods.map((one) => ({
          href: `${paths.referral(referral.id)}?periode=${one}`,
          label: periodText[one],
          current: one === period,
        }))}
      />
      <WhoLooked looks={referral.looks} now={now} />
    </Card>
  )
}
