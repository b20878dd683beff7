import type { Row } from '../copy.ts'

/** Invented desks of the municipalities, with numbers that nobody has. */
export function otherHelpOf(regionId: string, municipalities: ReadonlyMap<string, string>, madeAt: Date): Row[] {
  return [...municipalities].flatMap(([name, id], place) => {
    const number = (desk: number) => `+31260003${desk}${String(place).padStart(2, '0')}`
    const help = [
      { kind: 'wmo', name: `Wmo-loket ${name}`, phone: number(1), hours: 'werkdagen, 9.00 tot 12.30 uur', site: 'wmo' },
      { kind: 'gp', name: 'Uw eigen huisarts', phone: null, hours: 'werkdagen, 8.00 tot 17.00 uur', site: null },
      {
        kind: 'out-of-hours',
        name: eastern.includes(name) ? 'Huisartsenpost Liemers (verzonnen)' : 'Huisartsenpost Oefenregio (verzonnen)',
        phone: eastern.includes(name) ? '+31260003999' : '+31260003998',
        hours: 'werkdagen vanaf 17.00 uur, en het hele weekend',
        site: null,
      },
      {
        kind: 'wlz',
        name: 'Zorgkantoor Oefenregio',
        phone: '+31260003997',
        hours: 'werkdagen, 8.30 tot 17.00 uur',
        site: null,
      },
      {
        kind: 'client-support',
        name: `Cliëntondersteuning ${name}`,
        phone: number(2),
        hours: 'maandag, dinsdag en donderdag, 9.00 tot 16.00 uur',
        site: 'clientondersteuning',
      },
    ]
    return help.map(({ kind, name: desk, phone, hours, site }) => ({
      municipality_id: id,
      kind,
      region_id: regionId,
      name: desk,
      phone,
      website: site === null ? null : `https://www.${site}-${name.toLowerCase()}.example.nl`,
      hours,
      updated_at: madeAt,
    }))
  })
}

const eastern = ['Doesburg', 'Duiven', 'Westervoort', 'Zevenaar']
