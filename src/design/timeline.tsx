import type { ReactNode } from 'react'

export type TimelineProps = {
  items: ReadonlyArray<{
    /** The moment in words: 'vandaag 14:00'. */
    at: string
    /** The same moment for machines, ISO 8601. */
    dateTime?: string
    title: ReactNode
    /** Stands out: what is now, or what waits. */
    current?: boolean
    children?: ReactNode
    key?: string
  }>
}

export function Timeline({ items }: TimelineProps) {
  return (
    <ol className="timeline">
      {items.map((item, position) => (
        <li className="timeline__item" key={item.key ?? position} aria-current={item.current ? 'step' : undefined}>
          <time className="timeline__at" dateTime={item.dateTime}>
            {item.at}
          </time>
          <div className="timeline__title">{item.title}</div>
          {item.children !== undefined && <div className="timeline__body">{item.children}</div>}
        </li>
      ))}
    </ol>
  )
}
