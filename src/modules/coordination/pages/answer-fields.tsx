import {
  Checkboxes,
  DateField,
  OfAnswer,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
  WithAnswer,
} from '#design/index.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { daypartText } from '#kernel/text.nl.ts'
import type { Reason } from '#modules/regions/index.ts'
import type { fieldsOf } from '#platform/http/fields.ts'
import type { FormReader } from '#platform/http/form-reader.ts'
import { type Answer, answers } from '../rules/inquiry.ts'
import { answerText } from '../text.nl.ts'

type Props = {
  legend: string
  /** Of the request: a part is some of these. */
  wanted: readonly Daypart[]
  reasons: readonly Reason[]
  /** Where several requests are answered on one page: what tells their fields apart. */
  of?: string
  fields: ReturnType<typeof fieldsOf>
}

const place = (answer: Answer) => answers.indexOf(answer) + 1

/** What one organisation answers to what it was asked; what an answer needs more stands below it. */
export function AnswerFields({ legend, wanted, reasons, of, fields: { one, many, date } }: Props) {
  const name = namesOf(of)
  return (
    <WithAnswer
      question={
        <Radios
          legend={legend}
          inline={of === undefined ? undefined : 'wide'}
          options={answers.map((value) => ({ value, label: answerText[value].choice }))}
          {...one(name.answer)}
        />
      }
    >
      <OfAnswer place={place('other-date')}>
        <DateField legend="Vanaf welke dag?" {...date(name.date)} />
      </OfAnswer>
      <OfAnswer place={place('part')}>
        <Checkboxes
          legend="Welke dagdelen?"
          options={optionsOf(wanted.length > 1 ? wanted : dayparts, daypartText)}
          inline
          {...many(name.dayparts)}
        />
      </OfAnswer>
      <OfAnswer place={place('cannot')}>
        <Select
          label="Waarom niet?"
          placeholder="Kies een reden"
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
          {...one(name.reason)}
        />
      </OfAnswer>
      {of === undefined ? (
        <TextArea
          label="Toelichting of vraag"
          hint="Wie aan zet is leest dit. Noem geen namen, adressen of telefoonnummers."
          optional
          rows={3}
          maxLength={500}
          {...one(name.remark)}
        />
      ) : (
        <TextField label="Toelichting of vraag, zonder namen" optional maxLength={500} {...one(name.remark)} />
      )}
    </WithAnswer>
  )
}

/** The names of the fields. */
export function namesOf(of?: string) {
  const name = (words: string) => (of === undefined ? words : `${words}-${of}`)
  return {
    answer: name('antwoord'),
    date: name('datum'),
    dayparts: name('dagdelen'),
    reason: name('reden'),
    remark: name('toelichting'),
  }
}

/** What was filled in; nothing when no answer was chosen. */
export function readAnswer(form: FormReader, { of, required }: { of?: string; required?: string } = {}) {
  const name = namesOf(of)
  const answer = form.choice(name.answer, answers, { required })
  // What belongs to an answer that was not given is not looked at: it is out of sight as well.
  return {
    answer,
    startOn: answer === 'other-date' ? form.date(name.date) : undefined,
    dayparts: answer === 'part' ? form.choices(name.dayparts, dayparts) : [],
    reason: answer === 'cannot' ? form.line(name.reason, { max: 40 }) : undefined,
    remark: form.text(name.remark, { max: 500 }),
  }
}

/** Which field a refusal is about. */
export function fieldOf(code: string, of?: string): string {
  const name = namesOf(of)
  if (code === 'reason-unknown') return name.reason
  if (code === 'text-wanted') return name.remark
  if (code === 'date-wanted' || code === 'date-over') return name.date
  return code === 'dayparts-wanted' ? name.dayparts : name.answer
}
