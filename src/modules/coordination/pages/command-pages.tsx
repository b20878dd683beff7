import { Text, TextArea } from '#design/index.ts'
import { inSentence } from '#kernel/sentence.ts'
import type { Reason } from '#modules/regions/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { paths } from './paths.ts'
import { type AboutRequest, RequestChoice, RequestForm } from './request-form.tsx'

export type CommandPageProps = AboutRequest & { reasons: readonly Reason[]; noBeds?: boolean }

export function AskRequesterPage(about: CommandPageProps) {
  const { one } = fieldsOf(about.values, about.errors)
  return (
    <RequestForm
      {...about}
      title="Vraag aan de aanvrager"
      lead="De klok rust tot er antwoord is. De aanvrager ziet de vraag op de volgpagina en krijgt een mail. Haast? Bel dan."
      action={paths.askRequester(about.id) + about.query}
      go="Stel de vraag"
    >
      <TextArea
        label="Wat wilt u weten?"
        hint="Noem geen namen, adressen of telefoonnummers."
        rows={4}
        maxLength={500}
        {...one('vraag')}
      />
    </RequestForm>
  )
}

export function RedirectPage({ reasons, noBeds, ...about }: CommandPageProps) {
  return (
    <RequestChoice
      {...about}
      title="Doorverwijzen"
      lead="Andere hulp past beter. De aanvrager ziet waarheen. De zorgvraag gaat van uw lijst en kan worden heropend."
      above={
        noBeds && (
          <Text kind="soft">
            Tijdelijk verblijf staat er niet bij: bedden horen in deze regio niet bij de werkwijze.
          </Text>
        )
      }
      action={paths.redirect(about.id) + about.query}
      go="Verwijs door"
      legend="Waarheen?"
      field="reden"
      options={reasons.map(({ code, label }) => ({ value: code, label }))}
      wordsFor={wordsForRequester(reasons)}
    />
  )
}

export function LapsePage({ reasons, ...about }: CommandPageProps) {
  return (
    <RequestChoice
      {...about}
      title="Zorg niet meer nodig"
      lead="De zorgvraag vervalt. De aanvrager krijgt bericht. Was het een vergissing, dan kan het team de zorgvraag heropenen."
      action={paths.lapse(about.id) + about.query}
      go="Laat vervallen"
      legend="Wat is er gebeurd?"
      field="reden"
      options={reasons.map(({ code, label }) => ({ value: code, label }))}
      wordsFor={wordsForRequester(reasons)}
    />
  )
}

/** What the requester reads beside the reason; no place for it where no reason asks for words. */
function wordsForRequester(reasons: readonly Reason[]): string | undefined {
  const wanting = reasons.filter(({ wantsText }) => wantsText).map(({ label }) => `‘${label}’`)
  return wanting.length > 0 ? `Bij ${inSentence(wanting, 'of')} is dit nodig. De aanvrager leest het.` : undefined
}
