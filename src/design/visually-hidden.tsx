import type { ReactNode } from 'react'

/** Words for who listens. The class keeps the box inside its parent, so that it never widens a scrolling page. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}
