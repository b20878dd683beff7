import type { ReactNode } from 'react'

export type PortraitProps = {
  name: string
  /** What this person does, under the name. */
  about: ReactNode
  /** A picture; without one the first letter of the name stands in the door. */
  src?: string
}

/** A person one can meet: a face in a doorway, with the name beside it. */
export function Portrait({ name, about, src }: PortraitProps) {
  return (
    <div className="portrait">
      {src === undefined ? (
        <span className="portrait__door" aria-hidden="true">
          {[...name][0]?.toLocaleUpperCase('nl')}
        </span>
      ) : (
        <img className="portrait__door" src={src} alt="" width="72" height="84" loading="lazy" decoding="async" />
      )}
      <span className="portrait__words">
        <span className="portrait__name">{name}</span>
        <span className="portrait__about">{about}</span>
      </span>
    </div>
  )
}
