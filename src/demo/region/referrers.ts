/** Who asks for care on behalf of a client. All invented. */
export type Referrer = {
  slug: string
  name: string
  kind: 'hospital' | 'gp-practice' | 'rehabilitation' | 'case-management' | 'social-team'
  /** Where its clients live: area slugs; left out for the whole region. */
  areas?: readonly string[]
  description: string
}

const areasOf: Readonly<Record<string, readonly string[]>> = {
  Arnhem: ['arnhem-centrum', 'arnhem-noord', 'arnhem-oost', 'arnhem-zuid'],
  Overbetuwe: ['overbetuwe'],
  Lingewaard: ['lingewaard'],
  Renkum: ['renkum'],
  Wageningen: ['wageningen'],
  Rheden: ['rheden-rozendaal'],
  Rozendaal: ['rheden-rozendaal'],
  Duiven: ['duiven-westervoort'],
  Westervoort: ['duiven-westervoort'],
  Zevenaar: ['zevenaar'],
  Doesburg: ['doesburg'],
}

export const referrers: readonly Referrer[] = [
  {
    slug: 'drie-linden',
    name: 'Ziekenhuis De Drie Linden',
    kind: 'hospital',
    description: 'Transferbureau: regelt de zorg na een opname. Elke werkdag van 8.00 tot 17.00 uur.',
  },
  {
    slug: 'heuvelrand',
    name: 'Revalidatiecentrum Heuvelrand',
    kind: 'rehabilitation',
    description: 'Revalidatie na een beroerte, een gebroken heup of een operatie.',
  },
  {
    slug: 'het-anker',
    name: 'Casemanagement Dementie Het Anker',
    kind: 'case-management',
    description: 'Casemanagers die mensen met dementie en hun naasten begeleiden.',
  },
  ...practices([
    ['klaverblad', 'Het Klaverblad', 'arnhem-centrum'],
    ['wilde-roos', 'De Wilde Roos', 'arnhem-noord'],
    ['oude-molen', 'De Oude Molen', 'arnhem-oost'],
    ['zomertuin', 'De Zomertuin', 'arnhem-zuid'],
    ['rietkraag', 'De Rietkraag', 'arnhem-zuid'],
    ['appelgaard', 'De Appelgaard', 'overbetuwe'],
    ['kersenboom', 'De Kersenboom', 'lingewaard'],
    ['bosrand', 'De Bosrand', 'renkum'],
    ['stadsgracht', 'De Stadsgracht', 'wageningen'],
    ['beukenlaan', 'De Beukenlaan', 'rheden-rozendaal'],
    ['watermolen', 'De Watermolen', 'duiven-westervoort', 'zevenaar'],
    ['ijsselpoort', 'De IJsselpoort', 'doesburg', 'zevenaar'],
  ]),
  ...Object.keys(areasOf).map((municipality) => ({
    slug: `sociaal-team-${municipality.toLowerCase()}`,
    name: `Sociaal team ${municipality}`,
    kind: 'social-team' as const,
    areas: areasOf[municipality],
    description: `Vragen over hulp in het huishouden, begeleiding en mantelzorg in ${municipality}.`,
  })),
]

/** A general practice has the name of something that grows or stands nearby. */
function practices(list: readonly (readonly [string, string, ...string[]])[]): Referrer[] {
  return list.map(([slug, name, ...served]) => ({
    slug,
    name: `Huisartsenpraktijk ${name}`,
    kind: 'gp-practice',
    areas: served,
    description: 'Huisartsen en praktijkondersteuners voor de buurt.',
  }))
}
