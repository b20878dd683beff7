import type { ReactNode } from 'react'
import type { HeadingLevel } from './heading.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type NoticeKind = 'info' | 'good' | 'attention' | 'error'

export type NoticeProps = {
  kind: NoticeKind
  title: ReactNode
  level?: Exclude<HeadingLevel, 1>
  children?: ReactNode
}

const signs: Record<NoticeKind, { icon: IconName; word: string }> = {
  info: { icon: 'info-circle', word: 'Informatie: ' },
  good: { icon: 'circle-check', word: 'Gelukt: ' },
  attention: { icon: 'alert-triangle', word: 'Let op: ' },
  error: { icon: 'alert-circle', word: 'Fout: ' },
}

export function Notice({ kind, title, level = 2, children }: NoticeProps) {
  const Tag = `h${level}` as const
  const { icon, word } = signs[kind]
  return (
    <div className={`notice notice--${kind}`}>
      <Icon name={icon} />
      <div className="notice__words">
        <Tag className="notice__title">
          <VisuallyHidden>{word}</VisuallyHidden>
          {title}
        </Tag>
        {children}
      </div>
    </div>
  )
}
