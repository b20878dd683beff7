import { get } from 'node:http'
import pg from 'pg'
import { type BenchApp, startApp } from './support/app.ts'
import { machineLine, table } from './support/figures.ts'
import { measurePages, type PageSite } from './support/page-run.ts'
import { Person } from './support/person.ts'
import { type BenchRegion, createRegion } from './support/region.ts'

/**
 * The public face in regions of 16, 160 and 1,600 teams of organisations. A larger region has more of everything (places, postcodes,
 * organisations, coordinating teams, lines of the division), as many in each neighbourhood; so a page shows the same and has to find it among
 * more. The regions take turns, batch by batch; the smallest is the baseline. And how much the widget weighs.
 */
const sizes = (process.env.TEAMS ?? '16,160,1600').split(',').map(Number)
const batches = Number(process.env.BATCHES ?? 20)
const perBatch = Number(process.env.PER_BATCH ?? 50)

type Site = PageSite & { region: BenchRegion; app: BenchApp; anyone: Person }

async function openSite(teams: number): Promise<Site> {
  const region = await createRegion(1_000)
  const pc4s = await growTo(region, teams)
  const app = await startApp(region)
  const anyone = new Person(app.address)
  const pages = [
    { name: 'search: a slip of the hand', ask: () => anyone.get('/wijk?plaats=osterbek&zorg=steunkousen') },
    { name: 'search: a postcode', ask: () => anyone.get('/wijk?plaats=6811AB') },
    { name: 'neighbourhood', ask: () => anyone.get('/wijk/6811') },
    { name: 'organisation', ask: () => anyone.get('/wijk/organisatie/rijnbocht') },
    {
      name: 'comparison of four',
      ask: () => anyone.get('/wijk/vergelijken?met=rijnbocht&met=klok&met=safraan&met=papaver'),
    },
    { name: 'widget', ask: () => anyone.get('/widget?plaats=6811') },
  ]
  return { facts: [teams, pc4s], asker: anyone, region, app, anyone, pages }
}

/** Copies of the practice region beside itself, each in municipalities and postcodes of its own, until there are as many teams as wanted. */
async function growTo({ owner }: BenchRegion, wanted: number): Promise<number> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows: counted } = await client.query<{ teams: number }>(
    'select count(*)::int as teams from organizations.team',
  )
  const copies = Math.ceil(wanted / counted[0]!.teams) - 1
  // Postcodes of the practice region begin with 6; those of the copies do not.
  await client.query(`create temp table new_pc4 as
    select n, a.pc4 as old, ((array(select one::text from generate_series(1000, 9999) one where one / 1000 <> 6))
      [(n - 1) * (count(*) over (partition by n)) + row_number() over (partition by n order by a.pc4)]) as pc4
    from regions.postcode_area a cross join generate_series(1, ${copies}) n`)
  for (const statement of copying) await client.query(statement.replaceAll('$copies', String(copies)))
  // The first team of each organisation stays, so that the pages that are asked for are there.
  await client.query(
    `update organizations.team set active = false where id in (
       select id from (select t.id, row_number() over (partition by t.organization_id order by t.id) as place, o.slug from organizations.team t
         join organizations.organization o on o.id = t.organization_id) t
       order by place, slug in ('rijnbocht', 'klok', 'safraan', 'papaver') desc, id offset $1)`,
    [wanted],
  )
  const { rows } = await client.query<{ teams: number; pc4s: number }>(
    `select (select count(*)::int from organizations.team where active) as teams, (select count(*)::int from regions.postcode_area) as pc4s`,
  )
  await client.query('vacuum (analyze)')
  await client.end()
  if (rows[0]!.teams !== wanted) throw new Error(`The region has ${rows[0]!.teams} teams instead of ${wanted}`)
  return rows[0]!.pc4s
}

const copying = [
  `create temp table new_organization as
     select n, id as old, gen_random_uuid() as id from organizations.organization cross join generate_series(1, $copies) n where kind = 'provider'`,
  `create temp table new_team as
     select n, id as old, gen_random_uuid() as id from organizations.team cross join generate_series(1, $copies) n`,
  `create temp table new_coordinating as
     select n, id as old, gen_random_uuid() as id from organizations.coordinating_team cross join generate_series(1, $copies) n`,
  `insert into regions.municipality (id, region_id, name)
     select gen_random_uuid(), region_id, name || ' ' || n from regions.municipality cross join generate_series(1, $copies) n`,
  `insert into regions.postcode_area (region_id, pc4, place, municipality_id, latitude, longitude)
     select a.region_id, c.pc4, a.place || ' ' || c.n, m2.id, a.latitude, a.longitude
     from regions.postcode_area a join new_pc4 c on c.old = a.pc4
     join regions.municipality m on m.id = a.municipality_id
     join regions.municipality m2 on m2.region_id = a.region_id and m2.name = m.name || ' ' || c.n`,
  `insert into organizations.organization (id, region_id, slug, name, kind, phone, email, description, care_kinds, expertises, languages, faiths, insurers)
     select c.id, o.region_id, o.slug || '-' || c.n, o.name || ' ' || c.n, o.kind, o.phone, o.email, o.description, o.care_kinds, o.expertises,
       o.languages, o.faiths, o.insurers from organizations.organization o join new_organization c on c.old = o.id`,
  `insert into organizations.team (id, region_id, organization_id, name, phone, care_kinds, expertises)
     select c.id, t.region_id, o.id, t.name, t.phone, t.care_kinds, t.expertises from organizations.team t
     join new_team c on c.old = t.id join new_organization o on o.old = t.organization_id and o.n = c.n`,
  `insert into organizations.service_area (team_id, pc4)
     select c.id, p.pc4 from organizations.service_area a join new_team c on c.old = a.team_id join new_pc4 p on p.old = a.pc4 and p.n = c.n`,
  `insert into organizations.coordinating_team (id, region_id, slug, name, kind, expertise, phone, phone_hours, email, description)
     select c.id, t.region_id, t.slug || '-' || c.n, t.name || ' ' || c.n, t.kind, t.expertise, t.phone, t.phone_hours, t.email, t.description
     from organizations.coordinating_team t join new_coordinating c on c.old = t.id`,
  `insert into organizations.contact_person (id, region_id, coordinating_team_id, first_name, job_title)
     select gen_random_uuid(), p.region_id, c.id, p.first_name, p.job_title from organizations.contact_person p
     join new_coordinating c on c.old = p.coordinating_team_id`,
  `insert into coordination.route (id, region_id, priority, coordinating_team_id, pc4s, care_kinds)
     select gen_random_uuid(), r.region_id, r.priority, c.id,
       (select array_agg(p.pc4) from new_pc4 p where p.n = c.n and p.old = any (r.pc4s)), r.care_kinds
     from coordination.route r join new_coordinating c on c.old = r.coordinating_team_id where r.pc4s is not null`,
]

const sites: Site[] = []
for (const size of sizes) sites.push(await openSite(size))
console.log(machineLine('npm run bench -- directory'))
console.log(`\n${await measurePages(sites, ['teams', 'postcodes'], { batches, perBatch, warmUp: 30 })}`)
console.log(`\n${await weighWidget(sites.at(-1)!)}`)
for (const site of sites) {
  await site.app.stop()
  await site.region.stop()
}
process.exit(0)

/** What a first visit fetches, compressed as a browser asks for it and without headers, and what it keeps in the browser. */
async function weighWidget({ app, anyone }: Site): Promise<string> {
  const path = '/widget?plaats=6811'
  const { body } = await anyone.get(path)
  const style = /href="(\/widget\/stijl\/[^"]+)"/.exec(body)?.[1] ?? ''
  const page = await bytesOf(app.address + path)
  const sheet = await bytesOf(app.address + style)
  const head = ['the widget with an answer', 'bytes over the line', 'cookies']
  return table(head, [
    ['page', page.bytes, page.cookies],
    ['style sheet', sheet.bytes, sheet.cookies],
  ])
}

function bytesOf(address: string): Promise<{ bytes: number; cookies: number }> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { accept: 'text/html', 'accept-encoding': 'br' } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ bytes, cookies: response.headers['set-cookie']?.length ?? 0 }))
    }).on('error', reject)
  })
}
