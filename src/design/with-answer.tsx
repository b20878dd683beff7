import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/**
 * A question of which an answer may need more: the question first, then what belongs to its answers. Only what belongs to the
 * chosen answer is in sight, without a script; a browser that cannot do that, and paper, show all of it.
 */
export function WithAnswer({ question, children }: { question: ReactNode; children: ReactNode }) {
  return (
    <div className="with-answer">
      <div className="with-answer__question">{question}</div>
      {children}
    </div>
  )
}

/** What belongs to one answer, by its place among the options, counted from 1 to 6. */
export function OfAnswer({ place, children }: { place: number; children: ReactNode }) {
  return <div className={classes('with-answer__more', `with-answer__more--${place}`)}>{children}</div>
}
