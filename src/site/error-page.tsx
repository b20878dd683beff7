import { Heading, Link, Screen, Text } from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import { wordsOf } from '#modules/directory/index.ts'
import { paths as directoryPaths } from '#modules/directory/pages/paths.ts'

type Props = { status: number; number: string; signedIn: boolean; language: Language }

/** Says in plain words what is wrong and what one can do; the number is found in the log. */
export function ErrorPage({ status, number, signedIn, language }: Props) {
  const { errors, errorPage } = wordsOf(language)
  const known = Object.hasOwn(errors, status) ? errors[status as keyof typeof errors] : undefined
  const { title, text } = known ?? (status < 500 ? errors[400] : errors.ours)
  return (
    // The same address in another language may have no page to look at.
    <Screen title={title} width="reading" density={signedIn ? 'professional' : 'public'} translations={undefined}>
      <Heading level={1}>{title}</Heading>
      <Text>{text}</Text>
      {status >= 500 && (
        <Text>
          {errorPage.number} <strong>{number}</strong>
        </Text>
      )}
      <Text>
        <Link href={directoryPaths.front(language)}>{errorPage.home}</Link>
      </Text>
    </Screen>
  )
}
