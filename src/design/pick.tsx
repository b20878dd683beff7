import type { ReactNode } from 'react'

/** Ticks one of many things of a list, each of which tells more than a label could. */
export function Pick({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <label className="pick">
      <input className="choice__input" type="checkbox" name={name} value={value} />
      <span>{children}</span>
    </label>
  )
}
