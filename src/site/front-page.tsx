import { Card, Columns, Heading, Hero, Link, LinkButton, List, Notice, Stack, Text } from '#design/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/actor.ts'
import type { Language } from '#kernel/languages.ts'
import { formatPhone } from '#kernel/phone.ts'
import { PublicPage, SearchForm, wordsOf } from '#modules/directory/index.ts'
import { paths as directoryPaths } from '#modules/directory/pages/paths.ts'
import { paths as requestPaths } from '#modules/requests/pages/paths.ts'
import type { Desk } from './desk.ts'

type FrontPageProps = {
  language: Language
  origin: string
  region: string
  desk: Desk | undefined
  actor: Actor
  practice: boolean
}

/** The front door: ask once, by form or by phone, or first see who works in the neighbourhood. */
export function FrontPage({ language, origin, region, desk, actor, practice }: FrontPageProps) {
  const { front } = wordsOf(language)
  const [practiceSentence, practiceLink, practiceRest] = front.practiceHelp
  const [urgentCall, urgentRest] = front.urgentHelp
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={front.pageTitle}
      description={front.lead}
      address={directoryPaths.front}
      width="wide"
    >
      <Hero>
        <Heading level={1}>{front.title}</Heading>
        <Text kind="lead">{front.lead}</Text>
        <LinkButton href={requestPaths.ask(language)}>{front.ask}</LinkButton>
      </Hero>
      {practice && (
        <Notice kind="info" title={front.practice}>
          <Text>
            {practiceSentence} <Link href="/oefenen">{practiceLink}</Link> {practiceRest}
          </Text>
        </Notice>
      )}
      <Card title={front.findTitle}>
        <Stack>
          <Text>{front.findLead}</Text>
          <SearchForm language={language} short />
        </Stack>
      </Card>
      <Columns>
        <Card title={front.howTitle}>
          <List ordered items={front.how.map((content) => ({ key: content, content }))} />
        </Card>
        <Card title={front.callTitle}>
          <Stack>
            {desk && (
              <Text>
                <Link href={`tel:${desk.phone}`}>{formatPhone(desk.phone)}</Link>
                <br />
                <span lang="nl">
                  {desk.name}, {desk.phoneHours}
                </span>
              </Text>
            )}
            <Text>
              <Link href={requestPaths.callback(language)}>{front.callBack}</Link> {front.or}{' '}
              <Link href={requestPaths.askPrint(language)}>{front.print}</Link>.
            </Text>
          </Stack>
        </Card>
        <Card title={front.professionals}>
          <ProfessionalLinks actor={actor} region={region} language={language} />
        </Card>
      </Columns>
      <Notice kind="attention" title={front.urgent}>
        <Text>
          {urgentCall} <Link href="tel:112">112</Link>. {urgentRest}
        </Text>
      </Notice>
    </PublicPage>
  )
}

/** For who is signed in, and so reads Dutch: the way to their work. */
function ProfessionalLinks({ actor, region, language }: Pick<FrontPageProps, 'actor' | 'region' | 'language'>) {
  if (may(actor, 'requests.refer')) {
    return (
      <p className="text" lang="nl">
        <Link href="/verwijzen">Verwijs een cliënt</Link> of bekijk <Link href="/verwijzingen">uw verwijzingen</Link>.
      </p>
    )
  }
  if (may(actor, 'requests.list')) {
    return (
      <p className="text" lang="nl">
        Naar de <Link href="/zorgvragen">zorgvragen van uw team</Link>.
      </p>
    )
  }
  const [who, signIn, rest] = wordsOf(language).front.professionalsHelp(region)
  return (
    <Text>
      {who} <Link href="/inloggen">{signIn}</Link> {rest}
    </Text>
  )
}
