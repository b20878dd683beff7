import { Card, Link, List } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import type { Call } from '../../desk/calls.ts'
import { deskPaths } from './paths.ts'

/** What was said on the phone about a request, for who works at the desk that took the calls. */
export function CallsCard({ calls, now }: { calls: readonly Call[]; now: Date }) {
  if (calls.length === 0) return null
  return (
    <Card title="Gesprekken">
      <List
        items={calls.map(({ id, callerName, takenAt }) => ({
          key: id,
          content: (
            <Link href={deskPaths.call(id)}>
              {callerName}, {formatMoment(takenAt, now)}
            </Link>
          ),
        }))}
      />
    </Card>
  )
}
