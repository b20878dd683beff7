import type { ReactNode } from 'react'
import { Actions, Button, ErrorSummary, type FieldErrors, Heading, Link, PostForm, Screen } from '#design/index.ts'

type OneQuestionProps = {
  title: string
  back: { href: string; label: string }
  /** Before the form: what is asked, and what follows from it. */
  lead: ReactNode
  action: string
  send: string
  /** The way back without an answer. */
  leave: string
  errors?: FieldErrors
  /** Who reads it at work has less room between the lines. */
  density?: 'professional'
  children: ReactNode
}

/** A page with one question for who asked for care, by the private link or as a referrer: answer it, or go back. */
export function OneQuestion(props: OneQuestionProps) {
  const { title, back, lead, action, send, leave, errors = {}, density, children } = props
  return (
    <Screen title={title} width="form" density={density} error={Object.keys(errors).length > 0} back={back}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{title}</Heading>
      {lead}
      <PostForm action={action}>
        {children}
        <Actions>
          <Button>{send}</Button>
          <Link href={back.href}>{leave}</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}
