import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { LightRow } from '#modules/capacity/index.ts'
import { fairShares } from './rules/fair-share.ts'
import { type Counted, responses } from './rules/response.ts'
import { areaKindOf, travelMeasured } from './rules/travel.ts'
import type { ClientArea, LightOf, Party, Place, Wanted } from './rules/wanted.ts'
import { worthOf } from './rules/weights.ts'
import type { PartyRow, RequestRow, TakenRow } from './store.ts'

export function toWanted(row: RequestRow, today: LocalDate): Wanted {
  const paidByInsurer = row.financing === null || row.financing === 'zvw' || row.financing === 'unknown'
  return {
    requestId: row.id,
    pc4: row.pc4,
    place: toPlace(row),
    areaKind: areaKindOf(row.postcodesNearby),
    careKinds: row.careKinds,
    dayparts: row.dayparts,
    priority: row.priority,
    startOn: row.startOn && row.startOn > today ? row.startOn : today,
    insurer: (paidByInsurer && row.insurer) || undefined,
    preferredOrganizationId: row.preferredOrganizationId ?? undefined,
    existingOrganizationId: row.existingOrganizationId ?? undefined,
    languages: row.languages,
    faith: row.faith ?? undefined,
    carerGender: row.carerGender ?? undefined,
    unwantedIds: row.unwantedIds,
    earlierOrganizationIds: row.earlierOrganizationIds,
    refusedBy: row.refusedBy,
  }
}

/** What is counted of organisations: what they took, how they answered, and by team where they have clients now. */
export type Counts = {
  taken: readonly TakenRow[]
  answers: readonly Counted[]
  clientAreas: ReadonlyMap<string, readonly ClientArea[]>
}

/** The teams, with their lights for this kind of care. */
export function toParties(
  wanted: Pick<Wanted, 'careKinds'>,
  rows: readonly PartyRow[],
  lights: ReadonlyMap<string, SaidLight>,
  { taken, answers, clientAreas }: Counts,
): Party[] {
  const takenBy = new Map(taken.map((row) => [row.organizationId, row]))
  const answered = responses(answers)
  const shares = fairShares(rows, (organizationId) => takenBy.get(organizationId) ?? { week: 0, month: 0 })
  return rows.map((row) => ({
    ...factsOf(row),
    routes: toRoutes(row),
    clientAreas: clientAreas.get(row.teamId),
    lightOf: lightOf(wanted, row.teamId, lights),
    taken: { week: takenBy.get(row.organizationId)?.week ?? 0, month: takenBy.get(row.organizationId)?.month ?? 0 },
    fairShare: shares.get(row.organizationId),
    response: answered.get(row.organizationId),
  }))
}

function toRoutes({ routes }: PartyRow): Party['routes'] {
  if (!routes) return undefined
  return new Map(Object.entries(routes).map(([pc4, measured]) => [pc4, travelMeasured(...measured)]))
}

/** What teams said, by team, day, part of the day and kind of care; an empty kind is all care. */
export type Said = ReadonlyMap<string, LightRow>
/** As much of it as a shortlist looks at. */
type SaidLight = Pick<LightRow, 'teamId' | 'on' | 'daypart' | 'careKind' | 'light'>

export const cellKey = (teamId: string, on: LocalDate, daypart: Daypart, kind: string) =>
  `${teamId} ${on} ${daypart} ${kind}`

export function toSaid<Row extends SaidLight>(lights: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(lights.map((row) => [cellKey(row.teamId, row.on, row.daypart, row.careKind), row]))
}

/** What was said for a kind of care that is asked counts before what was said for all; of several kinds the least room counts. */
export function lightOf(
  { careKinds }: Pick<Wanted, 'careKinds'>,
  teamId: string,
  said: ReadonlyMap<string, SaidLight>,
): LightOf {
  return (on, daypart) => {
    const usual: Light = said.get(cellKey(teamId, on, daypart, ''))?.light ?? 'unknown'
    const each = careKinds.map((kind) => said.get(cellKey(teamId, on, daypart, kind))?.light ?? usual)
    return each.reduce((worst, light) => (worthOf[light] < worthOf[worst] ? light : worst), each[0] ?? usual)
  }
}

/** What a team says of itself, whatever is asked of it. */
export function factsOf(row: PartyRow) {
  const { teamId, teamName, organizationId, organizationName, careKinds, insurers, languages, faiths, carerGenders } =
    row
  return {
    teamId,
    teamName,
    organizationId,
    organizationName,
    pc4s: new Set(row.pc4s),
    careKinds,
    insurers,
    languages,
    faiths,
    carerGenders,
    place: toPlace(row),
  }
}

function toPlace({ latitude, longitude }: { latitude: number | null; longitude: number | null }): Place | undefined {
  return latitude === null || longitude === null ? undefined : { latitude, longitude }
}

export type ClientAreaRow = {
  organizationId: string
  pc4: string
  clients: number
  latitude: number
  longitude: number
}

/** By team: where its organisation has clients, in the postcodes that this team serves. */
export function toClientAreas(
  rows: readonly ClientAreaRow[],
  teams: readonly { teamId: string; organizationId: string; pc4s: readonly string[] }[],
): ReadonlyMap<string, readonly ClientArea[]> {
  const byOrganization = new Map<string, ClientArea[]>()
  for (const { organizationId, pc4, clients, latitude, longitude } of rows) {
    const known = byOrganization.get(organizationId) ?? []
    known.push({ pc4, clients, place: { latitude, longitude } })
    byOrganization.set(organizationId, known)
  }
  return new Map(
    teams.map(({ teamId, organizationId, pc4s }) => {
      const served = new Set(pc4s)
      return [teamId, (byOrganization.get(organizationId) ?? []).filter(({ pc4 }) => served.has(pc4))]
    }),
  )
}
