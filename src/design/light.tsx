import type { ReactNode } from 'react'

export type LightValue = 'green' | 'amber' | 'red' | 'unknown'

export type LightProps = {
  value: LightValue
  /** The word, always shown: a light is never only a colour. */
  label: ReactNode
}

/** Shapes that differ in outline, not only in colour: circle, triangle, square, ring. Drawn in a box of 16 by 16. */
export const lightShapes: Record<LightValue, ReactNode> = {
  green: <circle cx="8" cy="8" r="6" />,
  amber: <path d="M8 1.5 15 14H1z" />,
  red: <rect x="2.25" y="2.25" width="11.5" height="11.5" rx="1" />,
  unknown: <circle className="light__ring" cx="8" cy="8" r="5" />,
}

export function Light({ value, label }: LightProps) {
  return (
    <span className={`light light--${value}`}>
      <svg className="light__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {lightShapes[value]}
      </svg>
      <span>{label}</span>
    </span>
  )
}
