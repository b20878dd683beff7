import { Radios, TextArea } from '#design/index.ts'
import type { Reason } from '#modules/regions/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { paths } from './paths.ts'
import { type AboutRequest, RequestForm } from './request-form.tsx'

type Props = AboutRequest & {
  reasons: readonly Reason[]
  /** Only this part of a divided request. */
  part?: { id: string; words: string }
}

/** Gives a request back: the reason is a code of the region, the words are for the colleagues who read it next. */
export function ReturnPage({ reasons, part, ...about }: Props) {
  const { one } = fieldsOf(about.values, about.errors)
  const wantsText = reasons.find(({ code }) => code === one('reden').value)?.wantsText
  return (
    <RequestForm
      {...about}
      title={part ? `Deel teruggeven: ${part.words.toLowerCase()}` : 'Zorgvraag teruggeven'}
      lead={
        <>
          {part ? 'Dit deel' : 'De zorgvraag'} komt bovenaan de lijst van het team.{' '}
          {part
            ? 'Heeft uw organisatie geen ander deel, dan gaan de gegevens van de cliënt meteen dicht.'
            : 'De gegevens van de cliënt gaan meteen dicht voor uw organisatie.'}{' '}
          De aanvrager ziet dat er opnieuw wordt gezocht.
        </>
      }
      action={(part ? paths.returnPart(about.id, part.id) : paths.return(about.id)) + about.query}
      go="Geef terug"
    >
      <Radios
        legend={part ? 'Waarom geeft u dit deel terug?' : 'Waarom geeft u de zorgvraag terug?'}
        options={reasons.map(({ code, label }) => ({ value: code, label }))}
        {...one('reden')}
      />
      <TextArea
        label="Toelichting voor het team"
        hint="Alle wijkverpleegkundigen van het team lezen dit. Noem geen namen, adressen of telefoonnummers."
        optional={!wantsText}
        rows={3}
        maxLength={500}
        {...one('toelichting')}
      />
    </RequestForm>
  )
}
