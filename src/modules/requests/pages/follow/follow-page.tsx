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
import type { Language } from '#kernel/languages.ts'
import { formatRequestNumber, speakRequestNumber } from '#kernel/request-number.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import type { Desk } from '../../desk.ts'
import { useLanguage } from '../../languages/index.ts'
import type { Requested, RequestedDetails } from '../../requested.ts'
import { isOpen } from '../../rules/life.ts'
import { type ReferralPeriod, referralPeriods } from '../../rules/referral.ts'
import { AttachmentList } from '../attachment-list.tsx'
import { DeskPhone } from '../desk-phone.tsx'
import { PassedOnNotice } from '../passed-on.tsx'
import { paths } from '../paths.ts'
import { SentDetails } from '../sent-details.tsx'
import { History, HolderRows, PartRows, Supplements, WhoLooked } from '../sent-request.tsx'
import { Sentence } from '../sentence.tsx'
import { WhatIsAsked } from '../what-is-asked.tsx'
import { InsurerNotice } from './insurer-notice.tsx'

/** Which link the page was opened with. */
export type LinkParts = { number: string; key: string; language: Language }

type StandingProps = { link: LinkParts; request: Requested; now: Date }

/** The state in plain words, who is on it with the number to call, by when, and what happened: for whoever has the link. */
function Standing({ request, now }: StandingProps) {
  const { language, words } = useLanguage()
  const { follow } = words
  const number = formatRequestNumber(request.number)
  return (
    <>
      <Heading level={1} caption={follow.request(number)}>
        {follow.heading}
      </Heading>
      <Text kind="lead">{follow.state(request, now)}</Text>
      <PassedOnNotice request={request} />
      <HolderRows request={request} now={now} />
      {request.parts && (
        <>
          <Heading level={2}>{follow.whichPart}</Heading>
          <PartRows request={request} />
        </>
      )}
      <Text kind="small">{follow.say(number, speakRequestNumber(request.number, language))}</Text>
      <Heading level={2}>{follow.happened}</Heading>
      <History lines={request.history} now={now} />
    </>
  )
}

type StatusPageProps = StandingProps & { values?: FormValues; errors?: FieldErrors; blockedUntil?: Date }

/** Without the second factor: where it stands, and a way in. */
export function StatusPage(props: StatusPageProps) {
  const { link, values, errors = {}, blockedUntil } = props
  const { words, dates } = useLanguage()
  const { follow } = words
  const { date, wrong } = fieldsOf(values, errors)
  return (
    <Screen title={follow.title} width="reading" error={wrong}>
      <ErrorSummary errors={errors} />
      <Standing {...props} />
      <Heading level={2}>{isOpen(props.request.state) ? follow.seeAll : follow.seeAllAfter}</Heading>
      {blockedUntil ? (
        <Notice kind="attention" level={3} title={follow.tooOften}>
          <Text>{follow.tryAgainAfter(dates.time(blockedUntil))}</Text>
        </Notice>
      ) : (
        <PostForm action={paths.followCheck(link.number, link.key, link.language)}>
          <DateField {...date('birthDate')} legend={follow.birthDate} hint={follow.birthDateHint} />
          <Button>{follow.showAll}</Button>
        </PostForm>
      )}
    </Screen>
  )
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
  const { number, key, language } = link
  const { follow } = useLanguage().words
  const doneText: Readonly<Record<string, string>> = follow.done
  const said = done !== undefined && Object.hasOwn(doneText, done) ? doneText[done] : undefined
  const at = paths.follow(number, key, language)
  return (
    <Screen title={follow.title} width="reading">
      {said && <Notice kind="good" title={said} />}
      <WhatIsAsked
        request={request}
        questionHref={paths.followQuestion(number, key, language)}
        chooseHref={paths.followChoose(number, key, language)}
      />
      {request.mayLetInsurerHelp && <InsurerNotice href={paths.followInsurer(number, key, language)} />}
      <Standing link={link} request={request} now={now} />
      {(isOpen(request.state) || request.state === 'started') && (
        <WhatToDo
          link={link}
          isOpenStill={isOpen(request.state)}
          hasUnwanted={request.card.unwantedOrganizations.length > 0}
        />
      )}
      <Heading level={2}>{follow.asked}</Heading>
      <SentDetails request={request} />
      <Supplements items={request.supplements} now={now} />
      <AttachmentList
        files={request.attachments}
        hrefOf={(id) => paths.followFile(number, key, id, language)}
        level={2}
        now={now}
      />
      <Heading level={2}>{follow.whoLooked}</Heading>
      <Text>{follow.whoLookedHelp}</Text>
      <Tabs
        label={follow.period}
        items={referralPeriods.map((one) => ({
          href: `${at}?periode=${one}`,
          label: follow.periods[one],
          current: one === period,
        }))}
      />
      <WhoLooked looks={request.looks} now={now} />
      <Heading level={2}>{follow.otherHasLink}</Heading>
      <Text>{follow.otherHasLinkHelp}</Text>
      <PostForm action={paths.followNewLink(number, key, language)}>
        <Button kind="secondary">{follow.newLink}</Button>
      </PostForm>
    </Screen>
  )
}

type WhatToDoProps = { link: LinkParts; isOpenStill: boolean; hasUnwanted: boolean }

function WhatToDo({ link: { number, key, language }, isOpenStill, hasUnwanted }: WhatToDoProps) {
  const { follow, unwanted } = useLanguage().words
  return (
    <>
      <Heading level={2}>{follow.what}</Heading>
      <Stack gap="small">
        <LinkButton href={paths.followSupplement(number, key, language)} kind="secondary" icon="plus">
          {follow.add}
        </LinkButton>
        {isOpenStill && (
          <>
            <LinkButton href={paths.followFiles(number, key, language)} kind="secondary" icon="paperclip">
              {follow.addFile}
            </LinkButton>
            <LinkButton href={paths.followCorrect(number, key, language)} kind="secondary" icon="pencil">
              {follow.correct}
            </LinkButton>
            {hasUnwanted && (
              <LinkButton href={paths.followUnwanted(number, key, language)} kind="secondary" icon="heart-handshake">
                {unwanted.link}
              </LinkButton>
            )}
            <LinkButton href={paths.followWithdraw(number, key, language)} kind="secondary" icon="x">
              {follow.withdraw}
            </LinkButton>
          </>
        )}
      </Stack>
    </>
  )
}

type StartPageProps = { desk: Desk | undefined; values?: FormValues; errors?: FieldErrors }

/** Without a link nothing opens: a number is no key. Says where the link is, and whom to call. */
export function FollowStartPage({ desk, values, errors = {} }: StartPageProps) {
  const { language, words } = useLanguage()
  const { follow, followStart } = words
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen title={follow.title} width="form" error={wrong}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{follow.title}</Heading>
      <Text kind="lead">{followStart.lead}</Text>
      <PostForm action={paths.followStart(language)}>
        <TextField
          {...one('link')}
          label={followStart.link}
          hint={followStart.linkHint}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>{followStart.open}</Button>
      </PostForm>
      <Notice kind="info" title={followStart.lost}>
        <Text>
          {followStart.lostHelp}
          {desk && (
            <>
              {' '}
              <Sentence text={followStart.lostCall} parts={{ desk: <DeskPhone desk={desk} /> }} />
            </>
          )}{' '}
          <Sentence
            text={followStart.notAsked}
            parts={{ ask: (link) => <Link href={paths.ask(language)}>{link}</Link> }}
          />
        </Text>
      </Notice>
    </Screen>
  )
}

/** The link ended, was taken back or is not whole; which of these is not told. */
export function NoSuchLinkPage({ desk }: { desk: Desk | undefined }) {
  const { noSuchLink } = useLanguage().words
  return (
    <Screen title={noSuchLink.title} width="form">
      <Heading level={1}>{noSuchLink.title}</Heading>
      <Text kind="lead">{noSuchLink.lead}</Text>
      <Text>{noSuchLink.text}</Text>
      {desk && (
        <Text>
          <Sentence text={noSuchLink.orCall} parts={{ desk: <DeskPhone desk={desk} /> }} />
        </Text>
      )}
    </Screen>
  )
}
