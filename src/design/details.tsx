import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

type DetailsProps = { summary: ReactNode; open?: boolean; icon?: IconName; children: ReactNode }

/** Help beside a question, for who wants it: opens without script. */
export function Details({ summary, open, icon = 'help-circle', children }: DetailsProps) {
  return (
    <details className="details" open={open}>
      <summary className="details__summary">
        <Icon name={icon} />
        {summary}
      </summary>
      <div className="details__body">{children}</div>
    </details>
  )
}
