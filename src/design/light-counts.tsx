import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Light, type LightValue, lightShapes } from './light.tsx'

export type LightCountsProps = {
  items: ReadonlyArray<{
    key: string
    label: ReactNode
    href?: string
    current?: boolean
    /** For each light how many, in the order from most to least, with its word. */
    counts: ReadonlyArray<{ value: LightValue; count: number; word: string }>
  }>
  /** For a live page, which replaces them all. */
  id?: string
  /** For a screen on the wall. */
  size?: 'normal' | 'large'
}

/** How many have room, per part of the day: the number that counts large, all of them as a bar and in words. */
export function LightCounts({ items, id, size = 'normal' }: LightCountsProps) {
  return (
    <ul className={size === 'large' ? 'stands stands--large' : 'stands'} id={id}>
      {items.map(({ key, label, href, current, counts }) => {
        const [first, ...rest] = counts
        return (
          <li className="stands__item" key={key}>
            <p className="stands__label">
              {href === undefined ? (
                label
              ) : (
                <a href={href} aria-current={current ? 'true' : undefined}>
                  {label}
                </a>
              )}
            </p>
            {first && (
              <p className="stands__first">
                <Shape value={first.value} />
                <strong>{first.count}</strong> <span>{first.word}</span>
              </p>
            )}
            <Bar counts={counts} />
            <p className="stands__rest">
              {rest.map(({ value, count, word }) => (
                <span className="stands__part" key={value}>
                  <Shape value={value} /> {count} {word}
                </span>
              ))}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function Shape({ value }: { value: LightValue }) {
  return (
    <svg className={`stands__shape stands__shape--${value}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {lightShapes[value]}
    </svg>
  )
}

function Bar({ counts }: { counts: LightCountsProps['items'][number]['counts'] }) {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  let from = 0
  return (
    <svg className="stands__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {counts.map(({ value, count }) => {
        const x = from
        const width = (count / total) * 100
        from += width
        return <rect key={value} className={`stands__bar--${value}`} x={x} y="0" width={width} height="10" />
      })}
    </svg>
  )
}

/** What the shapes mean, for under a grid or a map. */
export function LightLegend({ items }: { items: ReadonlyArray<{ value: LightValue; word: string }> }) {
  return (
    <ul className="legend">
      {items.map(({ value, word }) => (
        <li key={value}>
          <Light value={value} label={word} />
        </li>
      ))}
    </ul>
  )
}

/** A map with what it says in words beside it, where there is room. */
export function MapBeside({ map, even, children }: { map: ReactNode; even?: boolean; children: ReactNode }) {
  return (
    <div className={classes('map-beside', even && 'map-beside--even')}>
      <div>{map}</div>
      <div>{children}</div>
    </div>
  )
}
