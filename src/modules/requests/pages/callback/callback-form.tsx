import {
  Actions,
  Button,
  ErrorSummary,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Radios,
  Screen,
  Text,
  TextArea,
  TextField,
} from '#design/index.ts'
import { isId, newId } from '#kernel/ids.ts'
import { parsePhone } from '#kernel/phone.ts'
import { isPersonName } from '#kernel/text.ts'
import { type FieldErrors, FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { callbackMoments, type NewCallback } from '../../callbacks.ts'
import type { Desk } from '../../desk.ts'
import { DeskPhone, UrgentNotice } from '../desk-phone.tsx'
import { paths } from '../paths.ts'
import { typed } from '../typed.ts'

export const callbackMomentText: Record<NewCallback['moment'], string> = {
  any: 'Maakt niet uit',
  morning: 'In de ochtend',
  afternoon: 'In de middag',
}

/** Reads the form; the errors stand in the reader. */
export function readCallback(body: unknown): { form: FormReader; asked: NewCallback | undefined } {
  const form = new FormReader(body)
  const key = form.line('sentKey')
  const asked = {
    sentKey: key !== undefined && isId(key) ? key.toLowerCase() : newId(),
    name: form.parsed(
      'name',
      (line) => (isPersonName(line) ? line : undefined),
      'Vul een naam in met alleen letters, zoals J. de Vries',
      { required: 'Vul uw naam in', max: 100 },
    ),
    phone: form.parsed('phone', parsePhone, 'Vul een telefoonnummer in, zoals 06 12345678 of 026 1234567', {
      required: 'Vul uw telefoonnummer in',
    }),
    moment: form.choice('moment', callbackMoments) ?? 'any',
    note: form.text('note', { max: 500 }) ?? '',
  }
  const { name, phone } = asked
  return { form, asked: form.ok && name && phone ? { ...asked, name, phone } : undefined }
}

type CallbackFormProps = { desk: Desk | undefined; values?: FormValues; errors?: FieldErrors }

export function CallbackForm({ desk, values = {}, errors = {} }: CallbackFormProps) {
  const failed = Object.keys(errors).length > 0
  return (
    <Screen title="Bel mij terug" width="form" error={failed}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>Bel mij terug</Heading>
      <Text kind="lead">
        Praat u liever met iemand? Laat uw nummer achter. Wij bellen u en vullen de aanvraag samen in.
      </Text>
      <UrgentNotice />
      <PostForm action={paths.callback}>
        <HiddenField name="sentKey" value={typed(values.sentKey) || newId()} />
        <TextField
          name="name"
          label="Uw naam"
          autoComplete="name"
          spellCheck={false}
          maxLength={100}
          value={typed(values.name)}
          error={errors.name}
        />
        <TextField
          name="phone"
          label="Uw telefoonnummer"
          type="tel"
          autoComplete="tel"
          width="medium"
          maxLength={40}
          value={typed(values.phone)}
          error={errors.phone}
        />
        <Radios
          name="moment"
          legend="Wanneer kunnen wij u het beste bellen?"
          inline
          optional
          options={callbackMoments.map((value) => ({ value, label: callbackMomentText[value] }))}
          value={typed(values.moment) || 'any'}
          error={errors.moment}
        />
        <TextArea
          name="note"
          label="Wilt u alvast iets vertellen?"
          hint="Bijvoorbeeld om wie het gaat. Medische gegevens hoeven nog niet."
          rows={3}
          maxLength={500}
          optional
          value={typed(values.note)}
          error={errors.note}
        />
        <Actions>
          <Button icon="phone">Bel mij terug</Button>
        </Actions>
      </PostForm>
      {desk && (
        <Text kind="soft">
          Zelf bellen kan ook: <DeskPhone desk={desk} />
        </Text>
      )}
    </Screen>
  )
}

type CallbackAskedProps = { desk: Desk | undefined; by: string }

export function CallbackAsked({ desk, by }: CallbackAskedProps) {
  return (
    <Screen title="Wij bellen u terug" width="form">
      <Heading level={1}>Wij bellen u terug</Heading>
      <Notice kind="good" title={`U wordt gebeld, uiterlijk ${by}`}>
        <Text>
          {desk ? `${desk.name} belt u.` : 'Het loket belt u.'} Houd uw telefoon bij de hand. Een onbekend nummer kan
          van ons zijn.
        </Text>
      </Notice>
      <Heading level={2}>Bent u dan nog niet gebeld?</Heading>
      <Text>
        {desk ? (
          <>
            Bel ons gerust: <DeskPhone desk={desk} />
          </>
        ) : (
          'Vraag het dan nog een keer.'
        )}
      </Text>
      <UrgentNotice />
    </Screen>
  )
}
