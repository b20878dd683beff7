import { Heading, Link, List } from '#design/index.ts'
import { formatDateShort } from '#kernel/dates.ts'
import type { DiscussedLine } from '../../meeting/decisions.ts'
import { decisionText } from '../../meeting/text.nl.ts'
import { meetingPaths } from './paths.ts'

/** What meetings decided about a request, below what happened to it. */
export function Discussed({ lines }: { lines: readonly DiscussedLine[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <Heading level={3}>In het overleg</Heading>
      <List
        items={lines.map((line) => ({
          key: line.id,
          content: (
            <>
              <Link href={meetingPaths.minutes(line.meetingId)}>
                {line.joint ? 'Gezamenlijke bespreking' : line.teamName}, {formatDateShort(line.heldOn)}
              </Link>
              : {decisionText(line)}
            </>
          ),
        }))}
      />
    </>
  )
}
