import type { SmallRegion } from '#testing/small-region.ts'

/** A team of a provider that comes in these neighbourhoods, with what its organisation tells about itself. */
export async function aTeamOf(
  region: SmallRegion,
  organization: 'alfa' | 'beta' | 'gamma',
  pc4s: readonly string[],
  profile: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { asOwner, organizations, regionId } = region
  const id = crypto.randomUUID()
  await asOwner('insert into organizations.team (id, region_id, organization_id, name) values ($1, $2, $3, $4)', [
    id,
    regionId,
    organizations[organization],
    `Team ${organization}`,
  ])
  for (const pc4 of pc4s)
    await asOwner('insert into organizations.service_area (team_id, pc4) values ($1, $2)', [id, pc4])
  for (const [column, value] of Object.entries(profile)) {
    await asOwner(`update organizations.organization set ${column} = $2 where id = $1`, [
      organizations[organization],
      value,
    ])
  }
  return id
}
