import type { ReactNode } from 'react'
import { Link } from './link.tsx'

export type LinkListProps = {
  items: ReadonlyArray<{ key: string; href: string; label: ReactNode; note?: ReactNode }>
}

/** Many short links, in as many columns as there is room for: places, names. */
export function LinkList({ items }: LinkListProps) {
  return (
    <ul className="link-list">
      {items.map(({ key, href, label, note }) => (
        <li key={key}>
          <Link href={href}>{label}</Link>
          {note !== undefined && <span className="link-list__note"> {note}</span>}
        </li>
      ))}
    </ul>
  )
}
