import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { Heading } from './heading.tsx'
import { Actions } from './layout.tsx'
import { Link } from './link.tsx'

export type ConfirmProps = {
  /** The question: 'Zorgvraag intrekken?' */
  title: ReactNode
  level?: 1 | 2
  action: string
  csrf: string
  /** What the button does, in its own words, never 'OK': 'Ja, trek in'. */
  confirm: string
  danger?: boolean
  cancel: { href: string; label: string }
  /** What will happen, and the fields that the answer needs. */
  children?: ReactNode
}

/** A dialog as a page: works without script, keeps no one captive, and 'back' is a way out. */
export function Confirm({ title, level = 1, action, csrf, confirm, danger, cancel, children }: ConfirmProps) {
  return (
    <div className="confirm">
      <Heading level={level}>{title}</Heading>
      <Form action={action} csrf={csrf}>
        {children}
        <Actions>
          <Button kind={danger ? 'danger' : 'primary'}>{confirm}</Button>
          <Link href={cancel.href}>{cancel.label}</Link>
        </Actions>
      </Form>
    </div>
  )
}
