import type { ReactNode } from 'react'
import { Heading } from './heading.tsx'

/** One component of the style page: its name, then its states on a sheet. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sample">
      <Heading level={3}>{name}</Heading>
      <div className="sample__sheet">{children}</div>
    </div>
  )
}
