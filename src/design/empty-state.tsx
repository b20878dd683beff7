import type { ReactNode } from 'react'
import type { HeadingLevel } from './heading.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

export type EmptyStateProps = {
  title: ReactNode
  level?: Exclude<HeadingLevel, 1>
  icon?: IconName
  /** Why it is empty, and what fills it. */
  children?: ReactNode
  action?: ReactNode
}

export function EmptyState({ title, level = 2, icon = 'inbox', children, action }: EmptyStateProps) {
  const Tag = `h${level}` as const
  return (
    <div className="empty">
      <span className="empty__sign">
        <Icon name={icon} />
      </span>
      <Tag className="empty__title">{title}</Tag>
      {children !== undefined && <div className="empty__words">{children}</div>}
      {action}
    </div>
  )
}
