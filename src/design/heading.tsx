import type { ReactNode } from 'react'

export type HeadingLevel = 1 | 2 | 3 | 4

export type HeadingProps = {
  level: HeadingLevel
  /** How big it looks, where that differs from its place in the outline. */
  size?: HeadingLevel
  id?: string
  /** A short line above the words: the section or the number this page belongs to. */
  caption?: ReactNode
  children: ReactNode
}

export function Heading({ level, size = level, id, caption, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag className={`heading heading--${size}`} id={id}>
      {caption !== undefined && <span className="heading__caption">{caption} </span>}
      {children}
    </Tag>
  )
}
