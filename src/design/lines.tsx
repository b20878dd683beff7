import type { ReactNode } from 'react'

/** What stands in a cell of a dense table: the words that count, and below them, softer, what explains them. */
export function Lines({ first, then = [] }: { first: ReactNode; then?: ReadonlyArray<string | undefined> }) {
  return (
    <span className="lines">
      <span className="lines__first">{first}</span>
      {then
        .filter((line) => line)
        .map((line) => (
          <span className="lines__then" key={line}>
            {line}
          </span>
        ))}
    </span>
  )
}
