import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

export type StatusKind = 'neutral' | 'info' | 'good' | 'attention' | 'urgent'

export type StatusTagProps = { kind: StatusKind; label: ReactNode }

const signs: Record<StatusKind, IconName | undefined> = {
  neutral: undefined,
  info: 'clock',
  good: 'check',
  attention: 'alert-triangle',
  urgent: 'alarm',
}

/** Where something stands: a word in a frame, with a sign for what asks for the eye. */
export function StatusTag({ kind, label }: StatusTagProps) {
  const icon = signs[kind]
  return (
    <span className={`tag tag--${kind}`}>
      {icon ? <Icon name={icon} /> : <span className="tag__dot" aria-hidden="true" />}
      <span>{label}</span>
    </span>
  )
}
