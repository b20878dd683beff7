import { type Compilable, sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'

/** A cell about which something is known, with what it says at the moment that was asked for. */
export type LightRow = {
  teamId: string
  organizationId: string
  on: LocalDate
  daypart: Daypart
  careKind: CareKind | ''
  /** What counts: `unknown` when it is too old or its until has passed. */
  light: Light
  /** What was said, however long ago. */
  said: Light
  /** Set by somebody, or filled in from the team's pattern or an exception to it. */
  origin: 'set' | 'pattern' | 'exception'
  reason: string | null
  reasonText: string | null
  until: Date | null
  freeMinutes: number | null
  newClients: number | null
  setByName: string
  setAt: Date
  /** 0 for what nobody set. */
  version: number
}

/**
 * The lights of these days, of all teams whose lights this actor may see, as they are at the moment of the call. Cells
 * without a row are grey. Narrow it with `where`; the columns of `l` are those of the SQL function `capacity.lights_between`.
 */
export function selectLights(scope: Scope, from: LocalDate, to: LocalDate) {
  return build
    .selectFrom(lightsBetween(scope, from, to).as('l'))
    .select([
      'l.team_id as teamId',
      'l.organization_id as organizationId',
      'l.light_on as on',
      'l.daypart',
      'l.care_kind as careKind',
      'l.light',
      'l.said',
      'l.origin',
      'l.reason',
      'l.reason_text as reasonText',
      'l.until_at as until',
      'l.free_minutes as freeMinutes',
      'l.new_clients as newClients',
      'l.set_by_name as setByName',
      'l.set_at as setAt',
      'l.version',
    ])
}

type Columns = {
  team_id: string
  organization_id: string
  light_on: string
  daypart: Daypart
  care_kind: CareKind | ''
  light: Light
  said: Light
  origin: LightRow['origin']
  reason: string | null
  reason_text: string | null
  until_at: Date | null
  free_minutes: number | null
  new_clients: number | null
  set_by_name: string
  set_at: Date
  version: number
}

/** To join in a query of one's own. */
export function lightsBetween(scope: Scope, from: LocalDate, to: LocalDate) {
  return sql<Columns>`capacity.lights_between(${from}::date, ${to}::date, ${scope.now()}::timestamptz)`
}

/** The lights of one team. */
export function teamLightsQuery(scope: Scope, teamId: string, from: LocalDate, to: LocalDate): Compilable<LightRow> {
  return selectLights(scope, from, to)
    .where('l.team_id', '=', teamId)
    .orderBy('l.light_on')
    .orderBy('l.daypart')
    .orderBy('l.care_kind')
}
