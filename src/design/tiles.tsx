import { Children, type ReactNode } from 'react'

/** Cards of one kind, two or three beside one another where there is room, of equal height in a row. */
export function Tiles({ children }: { children: ReactNode }) {
  return (
    <ul className="tiles">
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  )
}
