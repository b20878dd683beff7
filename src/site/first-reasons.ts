import type { ReasonList } from '#modules/regions/index.ts'

type FirstReason = { list: ReasonList; code: string; label: string; wantsText?: true }

/** The reasons a region starts with (product, section 3); from then on the lists are the region's own data. */
export const firstReasons: readonly FirstReason[] = [
  { list: 'refusal', code: 'no-room-daypart', label: 'Geen plek in dit dagdeel' },
  { list: 'refusal', code: 'no-room-travel', label: 'Geen plek door de reistijd' },
  { list: 'refusal', code: 'expertise-missing', label: 'Deskundigheid ontbreekt' },
  { list: 'refusal', code: 'no-contract', label: 'Geen contract met de verzekeraar' },
  { list: 'refusal', code: 'outside-area', label: 'Buiten ons werkgebied' },
  { list: 'refusal', code: 'material-safety', label: 'Materiaal of veiligheid' },
  { list: 'refusal', code: 'in-care-elsewhere', label: 'Cliënt is al in zorg bij een ander' },
  { list: 'refusal', code: 'not-enough-information', label: 'Te weinig informatie' },
  { list: 'refusal', code: 'other', label: 'Anders', wantsText: true },
  { list: 'return', code: 'no-room-daypart', label: 'Toch geen plek in dit dagdeel' },
  { list: 'return', code: 'no-room-travel', label: 'Toch geen plek door de reistijd' },
  { list: 'return', code: 'expertise-missing', label: 'Deskundigheid ontbreekt' },
  { list: 'return', code: 'no-contract', label: 'Geen contract met de verzekeraar' },
  { list: 'return', code: 'material-safety', label: 'Materiaal of veiligheid' },
  { list: 'return', code: 'client-prefers-other', label: 'Cliënt wil een andere organisatie' },
  { list: 'return', code: 'date-changed', label: 'De datum is veranderd' },
  { list: 'return', code: 'other', label: 'Anders', wantsText: true },
  { list: 'withdrawal', code: 'arranged', label: 'De zorg is zelf geregeld' },
  { list: 'withdrawal', code: 'no-longer-needed', label: 'Zorg is niet meer nodig' },
  { list: 'withdrawal', code: 'admitted', label: 'Opgenomen in ziekenhuis of verpleeghuis' },
  { list: 'withdrawal', code: 'deceased', label: 'Overleden' },
  { list: 'withdrawal', code: 'other', label: 'Anders', wantsText: true },
  { list: 'closing', code: 'care-runs', label: 'De zorg loopt' },
  { list: 'closing', code: 'care-ended', label: 'De zorg is klaar' },
  { list: 'closing', code: 'other', label: 'Anders', wantsText: true },
  { list: 'wish-not-met', code: 'no-room', label: 'De gewenste organisatie heeft geen plek' },
  { list: 'wish-not-met', code: 'not-offered', label: 'De gewenste organisatie geeft deze zorg niet' },
  { list: 'wish-not-met', code: 'outside-area', label: 'De gewenste organisatie werkt niet in deze wijk' },
  { list: 'wish-not-met', code: 'other', label: 'Anders', wantsText: true },
]
