import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type TextProps = {
  /** `lead` opens a page, `soft` steps back, `small` is for what few need to read, `typed` keeps the lines somebody typed. */
  kind?: 'lead' | 'soft' | 'small' | 'typed'
  children: ReactNode
}

export function Text({ kind, children }: TextProps) {
  return <p className={classes('text', kind && `text--${kind}`)}>{children}</p>
}
