import type { AreaPlot, Point } from './plots/areas.ts'

/** `own` is what the page is about, `other` belongs to another, `double` to two or more, `missing` to none. */
export type AreaState = 'own' | 'other' | 'double' | 'missing'

export type AreaMapProps = {
  title: string
  /** One sentence: what the picture shows. The page says the same in words beside it. */
  description: string
  plot: AreaPlot
  /** By the key of the area: how it is, and the words that are read out and shown beside the mouse. */
  areas: ReadonlyMap<string, { state: AreaState; words: string; changes?: boolean }>
  id: string
}

/** What stands in an area beside its colour, for who does not see colours. */
const signs: Record<AreaState, string> = { own: '●', other: '', double: '2×', missing: '!' }

/** Which area belongs to whom, with thick lines where one ends and another begins. */
export function AreaMap({ title, description, plot, areas, id }: AreaMapProps) {
  return (
    <figure className="area-map">
      <svg
        className="map"
        viewBox={`0 0 ${plot.width} ${plot.height}`}
        role="img"
        aria-labelledby={`${id}-titel`}
        aria-describedby={`${id}-uitleg`}
      >
        <title id={`${id}-titel`}>{title}</title>
        <desc id={`${id}-uitleg`}>{description}</desc>
        {plot.areas.map((area) => {
          const { state, words, changes } = areas.get(area.key) ?? { state: 'missing' as const, words: area.key }
          const [x, y] = area.middle
          const labelled = area.room >= 20
          return (
            <g key={area.key} className={`area-map__area area-map__area--${state}`}>
              <title>{words}</title>
              <path className="area-map__ground" d={shapeOf(area.corners)} />
              <text className="area-map__sign" x={x} y={labelled ? y - 2 : y + 6} textAnchor="middle">
                {signs[state]}
              </text>
              {labelled && (
                <text className="area-map__label" x={x} y={y + 15} textAnchor="middle">
                  {area.key}
                </text>
              )}
              {changes && <path className="area-map__change" d={shapeOf(area.corners)} />}
            </g>
          )
        })}
        <path className="map__border" d={linesOf(plot.borders)} />
        <path className="map__outline" d={linesOf(plot.outline)} />
      </svg>
    </figure>
  )
}

export type AreaLegendProps = { items: ReadonlyArray<{ state: AreaState; label: string }>; changes?: string }

/** What the colours and signs of an `AreaMap` mean. */
export function AreaLegend({ items, changes }: AreaLegendProps) {
  return (
    <ul className="area-legend">
      {items.map(({ state, label }) => (
        <li key={state} className="area-legend__item">
          <span className={`area-legend__box area-map__area--${state}`} aria-hidden="true">
            {signs[state]}
          </span>
          {label}
        </li>
      ))}
      {changes && (
        <li className="area-legend__item">
          <span className="area-legend__box area-legend__box--change" aria-hidden="true" />
          {changes}
        </li>
      )}
    </ul>
  )
}

function shapeOf(corners: readonly Point[]): string {
  return `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z`
}

function linesOf(lines: AreaPlot['borders']): string {
  return lines.map(([[x1, y1], [x2, y2]]) => `M${x1} ${y1}L${x2} ${y2}`).join('')
}
