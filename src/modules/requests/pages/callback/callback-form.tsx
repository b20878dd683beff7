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
import type { Language } from '#kernel/languages.ts'
import { parsePhone } from '#kernel/phone.ts'
import { isPersonName } from '#kernel/text.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { type FieldErrors, FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { callbackMoments, type NewCallback } from '../../callbacks.ts'
import type { Desk } from '../../desk.ts'
import { useLanguage, wordsOf } from '../../languages/index.ts'
import { DeskPhone, UrgentNotice } from '../desk-phone.tsx'
import { InDutch } from '../in-dutch.tsx'
import { paths } from '../paths.ts'
import { Sentence } from '../sentence.tsx'
import { typed } from '../typed.ts'

/** Reads the form; the errors stand in the reader. */
export function readCallback(body: unknown, language: Language): { form: FormReader; asked: NewCallback | undefined } {
  const { callback, wrong } = wordsOf(language)
  const form = new FormReader(body, language)
  const key = form.line('sentKey')
  const asked = {
    sentKey: key !== undefined && isId(key) ? key.toLowerCase() : newId(),
    name: form.parsed('name', (line) => (isPersonName(line) ? line : undefined), callback.wrongName, {
      required: wrong.noOwnName,
      max: 100,
    }),
    phone: form.parsed('phone', parsePhone, wrong.phone, { required: wrong.noPhone }),
    moment: form.choice('moment', callbackMoments) ?? 'any',
    note: form.text('note', { max: 500 }) ?? '',
    language,
  }
  const { name, phone } = asked
  return { form, asked: form.ok && name && phone ? { ...asked, name, phone } : undefined }
}

type CallbackFormProps = { desk: Desk | undefined; values?: FormValues; errors?: FieldErrors }

export function CallbackForm({ desk, values = {}, errors = {} }: CallbackFormProps) {
  const { language, words } = useLanguage()
  const { callback } = words
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen title={callback.title} width="form" error={wrong}>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{callback.title}</Heading>
      <Text kind="lead">{callback.lead}</Text>
      <UrgentNotice />
      <PostForm action={paths.callback(language)}>
        <HiddenField name="sentKey" value={typed(values.sentKey) || newId()} />
        <TextField {...one('name')} label={callback.name} autoComplete="name" spellCheck={false} maxLength={100} />
        <TextField
          {...one('phone')}
          label={callback.phone}
          type="tel"
          autoComplete="tel"
          width="medium"
          maxLength={40}
        />
        <Radios
          name="moment"
          legend={callback.moment}
          inline
          optional
          options={callbackMoments.map((value) => ({ value, label: callback.moments[value] }))}
          value={typed(values.moment) || 'any'}
          error={errors.moment}
        />
        <TextArea {...one('note')} label={callback.note} hint={callback.noteHint} rows={3} maxLength={500} optional />
        <Actions>
          <Button icon="phone">{callback.go}</Button>
        </Actions>
      </PostForm>
      {desk && (
        <Text kind="soft">
          <Sentence text={callback.callYourself} parts={{ desk: <DeskPhone desk={desk} /> }} />
        </Text>
      )}
    </Screen>
  )
}

type CallbackAskedProps = { desk: Desk | undefined; by: { at: Date; now: Date } }

export function CallbackAsked({ desk, by }: CallbackAskedProps) {
  const { words, dates } = useLanguage()
  const { callback } = words
  return (
    <Screen title={callback.asked} width="form">
      <Heading level={1}>{callback.asked}</Heading>
      <Notice kind="good" title={callback.by(dates.moment(by.at, by.now))}>
        <Text>
          {desk ? (
            <Sentence text={callback.whoCalls} parts={{ desk: <InDutch>{desk.name}</InDutch> }} />
          ) : (
            callback.deskCalls
          )}
        </Text>
      </Notice>
      <Heading level={2}>{callback.notCalled}</Heading>
      <Text>
        {desk ? <Sentence text={callback.callUs} parts={{ desk: <DeskPhone desk={desk} /> }} /> : callback.askAgain}
      </Text>
      <UrgentNotice />
    </Screen>
  )
}
