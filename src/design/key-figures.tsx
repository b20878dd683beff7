import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type KeyFiguresProps = {
  items: ReadonlyArray<{
    label: string
    value: ReactNode
    note?: ReactNode
    href?: string
    mark?: 'attention' | 'urgent'
  }>
}

/** The few numbers that tell how it stands. */
export function KeyFigures({ items }: KeyFiguresProps) {
  return (
    <dl className="figures">
      {items.map((item) => (
        <div className={classes('figures__item', item.mark && `figures__item--${item.mark}`)} key={item.label}>
          <dt>{item.href === undefined ? item.label : <a href={item.href}>{item.label}</a>}</dt>
          <dd className="figures__value">{item.value}</dd>
          {item.note !== undefined && <dd className="figures__note">{item.note}</dd>}
        </div>
      ))}
    </dl>
  )
}
