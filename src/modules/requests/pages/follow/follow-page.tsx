import {
  Button,
  DateField,
  ErrorSummary,
  Heading,
  Link,
  LinkButton,
  Notice,
  PostForm,
  Screen,
  Stack,
  Tabs,
  Text,
  TextField,
} from '#design/index.ts'
import { formatTime } from '#kernel/dates.ts'
import { formatRequestNumber, speakRequestNumber } from '#kernel/request-number.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import type { Desk } from '../../desk.ts'
import type { Requested, RequestedDetails } from '../../requested.ts'
import { isOpen } from '../../rules/life.ts'
import { type ReferralPeriod, referralPeriods } from '../../rules/referral.ts'
import { AttachmentList } from '../attachment-list.tsx'
import { DeskPhone } from '../desk-phone.tsx'
import { stateSentence } from '../history-words.nl.ts'
import { PassedOnNotice } from '../passed-on.tsx'
import { paths } from '../paths.ts'
import { History, HolderRows, PartRows, SentDetails, Supplements, WhoLooked } from '../sent-request.tsx'
import { typed, typedDate } from '../typed.ts'
import { WhatIsAsked } from '../what-is-asked.tsx'

/** Which link the page was opened with. */
export type LinkParts = { number: string; key: string }

type StandingProps = { link: LinkParts; request: Requested; now: Date }

/** The state in plain words, who is on it with the number to call, by when, and what happened: for whoever has the link. */
function Standing({ request, now }: StandingProps) {
  return (
    <>
      <Heading level={1} caption={`Zorgvraag ${formatRequestNumber(request.number)}`}>
        Hoe staat het met de zorgvraag?
      </Heading>
      <Text kind="lead">{stateSentence(request)}</Text>
      <PassedOnNotice request={request} />
      <HolderRows request={request} now={now} />
      {request.parts && (
        <>
          <Heading level={2}>Wie geeft welk deel?</Heading>
          <PartRows request={request} />
        </>
      )}
      <Text kind="small">
        Belt u? Noem dan dit nummer: {formatRequestNumber(request.number)} ({speakRequestNumber(request.number)}).
      </Text>
      <Heading level={2}>Wat er tot nu toe gebeurde</Heading>
      <History lines={request.history} now={now} />
    </>
  )
}

type StatusPageProps = StandingProps & { values?: FormValues; errors?: FieldErrors; blockedUntil?: Date }

/** Without the second factor: where it stands, and a way in. */
export function StatusPage(props: StatusPageProps) {
  const { link, values = {}, errors = {}, blockedUntil } = props
  return (
    <Screen title="Zorgvraag volgen" width="reading" error={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <Standing {...props} />
      <Heading level={2}>Alles zien, aanvullen of intrekken</Heading>
      {blockedUntil ? (
        <Notice kind="attention" level={3} title="Te vaak een verkeerde datum">
          <Text>U kunt het na {formatTime(blockedUntil)} uur opnieuw proberen. Haast? Bel het nummer hierboven.</Text>
        </Notice>
      ) : (
        <PostForm action={paths.followCheck(link.number, link.key)}>
          <DateField
            name="birthDate"
            legend="Geboortedatum van wie de zorg krijgt"
            hint="Zo weten wij dat u het bent. Wij laten de gegevens een half uur zien."
            value={typedDate(values, 'birthDate')}
            error={errors.birthDate}
          />
          <Button>Laat alles zien</Button>
        </PostForm>
      )}
    </Screen>
  )
}

const doneText: Record<string, string> = {
  aangevuld: 'Uw aanvulling is toegevoegd',
  bestand: 'Het bestand is toegevoegd',
  verbeterd: 'Uw gegevens zijn verbeterd',
  ingetrokken: 'De zorgvraag is ingetrokken',
  gekozen: 'U hebt een organisatie gekozen. Zij neemt contact op.',
  beantwoord: 'Uw antwoord is verstuurd. Het team gaat verder.',
  'nieuwe-link': 'Dit is uw nieuwe link. De oude werkt niet meer',
}

const periodText: Record<ReferralPeriod, string> = {
  week: 'Week',
  month: 'Maand',
  quarter: '3 maanden',
  year: 'Jaar',
  all: 'Alles',
}

type FullPageProps = {
  link: LinkParts
  request: Requested & RequestedDetails
  period: ReferralPeriod
  now: Date
  done?: string
}

/** After the second factor: everything that was asked, who looked, and what can be changed. */
export function FullPage({ link, request, period, now, done }: FullPageProps) {
  const said = done !== undefined && Object.hasOwn(doneText, done) ? doneText[done] : undefined
  const at = paths.follow(link.number, link.key)
  return (
    <Screen title="Zorgvraag volgen" width="reading">
      {said && <Notice kind="good" title={said} />}
      <WhatIsAsked
        request={request}
        questionHref={paths.followQuestion(link.number, link.key)}
        chooseHref={paths.followChoose(link.number, link.key)}
      />
      <Standing link={link} request={request} now={now} />
      {(isOpen(request.state) || request.state === 'started') && (
        <>
          <Heading level={2}>Wat wilt u doen?</Heading>
          <Stack gap="small">
            <LinkButton href={paths.followSupplement(link.number, link.key)} kind="secondary" icon="plus">
              Iets aanvullen
            </LinkButton>
            {isOpen(request.state) && (
              <>
                <LinkButton href={paths.followFiles(link.number, link.key)} kind="secondary" icon="paperclip">
                  Een bestand toevoegen
                </LinkButton>
                <LinkButton href={paths.followCorrect(link.number, link.key)} kind="secondary" icon="pencil">
                  Gegevens verbeteren
                </LinkButton>
                <LinkButton href={paths.followWithdraw(link.number, link.key)} kind="secondary" icon="x">
                  De zorgvraag intrekken
                </LinkButton>
              </>
            )}
          </Stack>
        </>
      )}
      <Heading level={2}>Wat u vroeg</Heading>
      <SentDetails request={request} />
      <Supplements items={request.supplements} now={now} />
      <AttachmentList
        files={request.attachments}
        hrefOf={(id) => paths.followFile(link.number, link.key, id)}
        level={2}
        now={now}
      />
      <Heading level={2}>Wie heeft gekeken?</Heading>
      <Text>
        Elke keer dat iemand uw zorgvraag opent, schrijven wij dat op. Zonder namen: wel de organisatie en de functie.
      </Text>
      <Tabs
        label="Periode"
        items={referralPeriods.map((one) => ({
          href: `${at}?periode=${one}`,
          label: periodText[one],
          current: one === period,
        }))}
      />
      <WhoLooked looks={request.looks} now={now} />
      <Heading level={2}>Heeft iemand anders uw link?</Heading>
      <Text>Maak dan een nieuwe link. De oude werkt daarna niet meer. Nieuwe mails krijgen de nieuwe link.</Text>
      <PostForm action={paths.followNewLink(link.number, link.key)}>
        <Button kind="secondary">Maak een nieuwe link</Button>
      </PostForm>
    </Screen>
  )
}

type StartPageProps = { desk: Desk | undefined; values?: FormValues; errors?: FieldErrors }

/** Without a link nothing opens: a number is no key. Says where the link is, and whom to call. */
export function FollowStartPage({ desk, values = {}, errors = {} }: StartPageProps) {
  return (
    <Screen title="Zorgvraag volgen" width="form" error={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>Zorgvraag volgen</Heading>
      <Text kind="lead">
        U volgt een zorgvraag met de link die u kreeg toen u hem verstuurde. De link staat ook in elke mail van ons.
      </Text>
      <PostForm action={paths.followStart()}>
        <TextField
          name="link"
          label="Plak hier de hele link"
          hint="De link begint met het adres van deze website en bevat het woord ‘volg’."
          autoComplete="off"
          spellCheck={false}
          value={typed(values.link)}
          error={errors.link}
        />
        <Button>Open de zorgvraag</Button>
      </PostForm>
      <Notice kind="info" title="Link kwijt?">
        <Text>
          Met alleen het nummer kunnen wij niets laten zien. Zo kan niemand anders meekijken.
          {desk && (
            <>
              {' '}
              Bel <DeskPhone desk={desk} /> en noem het nummer.
            </>
          )}{' '}
          Nog geen zorg gevraagd? <Link href={paths.ask()}>Vraag hier zorg aan</Link>.
        </Text>
      </Notice>
    </Screen>
  )
}

/** The link ended, was taken back or is not whole; which of these is not told. */
export function NoSuchLinkPage({ desk }: { desk: Desk | undefined }) {
  return (
    <Screen title="Deze link werkt niet" width="form">
      <Heading level={1}>Deze link werkt niet</Heading>
      <Text kind="lead">
        Misschien is de link niet helemaal overgenomen, is er een nieuwe link gemaakt, of is de zorgvraag langer dan 60
        dagen geleden afgesloten.
      </Text>
      <Text>Kijk in de laatste mail van ons. Daarin staat de nieuwste link.</Text>
      {desk && (
        <Text>
          Of bel <DeskPhone desk={desk} />.
        </Text>
      )}
    </Screen>
  )
}
