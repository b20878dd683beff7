import type { CareKind, Expertise } from '#kernel/care-kinds.ts'

/** An invented organisation for care at home. None of these exist. */
export type Provider = {
  slug: string
  name: string
  /** How much of the work it takes, against the others. */
  size: number
  /** Each team with the areas it serves. */
  teams: readonly { name: string; areas: readonly string[] }[]
  careKinds: readonly CareKind[]
  expertises: readonly Expertise[]
  /** Takes only requests that ask for one of these; left out for who does everything they can. */
  focus?: readonly CareKind[]
  /** ISO 639-1, next to Dutch. */
  languages: readonly string[]
  faiths: readonly string[]
  /** UZOVI codes it has no contract with. */
  withoutContract: readonly string[]
  description: string
}

/** UZOVI: Zilveren Kruis, Menzis, VGZ, CZ, DSW, ONVZ; how many people here have each. */
export const insurers: readonly (readonly [string, number])[] = [
  ['3332', 34],
  ['3311', 24],
  ['7095', 20],
  ['9664', 12],
  ['7029', 4],
  ['3343', 6],
]

/** The UZOVI codes it has a contract with. */
export function contractsOf(provider: Provider): string[] {
  return insurers.map(([code]) => code).filter((code) => !provider.withoutContract.includes(code))
}

const basic: readonly CareKind[] = ['personal-care', 'nursing', 'advice']
const broad: readonly CareKind[] = [...basic, 'medical-technical', 'wound', 'palliative', 'unplanned']
const arnhem = ['arnhem-centrum', 'arnhem-noord', 'arnhem-oost', 'arnhem-zuid']
const liemers = ['duiven-westervoort', 'zevenaar', 'doesburg']
const betuwe = ['overbetuwe', 'lingewaard']
const veluwe = ['renkum', 'wageningen', 'rheden-rozendaal']
const everywhere = [...arnhem, ...betuwe, ...veluwe, ...liemers]

export const providers: readonly Provider[] = [
  provider('rijnbocht', 'Thuiszorg De Rijnbocht', 15, {
    teams: [
      team('Team Singels', 'arnhem-centrum', 'arnhem-noord'),
      team('Team Oost', 'arnhem-oost'),
      team('Team Zuid', 'arnhem-zuid'),
      team('Team Veluwezoom', 'rheden-rozendaal'),
    ],
    careKinds: [...broad, 'technical', 'dementia-casemanagement'],
    expertises: ['wound', 'palliative', 'technical'],
    languages: ['en', 'de'],
    description:
      'De grootste organisatie van de regio. Dag en nacht bereikbaar. Met eigen wondverpleegkundigen en een technisch team.',
  }),
  provider('zilverbeek', 'Wijkzorg Zilverbeek', 11, {
    teams: [
      team('Team Binnenstad', 'arnhem-centrum'),
      team('Team Noord', 'arnhem-noord', 'arnhem-oost'),
      team('Team Renkum', 'renkum'),
    ],
    careKinds: [...broad, 'dementia-casemanagement'],
    expertises: ['palliative'],
    languages: ['en', 'fr'],
    description: 'Kleine zelfstandige teams. U ziet zo weinig mogelijk verschillende gezichten.',
  }),
  provider('safraan', 'Safraan Thuiszorg', 7, {
    teams: [team('Team Arnhem', 'arnhem-centrum', 'arnhem-oost'), team('Team Zuid', 'arnhem-zuid', 'lingewaard')],
    careKinds: [...basic, 'wound', 'unplanned'],
    languages: ['tr', 'ar', 'fa'],
    faiths: ['islamitisch'],
    withoutContract: ['3343'],
    description: 'Zorg met aandacht voor taal en cultuur. Onze zorgverleners spreken Turks, Arabisch en Farsi.',
  }),
  provider('papaver', 'Thuiszorg Papaver', 8, {
    teams: [team('Team Stad', 'arnhem-centrum', 'arnhem-noord', 'arnhem-oost'), team('Team Velp', 'rheden-rozendaal')],
    careKinds: broad,
    expertises: ['palliative'],
    languages: ['en'],
    faiths: ['protestants'],
    description: 'Vertrouwde buurtzorg, met vrijwilligers die ’s nachts kunnen waken.',
  }),
  provider('lindehof', 'Lindehof aan Huis', 9, {
    teams: [team('Team Malburgen', 'arnhem-zuid'), team('Team Elst', 'overbetuwe'), team('Team Huissen', 'lingewaard')],
    careKinds: [...broad, 'short-stay', 'dementia-casemanagement'],
    expertises: ['wound'],
    faiths: ['rooms-katholiek'],
    description: 'Wijkverpleging vanuit vier woonzorgcentra. Ook tijdelijk verblijf en dagbehandeling.',
  }),
  provider('bloesem', 'Betuwse Bloesem Thuiszorg', 6, {
    teams: [team('Team Overbetuwe', 'overbetuwe'), team('Team Lingewaard', 'lingewaard')],
    careKinds: broad,
    faiths: ['rooms-katholiek', 'protestants'],
    languages: ['de', 'pl'],
    description: 'Al veertig jaar thuis in de dorpen van de Betuwe.',
  }),
  provider('liemerslicht', 'Liemerslicht Thuiszorg', 8, {
    teams: [
      team('Team Duiven', 'duiven-westervoort'),
      team('Team Zevenaar', 'zevenaar'),
      team('Team Doesburg', 'doesburg'),
    ],
    careKinds: [...broad, 'dementia-casemanagement'],
    expertises: ['wound', 'palliative'],
    languages: ['de'],
    faiths: ['rooms-katholiek'],
    description: 'De wijkverpleging van de Liemers, met een wondverpleegkundige in Doesburg.',
  }),
  provider('hanzeboom', 'De Hanzeboom Zorg', 4, {
    teams: [team('Team Doesburg', 'doesburg'), team('Team Dieren', 'rheden-rozendaal')],
    careKinds: [...basic, 'wound', 'palliative'],
    expertises: ['wound'],
    description: 'Kleine organisatie langs de IJssel. Zorg op vaste tijden.',
  }),
  provider('grebbegroen', 'Grebbegroen Thuiszorg', 7, {
    teams: [team('Team Wageningen', 'wageningen'), team('Team Renkum', 'renkum')],
    careKinds: [...broad, 'technical'],
    expertises: ['technical'],
    languages: ['en', 'de', 'es'],
    description: 'Wijkverpleging in Wageningen en Renkum. Engels spreken is voor ons gewoon.',
  }),
  provider('meidoorn', 'De Meidoorn Wijkverpleging', 6, {
    teams: [team('Team Dieren', 'rheden-rozendaal'), team('Team Noord', 'arnhem-noord')],
    careKinds: broad,
    faiths: ['protestants'],
    description: 'Wijkverpleegkundigen met een vaste plek in de huisartsenpraktijk.',
  }),
  provider('eikenlaan', 'Zorgkring Eikenlaan', 5, {
    teams: [team('Team Oosterbeek', 'renkum'), team('Team Wageningen', 'wageningen')],
    careKinds: [...broad, 'dementia-casemanagement'],
    expertises: ['palliative'],
    description: 'Zorg in de buurt, ook voor wie dementie heeft en thuis wil blijven wonen.',
  }),
  provider('klok', 'Buurtverpleging De Klok', 6, {
    teams: [team('Team Klarendal', 'arnhem-centrum', 'arnhem-noord'), team('Team Westervoort', 'duiven-westervoort')],
    careKinds: [...basic, 'wound', 'palliative', 'unplanned'],
    languages: ['tr', 'en'],
    description: 'Een team van twaalf verpleegkundigen dat zelf de agenda maakt.',
  }),
  provider('rozenhage', 'Rozenhage Zorg', 5, {
    teams: [team('Team Presikhaaf', 'arnhem-oost'), team('Team Rheden', 'rheden-rozendaal')],
    careKinds: [...basic, 'wound', 'short-stay'],
    faiths: ['humanistisch'],
    description: 'Thuiszorg, en zeven kamers voor wie even niet thuis kan zijn.',
  }),
  provider('parkzicht', 'Parkzicht Wijkzorg', 5, {
    teams: [team('Team Centrum', 'arnhem-centrum'), team('Team Zuid', 'arnhem-zuid')],
    careKinds: [...basic, 'medical-technical', 'wound'],
    languages: ['en', 'id'],
    description: 'Wijkzorg met veel ervaring in de zorg voor ouderen uit Indonesië en de Molukken.',
  }),
  provider('veerpont', 'Veerpont Thuiszorg', 4, {
    teams: [team('Team Driel en Heteren', 'overbetuwe'), team('Team Schuytgraaf', 'arnhem-zuid')],
    careKinds: [...basic, 'wound', 'unplanned'],
    description: 'Aan twee kanten van de Rijn. Ook ’s avonds en in het weekend.',
  }),
  provider('heideveld', 'Heideveld Wijkverpleging', 4, {
    teams: [team('Team Veluwe', 'renkum', 'wageningen', 'rheden-rozendaal')],
    careKinds: [...basic, 'palliative'],
    expertises: ['palliative'],
    faiths: ['protestants'],
    description: 'Wijkverpleging met een eigen team voor de laatste levensfase.',
  }),
  provider('nachtlicht', 'Nachtlicht Zorg', 4, {
    teams: [team('Nachtroute Arnhem', ...arnhem), team('Nachtroute Liemers en Betuwe', ...betuwe, ...liemers)],
    focus: ['unplanned', 'palliative'],
    careKinds: ['nursing', 'personal-care', 'unplanned', 'palliative'],
    expertises: ['palliative'],
    languages: ['en'],
    description: 'Zorg in de avond en de nacht, ook als het niet gepland is.',
  }),
  provider('brug', 'De Brug Medisch aan Huis', 5, {
    teams: [team('Technisch team', ...everywhere)],
    focus: ['medical-technical', 'technical'],
    careKinds: ['medical-technical', 'technical', 'nursing', 'advice'],
    expertises: ['technical'],
    languages: ['en', 'de'],
    description: 'Infuus, pomp en sonde thuis. Zeven dagen per week, in de hele regio.',
  }),
  provider('ademruim', 'Ademruim Longzorg', 3, {
    teams: [team('Longteam', ...everywhere)],
    focus: ['respiratory'],
    careKinds: ['respiratory', 'advice', 'nursing'],
    expertises: ['respiratory'],
    description: 'Longverpleegkundigen die bij u thuis komen. Voor zuurstof en voor een leven met minder benauwdheid.',
  }),
  provider('vuurvlinder', 'De Vuurvlinder Palliatieve Zorg', 3, {
    teams: [team('Team Palliatief', ...everywhere)],
    focus: ['palliative'],
    careKinds: ['palliative', 'nursing', 'personal-care', 'unplanned'],
    expertises: ['palliative'],
    faiths: ['rooms-katholiek', 'humanistisch'],
    description: 'Zorg in de laatste weken, thuis en in ons hospice met zes kamers.',
  }),
  provider('vlinderpad', 'Kindzorg Vlinderpad', 1.5, {
    teams: [team('Kinderteam', ...everywhere)],
    focus: ['child'],
    careKinds: ['child', 'technical', 'medical-technical', 'advice'],
    expertises: ['technical'],
    languages: ['en', 'ar'],
    description: 'Kinderverpleegkundigen voor zieke kinderen thuis.',
  }),
  provider('herinnering', 'De Herinnering Wijkzorg', 4, {
    teams: [
      team('Team Arnhem', 'arnhem-centrum', 'arnhem-noord', 'arnhem-zuid'),
      team('Team Duiven', 'duiven-westervoort'),
    ],
    careKinds: [...basic, 'dementia-casemanagement', 'short-stay'],
    description: 'Zorg voor mensen met geheugenproblemen en wie voor hen zorgt.',
  }),
  provider('wilgenblad', 'Het Wilgenblad', 2, {
    teams: [team('Team Huissen en Bemmel', 'lingewaard')],
    careKinds: [...basic, 'wound'],
    withoutContract: ['7029', '3343'],
    description: 'Acht verzorgenden en verpleegkundigen die elkaar en het dorp kennen.',
  }),
  provider('ijsselwind', 'Zorghuis IJsselwind', 3, {
    teams: [team('Team Lobith en Tolkamer', 'zevenaar'), team('Team Angerlo', 'doesburg')],
    careKinds: [...basic, 'palliative', 'short-stay'],
    faiths: ['rooms-katholiek'],
    languages: ['de'],
    description: 'Thuiszorg in het Gelders Eiland en langs de IJssel.',
  }),
  provider('kleurrijk', 'Kleurrijk aan Huis', 3, {
    teams: [team('Team Zuid en Oost', 'arnhem-zuid', 'arnhem-oost')],
    careKinds: [...basic, 'child', 'unplanned'],
    languages: ['en', 'es', 'ti', 'uk', 'pl'],
    faiths: ['hindoeïstisch'],
    withoutContract: ['9664'],
    description: 'Een team met veertien talen. Wij komen ook bij gezinnen met een ziek kind.',
  }),
]

type Particulars = Pick<Provider, 'teams' | 'careKinds' | 'description'> & Partial<Provider>

function provider(slug: string, name: string, size: number, particulars: Particulars): Provider {
  return { slug, name, size, expertises: [], languages: [], faiths: [], withoutContract: [], ...particulars }
}

function team(name: string, ...served: string[]) {
  return { name, areas: served }
}
