import { Radios, TextArea } from '#design/index.ts'
import type { Reason } from '#modules/regions/index.ts'
import { useLanguage } from '../languages/index.ts'
import { InDutch } from './in-dutch.tsx'
import { type FormState, one } from './refer/form-fields.ts'

/** Why a request is withdrawn, for whoever asked. A reason that the region made itself stands in its own words. */
export function WithdrawFields({ reasons, state }: { reasons: readonly Reason[]; state: FormState }) {
  const { change } = useLanguage().words
  return (
    <>
      <Radios
        {...one(state, 'reason')}
        legend={change.why}
        options={reasons.map(({ code, label }) => ({
          value: code,
          label: change.reasons[code] ?? <InDutch>{label}</InDutch>,
        }))}
      />
      <TextArea
        {...one(state, 'reasonText')}
        label={change.reasonText}
        hint={change.reasonTextHint}
        rows={2}
        required={false}
      />
    </>
  )
}
