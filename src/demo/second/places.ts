import type { PracticePostcode } from '../region/postcodes.ts'

/** Public facts of two municipalities, with a centre rounded to a hundredth of a degree; the weight is a guess. */
export const postcodes: readonly PracticePostcode[] = [
  area('2711', 'Zoetermeer', 52.06, 4.49, 8),
  area('2712', 'Zoetermeer', 52.06, 4.48, 6),
  area('2715', 'Zoetermeer', 52.05, 4.47, 7),
  area('2716', 'Zoetermeer', 52.06, 4.46, 7),
  area('2717', 'Zoetermeer', 52.07, 4.47, 7),
  area('2718', 'Zoetermeer', 52.04, 4.51, 4),
  area('2719', 'Zoetermeer', 52.05, 4.52, 6),
  area('2725', 'Zoetermeer', 52.07, 4.51, 6),
  area('2631', 'Nootdorp', 52.04, 4.4, 6, 'Pijnacker-Nootdorp'),
  area('2641', 'Pijnacker', 52.02, 4.43, 7, 'Pijnacker-Nootdorp'),
]

function area(
  pc4: string,
  place: string,
  latitude: number,
  longitude: number,
  weight: number,
  municipality = place,
): PracticePostcode {
  return { pc4, place, municipality, latitude, longitude, weight }
}

export const areaTeams = [
  { slug: 'zoetermeer', name: 'Wijkteam Zoetermeer', pc4s: pc4sOf('Zoetermeer') },
  { slug: 'oostland', name: 'Wijkteam Oostland', pc4s: pc4sOf('Pijnacker-Nootdorp') },
] as const

function pc4sOf(municipality: string): readonly string[] {
  return postcodes.filter((one) => one.municipality === municipality).map(({ pc4 }) => pc4)
}
