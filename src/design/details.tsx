import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Help beside a question, for who wants it: opens without script. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="details" open={open}>
      <summary className="details__summary">
        <Icon name="help-circle" />
        {summary}
      </summary>
      <div className="details__body">{children}</div>
    </details>
  )
}
