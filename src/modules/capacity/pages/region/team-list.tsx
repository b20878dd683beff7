import { type Column, DataTable, Light, Lines, type Row } from '#design/index.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { formatPhone } from '#kernel/phone.ts'
import { capital } from '#kernel/sentence.ts'
import { careKindText, daypartText } from '#kernel/text.nl.ts'
import type { RegionQuestion } from '../../region-question.ts'
import { dayWords, noteWords } from '../../region-text.nl.ts'
import type { RegionTeam } from '../../shown-light.ts'
import { cellId, cellOf } from './light-cells.ts'
import { regionPaths } from './paths.ts'

type Setting = { question: RegionQuestion; today: LocalDate; now: Date }

/** The teams as a list, for who would rather read. */
export function TeamList({ teams, ...setting }: Setting & { teams: readonly RegionTeam[] }) {
  const { question, today } = setting
  return (
    <DataTable
      caption={`Teams en hun ruimte, ${dayWords(question.on, today)}`}
      columns={teamColumns(question)}
      rows={teams.map((team) => teamRowOf(team, setting))}
    />
  )
}

const partsOf = ({ filters }: RegionQuestion) => (filters.daypart ? [filters.daypart] : dayparts)

export function teamColumns(question: RegionQuestion): Column[] {
  return [
    { key: 'team', label: 'Team' },
    ...partsOf(question).map((daypart) => ({ key: daypart, label: capital(daypartText[daypart]) })),
    { key: 'expertise', label: 'Deskundigheid' },
    { key: 'phone', label: 'Telefoon', nowrap: true },
  ]
}

export const teamRowId = (teamId: string) => `team-${teamId}`

/** A team as a row of the list; a live page is sent it again when a light of it changes. */
export function teamRowOf(team: RegionTeam, { question, now }: Setting): Row {
  const lights = partsOf(question).map((daypart) => {
    const { value, word } = cellOf(team, question.on, daypart, now)
    const said = team.lights.find((light) => light.on === question.on && light.daypart === daypart)
    return [
      daypart,
      <Lines
        key={cellId(team.id, question.on, daypart)}
        first={<Light value={value} label={word} />}
        then={said ? [noteWords(said, now)] : []}
      />,
    ]
  })
  return {
    key: team.id,
    id: teamRowId(team.id),
    href: `${regionPaths.team(team.id)}?dag=${question.on}`,
    cells: {
      team: <Lines first={team.name} then={[team.organization]} />,
      ...Object.fromEntries(lights),
      expertise:
        team.expertises.map((code) => careKindText[code as keyof typeof careKindText] ?? code).join(', ') || '–',
      phone: team.phone ? formatPhone(team.phone) : '–',
    },
  }
}
