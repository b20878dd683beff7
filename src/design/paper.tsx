import { classes } from './classes.ts'

export type PaperFieldProps = { label: string; hint?: string; width?: 'short' | 'medium' | 'full'; lines?: number }

/** A question with a line to write on, for a form that is printed and filled in with a pen. */
export function PaperField({ label, hint, width = 'full', lines = 1 }: PaperFieldProps) {
  return (
    <div className="paper">
      <p className="paper__label">
        {label}
        {hint !== undefined && <span className="paper__hint"> ({hint})</span>}
      </p>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div className={classes('paper__line', `paper__line--${width}`)} key={line} />
      ))}
    </div>
  )
}

export type PaperChoicesProps = { label: string; options: readonly string[]; column?: boolean }

/** A question with boxes to tick with a pen. */
export function PaperChoices({ label, options, column }: PaperChoicesProps) {
  return (
    <div className="paper">
      <p className="paper__label">{label}</p>
      <ul className={classes('paper__choices', column && 'paper__choices--column')}>
        {options.map((option) => (
          <li className="paper__choice" key={option}>
            {option}
          </li>
        ))}
      </ul>
    </div>
  )
}
