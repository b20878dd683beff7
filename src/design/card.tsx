import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { dataAttributes } from './data-attributes.ts'
import { Heading, type HeadingLevel } from './heading.tsx'
import { Icon } from './icon.tsx'

export type CardProps = {
  title?: ReactNode
  level?: Exclude<HeadingLevel, 1>
  /** Makes the title a link; the whole card can be tapped. */
  href?: string
  /** Beside the title: a tag, a light, a count. */
  aside?: ReactNode
  /** Buttons below a line. */
  actions?: ReactNode
  /** `plain` has no padding of its own: for a table that fills the card. */
  kind?: 'plain'
  id?: string
  children?: ReactNode
}

export function Card({ title, level = 2, href, aside, actions, kind, id, children, ...rest }: CardProps) {
  return (
    <article
      className={classes('card', kind && `card--${kind}`, href !== undefined && 'card--link')}
      id={id}
      {...dataAttributes(rest)}
    >
      {title !== undefined && (
        <div className="card__top">
          <Heading level={level} size={3}>
            {href === undefined ? title : <a href={href}>{title}</a>}
          </Heading>
          {aside}
          {href !== undefined && aside === undefined && <Icon name="arrow-right" />}
        </div>
      )}
      {children !== undefined && <div className="card__body">{children}</div>}
      {actions && <div className="card__actions actions">{actions}</div>}
    </article>
  )
}
