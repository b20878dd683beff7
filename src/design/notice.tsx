import { type ReactNode, useContext } from 'react'
import { FrameWordsContext } from './frame-words.ts'
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

const icons: Record<NoticeKind, IconName> = {
  info: 'info-circle',
  good: 'circle-check',
  attention: 'alert-triangle',
  error: 'alert-circle',
}

export function Notice({ kind, title, level = 2, children }: NoticeProps) {
  const Tag = `h${level}` as const
  const { signs } = useContext(FrameWordsContext)
  return (
    <div className={`notice notice--${kind}`}>
      <Icon name={icons[kind]} />
      <div className="notice__words">
        <Tag className="notice__title">
          <VisuallyHidden>{signs[kind]}: </VisuallyHidden>
          {title}
        </Tag>
        {children}
      </div>
    </div>
  )
}
