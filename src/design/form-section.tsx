import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type FormSectionProps = {
  title: ReactNode
  /** What is in it, in a few words: enough to know that it can stay closed. */
  about?: ReactNode
  /** Opens by itself where something was filled in or has to be mended. */
  open?: boolean
  children: ReactNode
}

/** Questions that few need, folded away under their title: a long form stays short. Opens without script. */
export function FormSection({ title, about, open, children }: FormSectionProps) {
  return (
    <details className="form-section" open={open}>
      <summary className="form-section__summary">
        <Icon name="chevron-down" />
        <span>
          <span className="form-section__title">{title}</span>
          {about !== undefined && <span className="form-section__about">{about}</span>}
        </span>
      </summary>
      <div className="form-section__body">{children}</div>
    </details>
  )
}
