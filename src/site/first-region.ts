import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { coordinatingTeams, firstReasons } from '#modules/regions/index.ts'

/**
 * An empty database that is not for practice gets one region with a desk that holds every request until the region manager
 * has added teams and routes. The manager's details follow in the pages under /regio.
 */
export async function makeFirstRegion(owner: pg.ClientConfig): Promise<{ regionId: string; officeId: string }> {
  const client = new pg.Client(owner)
  await client.connect()
  const [regionId, deskId, officeId] = [newId(), newId(), newId()]
  try {
    await client.query('begin')
    await client.query('insert into platform.installation (practice) values (false)')
    await client.query('insert into regions.region (id, slug, name, way_of_working) values ($1, $2, $3, $4)', [
      regionId,
      'regio',
      'Nieuwe regio',
      JSON.stringify(coordinatingTeams(deskId)),
    ])
    await client.query(
      `insert into organizations.coordinating_team (id, region_id, slug, name, kind, phone, phone_hours, email)
       values ($1, $2, 'regioloket', 'Regioloket', 'desk', '+31000000000', 'nog niet ingevuld', 'loket@localhost')`,
      [deskId, regionId],
    )
    await client.query(
      `insert into organizations.organization (id, region_id, slug, name, kind) values ($1, $2, 'regiobureau', 'Regiobureau', 'region-office')`,
      [officeId, regionId],
    )
    for (const [list, reasons] of Object.entries(firstReasons)) {
      for (const [position, { code, label, wantsText }] of reasons.entries()) {
        await client.query(
          'insert into regions.reason (region_id, list, code, label, wants_text, position) values ($1, $2, $3, $4, $5, $6)',
          [regionId, list, code, label, wantsText ?? false, position],
        )
      }
    }
    await client.query('commit')
    return { regionId, officeId }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}
