import type { Party } from '../inquiry/parties.ts'

/** An organisation as something to choose, with what speaks for it. */
export function partyOption({ id, name, serves, wished }: Party) {
  const hint = [wished && 'voorkeur van de cliënt', serves ? 'werkt in deze wijk' : 'werkt niet in deze wijk']
  return { value: id, label: name, hint: hint.filter(Boolean).join(', ') }
}
