import { newId } from '#kernel/ids.ts'
import type { SmallRegion } from '#testing/small-region.ts'
import type { Cell } from './rules/cell.ts'
import type { Wish } from './rules/setting.ts'

/** A team of one of the organisations of the small region. */
export async function aTeam(
  region: SmallRegion,
  organization: keyof SmallRegion['organizations'] = 'alfa',
  { name = 'Team Centrum', pc4s = ['6811'] }: { name?: string; pc4s?: string[] } = {},
): Promise<string> {
  const id = newId()
  await region.asOwner(
    'insert into organizations.team (id, region_id, organization_id, name) values ($1, $2, $3, $4)',
    [id, region.regionId, region.organizations[organization], name],
  )
  for (const pc4 of pc4s) await region.asOwner('insert into organizations.service_area values ($1, $2)', [id, pc4])
  return id
}

export function aCell(teamId: string, on: string, more: Partial<Cell> = {}): Cell {
  return { teamId, on, daypart: 'morning', careKind: '', ...more }
}

/** Green, unless told otherwise. */
export function aWish(teamId: string, on: string, more: Partial<Wish> = {}): Wish {
  return { ...aCell(teamId, on), light: 'green', ...more }
}
