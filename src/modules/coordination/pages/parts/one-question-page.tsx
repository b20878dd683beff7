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
} from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import { paths } from '../paths.ts'

type Props = {
  id: string
  number: string
  query: string
  title: string
  lead: ReactNode
  action: string
  go: string
  legend: string
  /** The field, and what can be chosen in it. */
  field: string
  options: readonly { value: string; label: string; hint?: string }[]
  values?: FormValues
  errors?: FieldErrors
}

/** One choice about one request: which organisation, or which reason. */
export function OneQuestionPage(props: Props) {
  const { id, number, query, title, lead, action, go, legend, field, options, values = {}, errors = {} } = props
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title={title}
      width="form"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={formatRequestNumber(number)}>
        {title}
      </Heading>
      <Text>{lead}</Text>
      <PostForm action={action + query}>
        <Radios legend={legend} options={options} {...one(field)} />
        <Actions>
          <Button>{go}</Button>
          <Link href={paths.request(id) + query}>Toch niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}
