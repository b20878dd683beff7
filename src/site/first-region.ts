import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { coordinatingTeams, firstReasons } from '#modules/regions/index.ts'

export type NewRegion = { slug: string; name: string; host: string | null }
type Made = { regionId: string; officeId: string }

/**
 * An empty database that is not for practice gets one region with a desk that holds every request until the region manager
 * has added teams and routes. The manager's details follow in the pages under /regio.
 */
export function makeFirstRegion(owner: pg.ClientConfig): Promise<Made> {
  return inOneGo(owner, async (client) => {
    await client.query('insert into platform.installation (practice) values (false)')
    return makeRegion(client, { slug: 'regio', name: 'Nieuwe regio', host: null })
  })
}

/** Makes the regions that are not there yet, each as the first one began, and gives all the name they are found by. */
export function makeMoreRegions(owner: pg.ClientConfig, wanted: readonly NewRegion[]): Promise<string[]> {
  return inOneGo(owner, async (client) => {
    // Two that start at once take turns; the second finds them there.
    await client.query('lock table regions.region in exclusive mode')
    const made: string[] = []
    for (const region of wanted) {
      const { rowCount } = await client.query('update regions.region set host = $2 where slug = $1', [
        region.slug,
        region.host,
      ])
      if (rowCount) continue
      await makeRegion(client, region)
      made.push(region.name)
    }
    return made
  })
}

async function makeRegion(client: pg.Client, { slug, name, host }: NewRegion): Promise<Made> {
  const [regionId, deskId, officeId] = [newId(), newId(), newId()]
  await client.query('insert into regions.region (id, slug, name, host, way_of_working) values ($1, $2, $3, $4, $5)', [
    regionId,
    slug,
    name,
    host,
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
  return { regionId, officeId }
}

async function inOneGo<Answer>(owner: pg.ClientConfig, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('begin')
    const answer = await work(client)
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}
