import {
  Actions,
  Button,
  Heading,
  HiddenField,
  Link,
  List,
  Notice,
  PostForm,
  Screen,
  Stack,
  Text,
} from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import type { Provider } from '#modules/organizations/index.ts'
import type { Desk } from '../../desk.ts'
import { useLanguage } from '../../languages/index.ts'
import { DeskPhone, UrgentNotice } from '../desk-phone.tsx'
import { paths } from '../paths.ts'
import { Sentence } from '../sentence.tsx'

type StartPageProps = {
  desk: Desk | undefined
  /** Chosen beforehand, in the directory. */
  preferred?: Provider
  /** What was chosen is no organisation here. */
  isUnknown?: boolean
  /** The region agreed that clients do not ask by the website. */
  isClosed?: boolean
}

const callbackIn = (language: Language) => (words: string) => <Link href={paths.callback(language)}>{words}</Link>

/** This region takes requests by phone and from professionals: who comes here is told so at once, with the number. */
function ClosedPage({ desk }: { desk: Desk | undefined }) {
  const { language, words } = useLanguage()
  const { begin } = words
  return (
    <Screen title={begin.title} width="form">
      <Heading level={1}>{begin.title}</Heading>
      <Text kind="lead">{begin.closed}</Text>
      {desk && (
        <Text>
          <Sentence text={begin.call} parts={{ desk: <DeskPhone desk={desk} /> }} />
        </Text>
      )}
      <Text>
        <Sentence text={begin.orCallBack} parts={{ callback: callbackIn(language) }} />
      </Text>
      <UrgentNotice />
    </Screen>
  )
}

/** Before the first question: what it takes, and the other ways to ask. */
export function StartPage({ desk, preferred, isUnknown, isClosed }: StartPageProps) {
  const { language, words } = useLanguage()
  const { begin } = words
  if (isClosed) return <ClosedPage desk={desk} />
  return (
    <Screen title={begin.title} width="form">
      <Heading level={1}>{begin.title}</Heading>
      <Text kind="lead">{begin.lead}</Text>
      {preferred && (
        <Notice kind="info" title={begin.preferred(preferred.name)}>
          <Text>
            <Sentence
              text={begin.preferredHelp}
              parts={{ name: preferred.name, ask: (link) => <Link href={paths.ask(language)}>{link}</Link> }}
            />
          </Text>
        </Notice>
      )}
      {isUnknown && (
        <Notice kind="info" title={begin.unknown}>
          <Text>{begin.unknownHelp}</Text>
        </Notice>
      )}
      <PostForm action={paths.ask(language)}>
        {preferred && <HiddenField name="voorkeur" value={preferred.slug} />}
        <Actions>
          <Button>{begin.begin}</Button>
        </Actions>
      </PostForm>
      <UrgentNotice />
      <Heading level={2} size={3}>
        {begin.handyTitle}
      </Heading>
      <List items={begin.handy.map((content) => ({ key: content, content }))} />
      <Heading level={2} size={3}>
        {begin.rather}
      </Heading>
      <Stack gap="small">
        <Text>
          <Sentence text={begin.callBack} parts={{ callback: callbackIn(language) }} />
        </Text>
        {desk && (
          <Text>
            <Sentence text={begin.callYourself} parts={{ desk: <DeskPhone desk={desk} /> }} />
          </Text>
        )}
        <Text>
          <Sentence
            text={begin.print}
            parts={{ print: (link) => <Link href={paths.askPrint(language)}>{link}</Link> }}
          />
        </Text>
      </Stack>
      <Text kind="soft">{begin.otherHelp}</Text>
    </Screen>
  )
}

/** The draft is not there any more, or its address was not copied whole. */
export function DraftGonePage() {
  const { language, words } = useLanguage()
  const { gone } = words
  return (
    <Screen title={gone.title} width="form">
      <Heading level={1}>{gone.title}</Heading>
      <Text>{gone.text}</Text>
      <PostForm action={paths.ask(language)}>
        <Actions>
          <Button>{gone.begin}</Button>
        </Actions>
      </PostForm>
      <Text>
        <Sentence text={gone.orCallBack} parts={{ callback: callbackIn(language) }} />
      </Text>
    </Screen>
  )
}
