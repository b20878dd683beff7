import { classes } from './classes.ts'
import { type LightValue, lightShapes } from './light.tsx'
import type { Area, AreaPlot, Point } from './plots/areas.ts'

export type MapArea = {
  light: LightValue
  /** What is read out and shown beside the mouse: the place and how it stands, in words. */
  words: string
  href?: string
  /** A number in the shape, where it fits: how many have room. */
  count?: number
  /** How many of those that come here have room: of a green area the shade. The words say it too. */
  share?: MapShare
}

/** At most a third, at most two thirds, more. */
export type MapShare = 'few' | 'some' | 'most'

export type RegionMapProps = {
  title: string
  /** One sentence: what the picture shows. */
  description: string
  plot: AreaPlot
  areas: ReadonlyMap<string, MapArea>
  /** The key of the area the page is about. */
  current?: string
  id: string
}

/**
 * The region as a map: each area in the colour of its light, with its shape in it and its words with it. The links have no
 * place in the order of the keyboard: the table beside the map has the same ones, and a hundred stops are no way through.
 */
export function RegionMap({ title, description, plot, areas, current, id }: RegionMapProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture of links has no element of its own; a fieldset is for forms
    <svg
      className="map"
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      role="group"
      aria-labelledby={`${id}-titel`}
      aria-describedby={`${id}-uitleg`}
    >
      <title id={`${id}-titel`}>{title}</title>
      <desc id={`${id}-uitleg`}>{description}</desc>
      {plot.areas.map((area) => (
        <AreaOfMap key={area.key} area={area} known={areas.get(area.key)} id={`${id}-${area.key}`} />
      ))}
      <path className="map__border" d={linesOf(plot.borders)} />
      <path className="map__outline" d={linesOf(plot.outline)} />
      {plot.areas
        .filter(({ key }) => key === current)
        .map((area) => (
          <path key={area.key} className="map__current" d={shapeOf(area.corners)} />
        ))}
    </svg>
  )
}

/**
 * One area by itself, for a live page that sends only what changed. It is a picture in the picture: a browser that is sent a
 * part of a picture without the `svg` around it does not know that it is one.
 */
export function AreaOfMap({ area, known, id }: { area: Area; known: MapArea | undefined; id: string }) {
  const { light, words, href, count, share }: MapArea = known ?? { light: 'unknown', words: area.key }
  const shape = Math.min(count === undefined ? 26 : 34, Math.max(10, area.room * 1.1))
  const counted = count !== undefined && shape >= (count < 10 ? 18 : 24)
  const [x, y] = area.middle
  // The number under the shape, where both have room.
  const labelled = area.room >= 26
  const top = labelled ? y - shape / 2 - 8 : y - shape / 2
  const content = (
    <>
      <title>{words}</title>
      <path className="map__ground" d={shapeOf(area.corners)} />
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: a shape within the area, whose words are its title */}
      <svg className="map__shape" x={x - shape / 2} y={top} width={shape} height={shape} viewBox="0 0 16 16">
        {lightShapes[light]}
      </svg>
      {counted && (
        <text className="map__count" x={x} y={top + shape / 2} textAnchor="middle" dominantBaseline="central">
          {count}
        </text>
      )}
      {labelled && (
        <text className="map__label" x={x} y={top + shape + 13} textAnchor="middle">
          {area.key}
        </text>
      )}
    </>
  )
  const className = classes('map__area', `map__area--${light}`, share && `map__area--${share}`)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: only holds the area, which has one
    <svg id={id} className="map__place">
      {href === undefined ? (
        // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is no control
        <g className={className} role="img" aria-label={words}>
          {content}
        </g>
      ) : (
        <a className={className} href={href} tabIndex={-1} aria-label={words}>
          {content}
        </a>
      )}
    </svg>
  )
}

/** What the shades of green on the map mean, in words beside each. */
export function ShareLegend({
  label,
  items,
}: {
  label: string
  items: ReadonlyArray<{ share: MapShare; word: string }>
}) {
  return (
    <ul className="legend" aria-label={label}>
      {items.map(({ share, word }) => (
        <li key={share} className="legend__share">
          <svg className={`legend__shade map__area--green map__area--${share}`} viewBox="0 0 16 16" aria-hidden="true">
            <rect className="map__ground" width="16" height="16" />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  )
}

function shapeOf(corners: readonly Point[]): string {
  return `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z`
}

function linesOf(lines: AreaPlot['borders']): string {
  return lines.map(([[x1, y1], [x2, y2]]) => `M${x1} ${y1}L${x2} ${y2}`).join('')
}
