import type { ReactNode } from 'react'

export type Option = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type ChoiceProps = {
  type: 'radio' | 'checkbox'
  name: string
  option: Option
  /** The first option bears the name of the question as its id: there the error summary leads. */
  position: number
  checked: boolean
  more?: Record<string, string>
}

/** One choice as a row that can be tapped anywhere. */
export function Choice({ type, name, option, position, checked, more }: ChoiceProps) {
  const id = position === 0 ? name : `${name}-${position + 1}`
  const hintId = option.hint === undefined ? undefined : `${id}-option-hint`
  return (
    <div className="choice">
      <input
        className="choice__input"
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={checked}
        disabled={option.disabled}
        aria-describedby={hintId}
        {...more}
      />
      <label className="choice__label" htmlFor={id}>
        {option.label}
      </label>
      {option.hint !== undefined && (
        <div className="choice__hint" id={hintId}>
          {option.hint}
        </div>
      )}
    </div>
  )
}
