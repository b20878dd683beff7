import {
  Actions,
  Button,
  Columns,
  HiddenField,
  optionsOf,
  PostForm,
  Select,
  TextArea,
  TextField,
} from '#design/index.ts'
import { newId } from '#kernel/ids.ts'
import { parsePhone } from '#kernel/phone.ts'
import { type Source, sources, sourceText } from '#modules/requests/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FieldErrors, FormReader, FormValues } from '#platform/http/form-reader.ts'
import type { CallFacts } from '../../desk/calls.ts'
import { parseTime, promisedFor } from '../../rules/desk/promises.ts'
import { deskPaths } from './paths.ts'

type Props = { deskId: string; values?: FormValues; errors?: FieldErrors }

/**
 * Filled in while talking: who, which number, what it is about, and what is promised. A page that changes by itself leaves it alone,
 * unless it came back with something to mend.
 */
export function CallForm({ deskId, values, errors = {} }: Props) {
  const { one } = fieldsOf(values ?? {}, errors)
  const stays = values ? {} : { 'data-turbo-permanent': '' }
  return (
    <PostForm action={deskPaths.calls} id="gesprek" {...stays}>
      <HiddenField name="sentKey" value={typeof values?.sentKey === 'string' ? values.sentKey : newId()} />
      <HiddenField name="loket" value={deskId} />
      <CallerFields values={values} errors={errors} />
      <Columns>
        <TextField
          label="Wij bellen terug vóór"
          hint="Zoals 14:00. Leeg: niets beloofd."
          width="short"
          inputMode="numeric"
          autoComplete="off"
          required={false}
          {...one('before')}
        />
        <TextField label="Wat is beloofd?" hint="Leeg: terugbellen." maxLength={200} optional {...one('promise')} />
      </Columns>
      <Actions>
        <Button icon="check">Bewaar gesprek</Button>
        <Button kind="secondary" icon="clipboard-list" name="next" value="intake">
          Maak er een zorgvraag van
        </Button>
      </Actions>
    </PostForm>
  )
}

export function CallerFields({ values = {}, errors }: { values?: FormValues; errors?: FieldErrors }) {
  const { one } = fieldsOf(values, errors)
  return (
    <>
      <Columns>
        <TextField label="Wie belt er?" autoComplete="off" spellCheck={false} maxLength={100} {...one('callerName')} />
        <TextField
          label="Telefoonnummer"
          type="tel"
          autoComplete="off"
          maxLength={40}
          optional
          {...one('callerPhone')}
        />
      </Columns>
      <Select label="Belt als" options={optionsOf(sources, sourceText)} {...one('callerKind')} />
      <TextArea
        label="Waar gaat het over?"
        hint="Alleen uw loket leest dit."
        rows={4}
        maxLength={2000}
        optional
        {...one('note')}
      />
    </>
  )
}

/** Undefined when something has to be mended; the errors stand in the reader. */
export function readCaller(form: FormReader): CallFacts | undefined {
  const callerName = form.line('callerName', { required: 'Vul in wie er belt', max: 100 })
  const callerPhone = form.parsed('callerPhone', parsePhone, 'Vul een telefoonnummer in, zoals 06 12345678')
  const callerKind: Source | undefined = form.choice('callerKind', sources, { required: 'Kies wie er belt' })
  const note = form.text('note', { max: 2000 }) ?? ''
  return form.ok && callerName && callerKind ? { callerName, callerKind, callerPhone, note } : undefined
}

/** What was promised; without a time nothing was. */
export function readPromise(form: FormReader, now: Date): { words: string; dueAt: Date } | undefined {
  const time = form.parsed('before', parseTime, 'Vul een tijd in, zoals 14:00')
  const words = form.line('promise', { max: 200 })
  if (words && !time) form.refuse('before', 'Vul in vóór welke tijd dit is beloofd')
  return time ? { words: words ?? 'Terugbellen', dueAt: promisedFor(time, now) } : undefined
}
