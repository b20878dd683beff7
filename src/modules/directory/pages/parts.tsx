import {
  Actions,
  Card,
  Heading,
  Link,
  LinkButton,
  List,
  Notice,
  Portrait,
  Stack,
  SummaryList,
  Text,
} from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import { formatPhone } from '#kernel/phone.ts'
import { paths as organizationPaths } from '#modules/organizations/pages/paths.ts'
import type { ContactPerson, NeighbourhoodTeam } from '../finding.ts'
import { wordsOf } from '../languages/index.ts'
import type { Desk, OtherHelp } from '../store.ts'
import { paths } from './paths.ts'

/** Words that somebody wrote in Dutch, on a page in another language. */
export function InDutch({ language, children }: { language: Language; children: string }) {
  return language === 'nl' ? children : <span lang="nl">{children}</span>
}

export function PhoneLink({ phone }: { phone: string }) {
  return <Link href={`tel:${phone}`}>{formatPhone(phone)}</Link>
}

/** Who they are and how to reach them: faces first. */
export function TeamFace({ team, language }: { team: NeighbourhoodTeam; language: Language }) {
  const { neighbourhood: words } = wordsOf(language)
  return (
    <Stack>
      <Text>
        <InDutch language={language}>{team.description}</InDutch>
      </Text>
      {team.people.length > 0 && (
        <>
          <Heading level={4}>{words.people}</Heading>
          <ul className="faces">
            {team.people.map((person) => (
              <li key={person.id}>
                <Portrait
                  name={person.firstName}
                  about={aboutOf(person, language)}
                  src={person.photo ? organizationPaths.photo(person.id, person.photo) : undefined}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Stack gap="small">
        <LinkButton href={`tel:${team.phone}`} icon="phone" kind="secondary">
          {words.call(formatPhone(team.phone))}
        </LinkButton>
        <Text kind="soft">
          <InDutch language={language}>{team.phoneHours}</InDutch>
        </Text>
      </Stack>
    </Stack>
  )
}

function aboutOf({ jobTitle, organization }: ContactPerson, language: Language) {
  return <InDutch language={language}>{organization === null ? jobTitle : `${jobTitle}, ${organization}`}</InDutch>
}

/** How to ask, what happens then and what it costs: the same on every page that leads to asking. */
export function Asking({ language, desk }: { language: Language; desk: Desk | undefined }) {
  const { asking: words, askingExplained: explained } = wordsOf(language)
  return (
    <>
      <Card title={words.title}>
        <Stack>
          <List ordered items={words.steps.map((content) => ({ key: content, content }))} />
          <Actions>
            <LinkButton href={paths.ask(language)}>{words.ask}</LinkButton>
          </Actions>
          <Text>
            <Link href={paths.askingExplained(language)}>{explained.link}</Link>
          </Text>
          <Text>
            {words.orCall} {desk && <PhoneLink phone={desk.phone} />}
            {desk && (
              <>
                {' '}
                (<InDutch language={language}>{`${desk.name}, ${desk.phoneHours}`}</InDutch>)
              </>
            )}
            {desk && '. '}
            <Link href={paths.callBack(language)}>{words.callBack}</Link>.
          </Text>
        </Stack>
      </Card>
      <Card title={words.cost}>
        <List items={words.costs.map((content) => ({ key: content, content }))} />
      </Card>
    </>
  )
}

export function Urgent({ language }: { language: Language }) {
  const { asking: words } = wordsOf(language)
  return (
    <Notice kind="attention" title={words.urgent}>
      <Text>{words.urgentHelp}</Text>
    </Notice>
  )
}

/** Who else helps: the municipality, the general practitioner and so on, each explained. */
export function OtherHelpList({ help, language }: { help: readonly OtherHelp[]; language: Language }) {
  const { otherHelp } = wordsOf(language)
  return (
    <SummaryList
      rows={help.map(({ kind, name, phone, website, hours }) => ({
        key: kind,
        label: otherHelp[kind].name,
        value: (
          <Stack gap="small">
            <Text>{otherHelp[kind].explanation}</Text>
            <Text>
              <strong>
                <InDutch language={language}>{name}</InDutch>
              </strong>
              {phone && (
                <>
                  {' · '}
                  <PhoneLink phone={phone} />
                </>
              )}
              {hours && (
                <>
                  {' · '}
                  <InDutch language={language}>{hours}</InDutch>
                </>
              )}
              {website && (
                <>
                  {' · '}
                  <Link href={website} external>
                    {new URL(website).host.replace(/^www\./, '')}
                  </Link>
                </>
              )}
            </Text>
          </Stack>
        ),
      }))}
    />
  )
}

/** To pass the page on: by mail, on paper, or by its address. */
export function Share({ language, title, url }: { language: Language; title: string; url: string }) {
  const { share: words } = wordsOf(language)
  const mail = `mailto:?subject=${encodeURIComponent(words.subject(title))}&body=${encodeURIComponent(url)}`
  return (
    <section>
      <Heading level={2} size={3}>
        {words.title}
      </Heading>
      <Stack gap="small">
        <Text>
          <Link href={mail} icon="mail">
            {words.mail}
          </Link>
        </Text>
        <Text>
          {words.address} <strong className="address">{url}</strong>
        </Text>
        <Text kind="soft">{words.print}</Text>
      </Stack>
    </section>
  )
}
