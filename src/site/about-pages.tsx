import { Heading, Link, List, Text } from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import { PublicPage, wordsOf } from '#modules/directory/index.ts'
import { paths as requestPaths } from '#modules/requests/pages/paths.ts'
import { sitePaths } from './paths.ts'
import { version } from './version.ts'

type Props = { language: Language; origin: string }

export function PrivacyPage({ language, origin }: Props) {
  const { privacy } = wordsOf(language)
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={privacy.title}
      description={privacy.lead}
      address={sitePaths.privacy}
    >
      <Heading level={1}>{privacy.heading}</Heading>
      <Text>{privacy.lead}</Text>
      <List items={privacy.points.map((content) => ({ key: content, content }))} />
      <Text>{privacy.rights}</Text>
    </PublicPage>
  )
}

export function AccessibilityPage({ language, origin }: Props) {
  const { accessibility } = wordsOf(language)
  const [sentence, callBack] = accessibility.help
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={accessibility.title}
      description={accessibility.what}
      address={sitePaths.accessibility}
    >
      <Heading level={1}>{accessibility.heading}</Heading>
      <Text>{accessibility.what}</Text>
      <Text>
        {accessibility.notYet} {sentence} <Link href={requestPaths.callback(language)}>{callBack}</Link>.
      </Text>
    </PublicPage>
  )
}

export function AboutPage({ language, origin }: Props) {
  const { about } = wordsOf(language)
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={about.title}
      description={about.what}
      address={sitePaths.about}
    >
      <Heading level={1}>{about.title}</Heading>
      <Text>{about.what}</Text>
      <Text>{about.openSource(version)}</Text>
    </PublicPage>
  )
}
