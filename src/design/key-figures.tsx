import type { ReactNode } from 'react'

export type KeyFiguresProps = {
  items: ReadonlyArray<{ label: string; value: ReactNode; note?: ReactNode; href?: string }>
}

/** The few numbers that tell how it stands. */
export function KeyFigures({ items }: KeyFiguresProps) {
  return (
    <dl className="figures">
      {items.map((item) => (
        <div className="figures__item" key={item.label}>
          <dt>{item.href === undefined ? item.label : <a href={item.href}>{item.label}</a>}</dt>
          <dd className="figures__value">{item.value}</dd>
          {item.note !== undefined && <dd className="figures__note">{item.note}</dd>}
        </div>
      ))}
    </dl>
  )
}
