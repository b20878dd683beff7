import type { ReactNode } from 'react'
import { Choice, type Option } from './choice.tsx'
import { classes } from './classes.ts'
import { dataAttributes } from './data-attributes.ts'
import { GroupField, type Question } from './field.tsx'

export type CheckboxesProps = Question & {
  legend: ReactNode
  options: readonly Option[]
  values?: readonly string[]
  inline?: boolean | 'wide'
}

export function Checkboxes(props: CheckboxesProps) {
  const { name, legend, options, values = [], inline } = props
  const more = dataAttributes(props)
  return (
    <GroupField legend={legend} question={props}>
      <div className={classes('choices', inline && 'choices--inline', inline === 'wide' && 'choices--wide')}>
        {options.map((option, position) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            option={option}
            position={position}
            checked={values.includes(option.value)}
            more={more}
          />
        ))}
      </div>
    </GroupField>
  )
}
