import { Link, Notice, Text } from '#design/index.ts'
import { formatRequestNumber, speakRequestNumber } from '#kernel/request-number.ts'
import type { Requested } from '../requested.ts'

const words = {
  nl: {
    title: (region: string) => `Uw zorgvraag ligt nu bij ${region}`,
    number: 'Het nummer daar is',
    follow: (region: string) => `Volg de zorgvraag bij ${region}`,
    gone: 'Die regio zoekt nu een organisatie. Hier gebeurt er niets meer mee.',
  },
  en: {
    title: (region: string) => `Your request is now with ${region}`,
    number: 'The number there is',
    follow: (region: string) => `Follow the request at ${region}`,
    gone: 'That region is now looking for an organisation. Nothing more happens here.',
  },
}

/** It goes on in another region: under which number, and the way there. */
export function PassedOnNotice({ request, language = 'nl' }: { request: Requested; language?: keyof typeof words }) {
  const { passedOn } = request
  if (!passedOn) return null
  const { title, number, follow, gone } = words[language]
  return (
    <Notice kind="info" title={title(passedOn.regionName)}>
      <Text>{gone}</Text>
      <Text>
        {number} <strong>{formatRequestNumber(passedOn.number)}</strong> ({speakRequestNumber(passedOn.number)}).
      </Text>
      {passedOn.href && (
        <Text>
          <Link href={passedOn.href}>{follow(passedOn.regionName)}</Link>
        </Text>
      )}
    </Notice>
  )
}
