import { type ReactNode, useContext } from 'react'
import { classes } from './classes.ts'
import { FrameWordsContext } from './frame-words.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type SummaryListProps = {
  rows: ReadonlyArray<{
    label: ReactNode
    value: ReactNode
    /** `what` is said after 'Wijzig': 'uw naam'. */
    change?: { href: string; what: string }
    key?: string
  }>
}

/** What is known, line by line, with a way to change it. */
export function SummaryList({ rows }: SummaryListProps) {
  const words = useContext(FrameWordsContext)
  return (
    <dl className={classes('summary', rows.some((row) => row.change) && 'summary--changeable')}>
      {rows.map((row, position) => (
        <div className="summary__row" key={row.key ?? position}>
          <dt>{row.label}</dt>
          <dd className="summary__value">{row.value}</dd>
          {row.change && (
            <dd className="summary__change">
              <a className="link" href={row.change.href}>
                {words.change}
                <VisuallyHidden> {row.change.what}</VisuallyHidden>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
