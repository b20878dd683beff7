import { useContext } from 'react'
import { classes } from './classes.ts'
import { FrameWordsContext } from './frame-words.ts'
import { Icon } from './icon.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export type StepIndicatorProps = {
  /** A step with an address can be gone back to. */
  steps: ReadonlyArray<{ label: string; href?: string }>
  /** Which step this is, counted from 1 as on the screen. */
  current: number
  /** Names the steps, where a page shows more than one row of them. */
  label?: string
}

/** Where you are and the way back to earlier answers. */
export function StepIndicator({ steps, current, label }: StepIndicatorProps) {
  const words = useContext(FrameWordsContext).steps
  return (
    <nav className="steps" aria-label={label ?? words.label}>
      <p className="steps__count">{words.at(current, steps.length)}</p>
      <ol className="steps__list">
        {steps.map((step, position) => {
          const number = position + 1
          const state = number < current ? 'done' : number === current ? 'current' : 'coming'
          const face = (
            <>
              <span className="steps__number" aria-hidden="true">
                {state === 'done' ? <Icon name="check" /> : number}
              </span>
              <span className="steps__label">
                {step.label}
                {state === 'done' && <VisuallyHidden> ({words.done})</VisuallyHidden>}
              </span>
            </>
          )
          return (
            <li
              key={step.label}
              className={classes('steps__step', `steps__step--${state}`)}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              {step.href !== undefined && state !== 'current' ? (
                <a className="steps__face" href={step.href}>
                  {face}
                </a>
              ) : (
                <span className="steps__face">{face}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
