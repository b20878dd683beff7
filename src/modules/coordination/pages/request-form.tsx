import type { ReactNode } from 'react'
import {
  Actions,
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  PostForm,
  Radios,
  Screen,
  Text,
  TextArea,
} from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { paths } from './paths.ts'

/** What each of these forms knows: the request, the list to go back to, and after a mistake what was typed and is wrong. */
export type AboutRequest = {
  id: string
  number: string
  query: string
  values?: FormValues
  errors?: FieldErrors
}

type Asking = {
  title: string
  /** When the question is longer than the title of the page. */
  heading?: string
  lead: ReactNode
  /** Between the lead and the form. */
  above?: ReactNode
  action: string
  go: string
  icon?: 'send'
  /** The way back without doing it. */
  leave?: string
  /** Its answer is a page by itself, not the way back. */
  answersWithPage?: boolean
}

/** One form about one request, with a way back. */
export function RequestForm(props: AboutRequest & Asking & { children: ReactNode }) {
  const { id, number, query, errors = {}, title, heading = title, lead, above, action, go, icon, children } = props
  const { leave = 'Toch niet', answersWithPage } = props
  const back = paths.request(id) + query
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: back, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={formatRequestNumber(number)}>
        {heading}
      </Heading>
      <Text>{lead}</Text>
      {above}
      <PostForm action={action} {...(answersWithPage && { 'data-turbo': 'false' })}>
        {children}
        <Actions>
          <Button icon={icon}>{go}</Button>
          <Link href={back}>{leave}</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}

type Choosing = {
  legend: string
  field: string
  options: readonly { value: string; label: string; hint?: string }[]
  /** A reason may ask for a word about it: who reads that. */
  wordsFor?: string
}

/** The field of those words. */
export const wordsField = 'toelichting'

/** One choice about one request: which organisation, or which reason. */
export function RequestChoice({ legend, field, options, wordsFor, ...form }: AboutRequest & Asking & Choosing) {
  const { one } = fieldsOf(form.values, form.errors)
  return (
    <RequestForm {...form}>
      <Radios legend={legend} options={options} {...one(field)} />
      {wordsFor && (
        <TextArea label="Toelichting" hint={wordsFor} required={false} rows={3} maxLength={500} {...one(wordsField)} />
      )}
    </RequestForm>
  )
}
