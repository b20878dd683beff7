import { Card, type FieldErrors, Notice, Text } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { capital } from '#kernel/sentence.ts'
import type { Reason } from '#modules/regions/index.ts'
import { amountWords, careWords, daypartWords, personWords, startWords, wishWords } from '#modules/requests/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { AskedRow } from '../../meeting/answering.ts'
import { AnswerFields, namesOf } from '../answer-fields.tsx'

export type AskedProps = {
  reasons: readonly Reason[]
  placeOf: (pc4: string) => string
  now: Date
  values?: FormValues
  errors?: FieldErrors
}

/** One request that one's organisation was asked in this round, with what it answers. */
export function AskedCard({ row, reasons, placeOf, now, values = {}, errors = {} }: AskedProps & { row: AskedRow }) {
  // What was typed stands again, also where nothing was chosen; what was not sent is as it was kept.
  const typed = Object.values(namesOf(row.id)).some((name) => name in values)
  return (
    <Card
      title={`${careWords(row)}, ${row.pc4} ${placeOf(row.pc4)}`}
      id={`vraag-${row.id}`}
      aside={<span>{formatRequestNumber(row.number)}</span>}
    >
      <Text>
        {[personWords(row), daypartWords(row), amountWords(row), startWords(row, now), ...wishWords(row).map(capital)]
          .filter(Boolean)
          .join('. ')}
        .
      </Text>
      {row.question && <Text kind="typed">{row.question}</Text>}
      {row.askedAgainAt && !row.answer && (
        <Notice kind="attention" title="De datum is gewijzigd">
          <Text>U zei ja tegen de vorige datum. Kan het ook nu: {startWords(row, now)}?</Text>
        </Notice>
      )}
      <AnswerFields
        of={row.id}
        legend={`Uw antwoord, uiterlijk ${formatMoment(row.answerBy, now)}`}
        wanted={row.dayparts}
        reasons={reasons}
        fields={fieldsOf(typed ? values : saidOf(row), errors)}
      />
    </Card>
  )
}

function saidOf(row: AskedRow): FormValues {
  const name = namesOf(row.id)
  const [year = '', month = '', day = ''] = row.answeredStartOn?.split('-') ?? []
  return {
    [name.answer]: row.answer ?? '',
    [`${name.date}-day`]: day,
    [`${name.date}-month`]: month,
    [`${name.date}-year`]: year,
    [name.dayparts]: row.answeredDayparts,
    [name.reason]: row.reason ?? '',
    [name.remark]: row.remark ?? '',
  }
}
