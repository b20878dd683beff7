import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Street } from './street.tsx'

type StackProps = {
  gap?: 'small' | 'medium' | 'large'
  /** For a live page, which replaces it. */
  id?: string
  children: ReactNode
}

/** Things under one another, at one distance. */
export function Stack({ gap = 'medium', id, children }: StackProps) {
  return (
    <div className={`stack stack--${gap}`} id={id}>
      {children}
    </div>
  )
}

/** Things beside one another where there is room: `equal` cards, or a `main` column with an aside. */
export function Columns({ kind = 'equal', children }: { kind?: 'equal' | 'main-aside'; children: ReactNode }) {
  return <div className={`columns columns--${kind}`}>{children}</div>
}

/** What can be done next, in a row: the first one is the likely one. */
export function Actions({ align = 'start', children }: { align?: 'start' | 'between'; children: ReactNode }) {
  return <div className={classes('actions', align === 'between' && 'actions--between')}>{children}</div>
}

/** The top of the front page: what this is and the one thing most people come for, beside a street with one lit door. */
export function Hero({ children }: { children: ReactNode }) {
  return (
    <div className="hero">
      <div className="hero__words">{children}</div>
      <Street />
    </div>
  )
}

/** The top of a professional page: its heading on the left, what can be done on the right. */
export function PageHeading({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="page-heading">
      <div className="page-heading__words">{children}</div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}

/** Separate sentences that belong together: bullets, or numbers where order matters. */
export function List({ ordered, items }: { ordered?: boolean; items: Array<{ key: string; content: ReactNode }> }) {
  const Tag = ordered ? 'ol' : 'ul'
  return (
    <Tag className="list">
      {items.map(({ key, content }) => (
        <li key={key}>{content}</li>
      ))}
    </Tag>
  )
}
