import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { dataAttributes } from './data-attributes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

type Looks = {
  kind?: ButtonKind
  small?: boolean
  icon?: IconName
  /** Said after the words for who hears them without their surroundings: 'Oppakken' + 'zorgvraag K7MX-4PQR'. */
  what?: string
  children: ReactNode
}

export type ButtonProps = Looks & {
  name?: string
  value?: string
  formAction?: string
  /** The id of a form elsewhere on the page. */
  form?: string
  /** Only where the page says why and what to do instead: a disabled button cannot be reached by keyboard. */
  disabled?: boolean
}

export type LinkButtonProps = Looks & { href: string; download?: boolean }

const looks = ({ kind = 'primary', small }: Looks) => classes('button', `button--${kind}`, small && 'button--small')

function Face({ icon, what, children }: Looks) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {what && <VisuallyHidden> {what}</VisuallyHidden>}
    </>
  )
}

/** Sends the form it stands in. Going somewhere is a `LinkButton`. */
export function Button(props: ButtonProps) {
  return (
    <button
      type="submit"
      className={looks(props)}
      name={props.name}
      value={props.value}
      formAction={props.formAction}
      form={props.form}
      disabled={props.disabled}
      {...dataAttributes(props)}
    >
      <Face {...props} />
    </button>
  )
}

export function LinkButton(props: LinkButtonProps) {
  return (
    <a className={looks(props)} href={props.href} download={props.download || undefined} {...dataAttributes(props)}>
      <Face {...props} />
    </a>
  )
}
