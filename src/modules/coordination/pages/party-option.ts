import { formatPhone } from '#kernel/phone.ts'
import type { Party } from '../inquiry/parties.ts'

/** An organisation as something to choose, with what speaks for it. */
export function partyOption({ id, name, phone, serves, wished, advice }: Party) {
  const about = advice
    ? `plaats ${advice.place} in het advies, ${advice.teamName}`
    : serves
      ? 'werkt in deze wijk'
      : 'werkt niet in deze wijk'
  // Whoever asks in a hurry calls as well.
  const hint = [wished && 'voorkeur van de cliënt', about, advice && phone && formatPhone(phone)]
  return { value: id, label: name, hint: hint.filter(Boolean).join(', ') }
}
