import pg from 'pg'
import { startApp } from './support/app.ts'
import { machineLine, table } from './support/figures.ts'
import { makeNurses, type Nurse } from './support/nurses.ts'
import { become, Person } from './support/person.ts'
import { createRegion } from './support/region.ts'
import { aBody } from './support/request.ts'

/**
 * Rounds in which 200 people press at the same moment on one request, over two app processes on one database: who takes it, who
 * chooses an offer, who gives it back, who takes or gives back a part, who hands it over, and who ends it. After each round the
 * database is asked whether anything stands there that cannot be; at the end what each kind of press was answered.
 */
const rounds = Number(process.env.ROUNDS ?? 1_000)
const people = Number(process.env.PEOPLE ?? 200)

const region = await createRegion(1_000)
const apps = [await startApp(region), await startApp(region)]
const owner = new pg.Pool({ ...region.owner, max: 4 })
const model = await become(apps[0]!.address, 'Marit Hofstede')
const { coordinatingTeamIds } = await model.json<{ coordinatingTeamIds: string[] }>('GET', '/api/me')
const teamId = coordinatingTeamIds[0]!
const nurses = await makeNurses(owner, teamId, people, (n) => apps[n % 2]!.address)
const anyone = new Person(apps[0]!.address)

/** How a request stands when all press: on the list, with offers on the table, taken, or in parts. */
const situations = ['listed', 'offers', 'taken', 'parts'] as const
type Situation = (typeof situations)[number]
type Press = { kind: string; path: string; body: unknown }

const answers = new Map<string, Map<string, number>>()
const ends = new Map<string, number>()
const impossible: string[] = []

for (let round = 0; round < rounds; round += 1) {
  const situation = situations[round % situations.length]!
  const id = await makeRequest(round)
  const partIds = await bringTo(situation, id)
  const replies = await Promise.all(
    inTurn(round).map(async (n) => {
      const nurse = nurses[n]!
      const { kind, path, body } = pressOf(situation, n, partIds, Math.floor(round / situations.length))
      const reply = await nurse.person.send('POST', `/api/care-requests/${id}/${path}`, body)
      return { kind, reply }
    }),
  )
  for (const { kind, reply } of replies) count(kind, answerOf(reply.status, reply.body))
  const [state, faults] = await look(id)
  ends.set(`${situation} → ${state}`, (ends.get(`${situation} → ${state}`) ?? 0) + 1)
  for (const fault of faults) impossible.push(`round ${round}, ${situation}: ${fault}`)
}

console.log(machineLine(`ROUNDS=${rounds} npm run bench -- races`))
console.log(`\n${rounds} rounds of ${people} people over 2 processes: ${impossible.length} impossible states\n`)
console.log(
  table(
    ['pressed', 'done', 'refused', 'no longer theirs to see', 'other answers'],
    [...answers].sort().map(([kind, by]) => [
      kind,
      by.get('done') ?? 0,
      by.get('refused') ?? 0,
      by.get('unseen') ?? 0,
      [...by]
        .filter(([answer]) => !['done', 'refused', 'unseen'].includes(answer))
        .map(([answer, n]) => `${answer}: ${n}`)
        .join(', ') || 'none',
    ]),
  ),
)
console.log(`\n${table(['from → to', 'rounds'], [...ends].sort())}`)
for (const fault of impossible.slice(0, 20)) console.error(fault)
await owner.end()
for (const app of apps) await app.stop()
await region.stop()
const strange = [...answers.values()].some((by) => [...by.keys()].some((answer) => /^5/.test(answer)))
if (impossible.length > 0 || strange) process.exitCode = 1

async function makeRequest(round: number): Promise<string> {
  const body = aBody(`Ronde${'abcdefghij'[round % 10]}`)
  const card = { ...body.card, dayparts: ['morning', 'evening'] }
  const { number } = await anyone.json<{ number: string }>('POST', '/api/care-requests', { ...body, card })
  const { rows } = await owner.query<{ id: string }>('select id from requests.care_request where number = $1', [
    number.replace('-', ''),
  ])
  return rows[0]!.id
}

/** Brings a new request to where everybody presses; answers its parts, when it has any. */
async function bringTo(situation: Situation, id: string): Promise<string[]> {
  const first = nurses[0]!
  const post = (nurse: Nurse, path: string, body: unknown) =>
    nurse.person.json('POST', `/api/care-requests/${id}/${path}`, body)
  if (situation === 'taken') await post(first, 'take', {})
  if (situation === 'offers') {
    const asked = nurses.slice(0, 20)
    await post(first, 'ask', { organizations: asked.map(({ organizationId }) => organizationId) })
    for (const nurse of asked) await post(nurse, 'answer', { answer: 'can-take' })
  }
  if (situation !== 'parts') return []
  await post(first, 'split', { by: 'daypart', overview: 0, parts: [{ pieces: ['morning'] }, { pieces: ['evening'] }] })
  const { rows } = await owner.query<{ id: string }>(
    'select id from requests.part where request_id = $1 and ended_at is null order by position',
    [id],
  )
  const ids = rows.map((row) => row.id)
  await post(first, `parts/${ids[0]}/take`, {})
  return ids
}

/** Everybody presses at once, but somebody is sent off first: each round another. */
function inTurn(round: number): number[] {
  return nurses.map((_, index) => (index + round * 37) % people)
}

/**
 * What each of them presses: most take, and among them are choosers, returners, dividers and some who end it. The first nurse has the
 * request, or a part of it, and does something else with it each time.
 */
function pressOf(situation: Situation, n: number, partIds: readonly string[], time: number): Press {
  const ends: Press = { kind: 'end it', path: 'lapse', body: { reason: 'deceased' } }
  const takes: Press = { kind: 'take', path: 'take', body: {} }
  const returns: Press = { kind: 'give back', path: 'return', body: { reason: 'no-room' } }
  const handsOver = { organizationId: nurses[(n + 1) % people]!.organizationId }
  if (n === 0 && situation === 'taken')
    return [returns, { kind: 'hand over', path: 'swap', body: handsOver }, ends][time % 3]!
  if (n === 0 && situation === 'parts')
    return time % 2 === 0
      ? { kind: 'give a part back', path: `parts/${partIds[0]}/return`, body: { reason: 'no-room' } }
      : { kind: 'start a part', path: `parts/${partIds[0]}/start`, body: { startedOn: today() } }
  if (situation === 'parts') {
    const partId = partIds[n % 2]!
    if (n % 10 === 3)
      return { kind: 'give a part back', path: `parts/${partIds[0]}/return`, body: { reason: 'no-room' } }
    if (n % 10 === 7) return { kind: 'start a part', path: `parts/${partIds[0]}/start`, body: { startedOn: today() } }
    if (n % 40 === 9) return ends
    if (n % 40 === 19) return { kind: 'make whole', path: 'join', body: {} }
    return { kind: 'take a part', path: `parts/${partId}/take`, body: {} }
  }
  if (situation === 'offers' && n % 2 === 0) {
    const chosen = nurses[n % 20]!
    return { kind: 'choose', path: 'choose', body: { organization: chosen.organizationId } }
  }
  if (situation === 'taken') {
    if (n % 4 === 0) return returns
    if (n % 20 === 1) return { kind: 'hand over', path: 'swap', body: handsOver }
    if (n % 40 === 3) return ends
    return takes
  }
  if (n % 20 === 5) return ends
  if (n % 20 === 11)
    return {
      kind: 'divide',
      path: 'split',
      body: { by: 'daypart', overview: 0, parts: [{ pieces: ['morning'] }, { pieces: ['evening'] }] },
    }
  return n % 10 === 7 ? returns : takes
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function answerOf(status: number, body: string): string {
  if (status === 200) return 'done'
  if (status === 409 || status === 422) return 'refused'
  if (status === 404 || status === 403) return 'unseen'
  return `${status} ${body.slice(0, 60)}`
}

function count(kind: string, answer: string): void {
  const by = answers.get(kind) ?? new Map<string, number>()
  by.set(answer, (by.get(answer) ?? 0) + 1)
  answers.set(kind, by)
}

type Truth = {
  state: string
  holders: number
  has_act_by: boolean
  taker: string | null
  split_by: string | null
  running: string[]
  open_to: string[]
  part_takers: string[]
  open_parts: number
  asked: number
  swaps: number
}

/** The rules that are always true, asked of the database: one holder and act-by, one taker per part, identity for those alone. */
async function look(id: string): Promise<[state: string, faults: string[]]> {
  const { rows } = await owner.query<Truth>(
    `select r.state, num_nonnulls(r.holder_coordinating_team_id, r.holder_organization_id) as holders, r.act_by is not null as has_act_by,
       r.taker_organization_id as taker, r.split_by, i.open_to,
       array(select a.organization_id from coordination.assignment a where a.request_id = r.id and a.ended_at is null order by 1) as running,
       array(select p.taker_organization_id from requests.part p where p.request_id = r.id and p.ended_at is null
         and p.taker_organization_id is not null order by 1) as part_takers,
       (select count(*)::int from requests.part p where p.request_id = r.id and p.ended_at is null and p.taker_organization_id is null) as open_parts,
       (select count(*)::int from coordination.inquiry q where q.request_id = r.id and q.closed_at is null) as asked,
       (select count(*)::int from coordination.swap s where s.request_id = r.id and s.closed_at is null) as swaps
     from requests.care_request r join requests.patient_identity i on i.request_id = r.id where r.id = $1`,
    [id],
  )
  const one = rows[0]!
  const open = ['listed', 'offered', 'proposed', 'triage', 'assigned'].includes(one.state)
  const taken = one.state === 'assigned' || one.state === 'started'
  const divided = one.split_by !== null && (open || taken)
  const takers = divided ? one.part_takers : taken ? [one.taker ?? ''] : []
  const told = (holds: boolean, words: string) => (holds ? [] : [`${words}: ${JSON.stringify(one)}`])
  return [
    one.state,
    [
      ...told(one.holders === (open ? 1 : 0), 'not one holder'),
      ...told(one.has_act_by === open, 'no act-by'),
      ...told(one.running.join() === takers.join(), 'not one taker per part'),
      ...told(
        [...new Set(takers)].sort().join() === [...one.open_to].sort().join(),
        'identity open to others than the takers',
      ),
      ...told(!divided || taken === (one.open_parts === 0), 'the parts do not say how the whole stands'),
      ...told(
        one.asked === (one.state === 'offered' || one.state === 'proposed' ? 1 : 0),
        'asked while it is not asked around',
      ),
      ...told(one.swaps === 0 || takers.length > 0, 'handing over what nobody has'),
    ],
  ]
}
