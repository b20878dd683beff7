import { DateField, HiddenField, Radios, TextArea } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { Party } from '../../inquiry/parties.ts'
import { partyOption } from '../party-option.ts'
import { paths } from '../paths.ts'
import { type AboutRequest, RequestForm } from '../request-form.tsx'

type Props = AboutRequest & {
  part?: { id: string; words: string }
  parties: readonly Party[]
  answerBy: Date
  now: Date
}

/** Asks one other organisation whether it takes over a client, or one part of the care. */
export function SwapPage({ part, parties, answerBy, now, ...about }: Props) {
  const { one, date } = fieldsOf(about.values, about.errors)
  return (
    <RequestForm
      {...about}
      title={part ? `Overdragen: ${part.words.toLowerCase()}` : 'Overdragen aan een andere organisatie'}
      lead={
        <>
          De andere organisatie ziet de kaart, zonder naam en adres. Zij antwoordt uiterlijk{' '}
          {formatMoment(answerBy, now)}. Zegt zij ja, dan gaan de gegevens van de cliënt naar haar over en gaan ze voor
          uw organisatie dicht. Tot dan blijft u de zorg geven.
        </>
      }
      action={paths.swap(about.id) + about.query}
      go="Vraag het"
    >
      {part && <HiddenField name="deel" value={part.id} />}
      <Radios legend="Aan welke organisatie?" options={parties.map(partyOption)} {...one('organisatie')} />
      <DateField
        legend="Vanaf welke dag?"
        hint="Mag leeg blijven: dan zo snel als de andere organisatie kan."
        {...date('vanaf')}
      />
      <TextArea
        label="Waarom draagt u over?"
        hint="De andere organisatie leest dit. Noem geen namen, adressen of telefoonnummers."
        optional
        rows={3}
        maxLength={500}
        {...one('toelichting')}
      />
    </RequestForm>
  )
}
