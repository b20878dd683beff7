import type { HeatCellProps, HeatGridProps } from '#design/index.ts'
import { addDays, formatDateShort, formatWeekday, type LocalDate } from '#kernel/dates.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { careKindText, daypartText } from '#kernel/text.nl.ts'
import { dayWords, noteWords, roomText } from '../../region-text.nl.ts'
import type { RegionTeam, ShownLight } from '../../shown-light.ts'
import { regionPaths, teamPath } from './paths.ts'

/** The id of one place, which a live page is sent again when its light changes. */
export const cellId = (teamId: string, on: LocalDate, daypart: Daypart) => `licht-${teamId}-${on}-${daypart}`

/** The id of a municipality, by itself or in a part of the day. */
export function municipalityId(name: string, daypart?: Daypart): string {
  return ['gemeente', name.replace(/[^\p{L}\p{N}]+/gu, '-'), daypart].filter(Boolean).join('-')
}

/** The columns of a grid: days with their parts. */
export function groupsOf(from: LocalDate, days: number, today: LocalDate): HeatGridProps['groups'] {
  return Array.from({ length: days }, (_, index) => {
    const on = addDays(from, index)
    return {
      key: on,
      label: on === today ? `${formatWeekday(on).slice(0, 2)} (nu)` : formatDateShort(on, today).replace(/ \w+$/, ''),
      href: `${regionPaths.region}?dag=${on}`,
      columns: dayparts.map((daypart) => ({
        key: daypart,
        label: daypartText[daypart],
        short: daypartText[daypart][0],
      })),
    }
  })
}

type Setting = { groups: HeatGridProps['groups']; today: LocalDate; now: Date }

/** A team as a row of a grid. */
export function gridRowOf(team: RegionTeam, { groups, today, now }: Setting): HeatGridProps['rows'][number] {
  const cells = groups.flatMap(({ key: on }) =>
    dayparts.map((daypart) => [`${on}.${daypart}`, cellOf(team, on, daypart, now)] as const),
  )
  const day = groups.length === 1 ? groups[0]?.key : undefined
  return {
    key: team.id,
    label: team.name,
    note: team.organization,
    href: day && day !== today ? `${regionPaths.team(team.id)}?dag=${day}` : regionPaths.team(team.id),
    cells: Object.fromEntries(cells),
  }
}

/** One place: what the team says, how old that is, and where it leads when there is no room. */
export function cellOf(
  team: Pick<RegionTeam, 'id' | 'lights' | 'narrowed'>,
  on: LocalDate,
  daypart: Daypart,
  now: Date,
): HeatCellProps {
  const isHere = (light: ShownLight) => light.on === on && light.daypart === daypart
  const said = team.lights.find(isHere)
  const value = said?.light ?? 'unknown'
  const own = said ? noteWords(said, now) : undefined
  const narrowed = team.narrowed.filter(isHere).map(narrowedWords)
  return {
    id: cellId(team.id, on, daypart),
    value,
    word: said?.careKind ? `${roomText[value]} voor ${careKindText[said.careKind]}` : roomText[value],
    note: [own, ...narrowed].filter(Boolean).join(' · ') || undefined,
    href: value === 'red' || value === 'amber' ? teamPath(team.id, on, daypart) : undefined,
  }
}

function narrowedWords({ careKind, light }: ShownLight): string {
  return careKind ? `${careKindText[careKind]}: ${roomText[light]}` : ''
}

export const captionOf = (on: LocalDate, today: LocalDate) => `Wie heeft ruimte, ${dayWords(on, today)}`
