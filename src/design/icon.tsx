import { type IconName, icons } from './icons.ts'

/** A drawing beside a word, never instead of one: it is hidden from assistive technology. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {icons[name].split('|').map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  )
}
