import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Party, Wanted } from './rules/wanted.ts'

/** A team in the middle of Arnhem that can do everything and is green all week, unless told otherwise. */
export function aParty(
  teamId: string,
  more: Partial<Party> & { lights?: Partial<Record<Daypart, Light>> } = {},
): Party {
  const { lights = {}, ...rest } = more
  return {
    teamId,
    teamName: `Team ${teamId}`,
    organizationId: `org-${teamId}`,
    organizationName: `Organisatie ${teamId}`,
    pc4s: new Set(['6811']),
    careKinds: ['personal-care', 'nursing', 'wound'],
    insurers: [],
    languages: [],
    faiths: [],
    place: { latitude: 51.98, longitude: 5.91 },
    lightOf: (_on, daypart) => lights[daypart] ?? 'green',
    taken: { week: 0, month: 0 },
    ...rest,
  }
}

export function aWanted(more: Partial<Wanted> = {}): Wanted {
  return {
    requestId: 'request-1',
    pc4: '6811',
    place: { latitude: 51.98, longitude: 5.91 },
    careKinds: ['personal-care'],
    dayparts: ['morning'],
    priority: 'within-48-hours',
    startOn: '2026-11-23',
    languages: [],
    refusedBy: [],
    ...more,
  }
}
