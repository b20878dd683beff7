import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export type PaginationProps = {
  /** What is leafed through, for who listens: 'Werklijst'. */
  label: string
  previous?: string
  next?: string
  /** Numbered pages; left out where a list has no count. */
  pages?: ReadonlyArray<{ number: number; href: string; current?: boolean }>
  /** '51 tot en met 100 van 230' */
  summary?: ReactNode
}

export function Pagination({ label, previous, next, pages = [], summary }: PaginationProps) {
  return (
    <nav className="pagination" aria-label={`Bladeren: ${label}`}>
      {summary && <p className="pagination__summary">{summary}</p>}
      <ul className="pagination__list">
        {previous && (
          <li>
            <a className="pagination__step" href={previous} rel="prev">
              <Icon name="chevron-left" />
              Vorige
            </a>
          </li>
        )}
        {pages.map((page) => (
          <li key={page.number}>
            <a className="pagination__page" href={page.href} aria-current={page.current ? 'page' : undefined}>
              <VisuallyHidden>Bladzijde </VisuallyHidden>
              {page.number}
            </a>
          </li>
        ))}
        {next && (
          <li>
            <a className="pagination__step" href={next} rel="next">
              Volgende
              <Icon name="chevron-right" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
