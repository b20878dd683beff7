import type { ReactNode } from 'react'
import { Choice, type Option } from './choice.tsx'
import { classes } from './classes.ts'
import { dataAttributes } from './data-attributes.ts'
import { GroupField, type Question } from './field.tsx'

export type RadiosProps = Question & {
  legend: ReactNode
  options: readonly Option[]
  value?: string
  /** Beside one another where there is room: answers of one or two words; `wide` for a few words more. */
  inline?: boolean | 'wide'
}

export function Radios(props: RadiosProps) {
  const { name, legend, options, value, inline } = props
  const more = dataAttributes(props)
  return (
    <GroupField legend={legend} question={props} role="radiogroup">
      <div className={classes('choices', inline && 'choices--inline', inline === 'wide' && 'choices--wide')}>
        {options.map((option, position) => (
          <Choice
            key={option.value}
            type="radio"
            name={name}
            option={option}
            position={position}
            checked={option.value === value}
            more={more}
          />
        ))}
      </div>
    </GroupField>
  )
}
