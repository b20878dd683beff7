import { Link, Notice, Text } from '#design/index.ts'
import { inLanguage } from '#kernel/languages.ts'
import { formatRequestNumber, speakRequestNumber } from '#kernel/request-number.ts'
import { useLanguage } from '../languages/index.ts'
import type { Requested } from '../requested.ts'
import { Sentence } from './sentence.tsx'

/** It goes on in another region: under which number, and the way there; `more` for who can do something with it. */
export function PassedOnNotice({ request: { passedOn }, more }: { request: Requested; more?: string }) {
  const { language, words } = useLanguage()
  if (!passedOn) return null
  const { regionName, number, href } = passedOn
  const spoken = speakRequestNumber(number, language)
  return (
    <Notice kind="info" title={words.follow.passedOn(regionName)}>
      <Text>{words.follow.passedOnHelp}</Text>
      <Text>
        <Sentence
          text={words.follow.passedOnNumber(formatRequestNumber(number), spoken)}
          parts={{ number: (shown) => <strong>{shown}</strong> }}
        />
      </Text>
      {more && <Text>{more}</Text>}
      {href && (
        <Text>
          <Link href={there(href)}>{words.follow.passedOnFollow(regionName)}</Link>
        </Text>
      )}
    </Notice>
  )

  function there(address: string): string {
    const { origin, pathname } = new URL(address)
    return origin + inLanguage(pathname, language)
  }
}
