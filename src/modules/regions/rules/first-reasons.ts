type FirstReason = { code: string; label: string; wantsText?: true }

/** The reasons a region starts with (product, section 3); from then on the lists are the region's own data. */
export const firstReasons: Readonly<
  Record<
    'refusal' | 'return' | 'withdrawal' | 'closing' | 'wish-not-met' | 'light' | 'redirection' | 'otherwise',
    readonly FirstReason[]
  >
> = {
  refusal: [
    { code: 'no-room-daypart', label: 'Geen plek op dit dagdeel' },
    { code: 'no-room-travel', label: 'Geen plek: de reistijd is te lang' },
    { code: 'expertise-missing', label: 'Deskundigheid ontbreekt' },
    { code: 'no-contract', label: 'Geen contract met de zorgverzekeraar' },
    { code: 'outside-area', label: 'Buiten ons werkgebied' },
    { code: 'material-or-safety', label: 'Materiaal of veiligheid is niet geregeld' },
    { code: 'in-care-elsewhere', label: 'Cliënt is al in zorg bij een ander' },
    { code: 'not-enough-information', label: 'Te weinig informatie' },
    { code: 'other', label: 'Anders', wantsText: true },
  ],
  return: [
    { code: 'no-room', label: 'Toch geen plek in de route' },
    { code: 'expertise-missing', label: 'Deskundigheid ontbreekt' },
    { code: 'other-care-needed', label: 'Er is andere zorg nodig dan gevraagd' },
    { code: 'outside-area', label: 'Adres ligt buiten ons werkgebied' },
    { code: 'material-or-safety', label: 'Materiaal of veiligheid is niet geregeld' },
    { code: 'client-prefers-other', label: 'Cliënt kiest een andere organisatie' },
    { code: 'other', label: 'Anders', wantsText: true },
  ],
  withdrawal: [
    { code: 'arranged', label: 'De zorg is op een andere manier geregeld' },
    { code: 'not-needed', label: 'De zorg is niet meer nodig' },
    { code: 'admitted', label: 'Opgenomen in ziekenhuis, verpleeghuis of hospice' },
    { code: 'deceased', label: 'De cliënt is overleden' },
    { code: 'other', label: 'Anders', wantsText: true },
  ],
  closing: [
    { code: 'done', label: 'De zorg loopt' },
    { code: 'ended', label: 'De zorg is klaar' },
    { code: 'other', label: 'Anders', wantsText: true },
  ],
  'wish-not-met': [
    { code: 'no-room', label: 'De organisatie van voorkeur heeft geen plek' },
    { code: 'expertise-missing', label: 'De organisatie van voorkeur geeft deze zorg niet' },
    { code: 'outside-area', label: 'De organisatie van voorkeur werkt hier niet' },
    { code: 'language', label: 'Niemand die deze taal spreekt heeft plek' },
    { code: 'carer-gender', label: 'Geen zorgverlener van het gevraagde geslacht' },
    { code: 'time', label: 'Het gevraagde tijdstip lukt niet' },
    { code: 'other', label: 'Anders', wantsText: true },
  ],
  redirection: [
    { code: 'short-stay', label: 'Tijdelijk verblijf' },
    { code: 'wmo', label: 'Gemeente (Wmo)' },
    { code: 'wlz', label: 'Wet langdurige zorg (Wlz)' },
    { code: 'gp', label: 'Huisarts' },
    { code: 'other-region', label: 'Een andere regio' },
    { code: 'other', label: 'Anders', wantsText: true },
  ],
  otherwise: [
    { code: 'knows-client', label: 'Een team kent de cliënt of de naasten' },
    { code: 'client-wish', label: 'De cliënt wilde iets wat niet op de kaart stond' },
    { code: 'room-differs', label: 'De ruimte was anders dan het stoplicht zei' },
    { code: 'travel-differs', label: 'De route past anders dan de geschatte reistijd' },
    { code: 'agreed-together', label: 'Zo afgesproken in het overleg' },
    { code: 'other', label: 'Anders' },
  ],
  light: [
    { code: 'full-routes', label: 'De routes zijn vol' },
    { code: 'staff-ill', label: 'Zieke collega’s' },
    { code: 'holiday', label: 'Vakantie of vrije dagen' },
    { code: 'expertise-away', label: 'Deskundigheid is er niet' },
    { code: 'other', label: 'Anders', wantsText: true },
  ],
}
