import { type ReactNode, useContext } from 'react'
import { classes } from './classes.ts'
import { dataAttributes } from './data-attributes.ts'
import { FrameWordsContext } from './frame-words.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type LinkProps = {
  href: string
  /** `strong` is a link that is the next step; `quiet` is one of many. */
  kind?: 'strong' | 'quiet'
  icon?: IconName
  /** Said after the words for who hears them without their surroundings: 'Wijzig' + 'uw naam'. */
  what?: string
  /** Leads out of the product: says so, and sends no referrer. */
  external?: boolean
  download?: boolean
  current?: boolean
  children: ReactNode
}

export function Link({ href, kind, icon, what, external, download, current, children, ...rest }: LinkProps) {
  const { otherWebsite } = useContext(FrameWordsContext)
  return (
    <a
      className={classes('link', kind && `link--${kind}`)}
      href={href}
      rel={external ? 'external noreferrer' : undefined}
      download={download || undefined}
      aria-current={current ? 'page' : undefined}
      {...dataAttributes(rest)}
    >
      {icon && (
        <span className="link__icon">
          <Icon name={icon} />
        </span>
      )}
      {children}
      {what && <VisuallyHidden> {what}</VisuallyHidden>}
      {external && (
        <>
          {' '}
          <Icon name="external-link" />
          <VisuallyHidden> ({otherWebsite})</VisuallyHidden>
        </>
      )}
    </a>
  )
}

/** The way back, above the page: `back` of `Page` places it. */
export function BackLink({ href, label, name }: { href: string; label: string; name?: string }) {
  const { back } = useContext(FrameWordsContext)
  return (
    <nav aria-label={name ?? back}>
      <a className="back-link" href={href}>
        <Icon name="arrow-left" />
        {label}
      </a>
    </nav>
  )
}
