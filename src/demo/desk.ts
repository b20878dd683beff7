import type pg from 'pg'
import { addDays, instantOf, localDateOf } from '#kernel/dates.ts'
import type { Seal } from '#platform/seal/seal.ts'
import { copyRows, Json, type Row } from './copy.ts'
import type { Random } from './random.ts'
import type { Person, PracticeRegion } from './region/practice-region.ts'

const minute = 60_000
const rosterDays = 9

/** What was said on the phone since yesterday. `ago` and `due` in minutes from now; what is promised and over was kept, but for one. */
const calls = [
  {
    ago: 12,
    by: 'Gerrie Oosterhof',
    kind: 'informal-carer',
    caller: 'Wilma Kersten',
    note: 'Haar vader komt morgen thuis na een nieuwe heup. Hulp bij wassen en steunkousen. Zij zoekt zijn postcode op.',
    promise: { words: 'Terugbellen voor de rest van de gegevens', due: 48 },
    draft: true,
  },
  {
    ago: 64,
    by: 'Priya Ramdin',
    kind: 'hospital',
    caller: 'Afdeling 4B, Ziekenhuis De Drie Linden',
    note: 'Vraagt of het nog lukt vandaag. De zorgvraag staat op de lijst van het wijkteam.',
    promise: { words: 'Laten weten of het wijkteam iemand heeft', due: -18 },
    about: true,
  },
  {
    ago: 95,
    by: 'Gerrie Oosterhof',
    kind: 'client',
    caller: 'Mevrouw De Kraker',
    note: 'Wil weten of zij een eigen bijdrage betaalt voor wijkverpleging. Uitgelegd: nee.',
  },
  {
    ago: 170,
    by: 'Priya Ramdin',
    kind: 'gp',
    caller: 'Assistente Huisartsen Klaverblad',
    note: 'Zoekt een plek voor tijdelijk verblijf vanaf het weekend. Verwijzing volgt.',
    promise: { words: 'Bellen met welke huizen plek hebben', due: 260 },
    about: true,
  },
  {
    ago: 1320,
    by: 'Gerrie Oosterhof',
    kind: 'social-team',
    caller: 'Sociaal wijkteam Presikhaaf',
    note: 'Vraagt wie er in Presikhaaf langs kan komen voor een kennismaking.',
    promise: { words: 'Nummer van het wijkteam doorgeven', due: -1260, kept: true },
  },
] as const

/** Who answers when, calls and promises, and a question to a specialist that waits and one that was answered. */
export async function workAtTheDesk(
  client: pg.Client,
  random: Random,
  region: PracticeRegion,
  { now, seal }: { now: Date; seal: Seal },
): Promise<void> {
  const night = mustFind(region, 'avondloket')
  await copyRows(client, 'organizations.desk', [
    {
      coordinating_team_id: region.deskId,
      region_id: region.id,
      opening: new Json({ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }),
      partner_team_id: night.id,
    },
  ])
  await copyRows(client, 'organizations.duty', dutiesOf(random, region, night.id, now))
  const held = await heldAtDesk(client, region)
  const rows = callsOf(random, region, { now, seal, held })
  await copyRows(client, 'coordination.call', rows.calls)
  await copyRows(client, 'coordination.promise', rows.promises)
  await client.query(promisedOnTheWebsite)
  for (const consult of consults) await askAdvice(client, random, region, consult, now)
}

/** By day at the desk of the region, by night at the other: always somebody. */
function dutiesOf(random: Random, region: PracticeRegion, nightDeskId: string, now: Date): Row[] {
  const today = localDateOf(now)
  return Array.from({ length: rosterDays }, (_, place) => addDays(today, place - 1)).flatMap((date, place) => {
    const by = (desk: string, [name, phone]: readonly [string, string], from: string, to: [string, string]): Row => ({
      id: random.id(now),
      region_id: region.id,
      coordinating_team_id: desk,
      name,
      phone,
      from_at: instantOf(date, from),
      until_at: instantOf(...to),
    })
    const day =
      place % 2 ? (['Gerrie Oosterhof', '+31600001901'] as const) : (['Priya Ramdin', '+31600001902'] as const)
    const nightly =
      place % 3 ? (['Sjoerd Hommes', '+31600001903'] as const) : (['Amal Bouzid', '+31600001904'] as const)
    return [
      by(region.deskId, day, '08:00', [date, '20:00']),
      by(nightDeskId, nightly, '20:00', [addDays(date, 1), '08:00']),
    ]
  })
}

async function heldAtDesk(client: pg.Client, region: PracticeRegion): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from requests.care_request where holder_coordinating_team_id = $1 and state = 'listed'
     order by submitted_at, id limit 5`,
    [region.deskId],
  )
  return rows.map(({ id }) => id)
}

type Telling = { now: Date; seal: Seal; held: readonly string[] }

function callsOf(random: Random, region: PracticeRegion, { now, seal, held }: Telling) {
  const at = (minutes: number) => new Date(now.getTime() + minutes * minute)
  const promises: Row[] = []
  const written = calls.map((call, place): Row => {
    const takenAt = at(-call.ago)
    const id = random.id(takenAt)
    const phone = `+3160000${random.whole(2000, 9999)}`
    const draft = 'draft' in call ? { question: call.note, contactName: call.caller, familyName: 'Kersten' } : undefined
    if ('promise' in call) {
      const kept = 'kept' in call.promise
      promises.push({
        id: random.id(takenAt),
        region_id: region.id,
        coordinating_team_id: region.deskId,
        call_id: id,
        about_name: call.caller,
        about_phone: phone,
        words: call.promise.words,
        due_at: at(call.promise.due),
        made_at: takenAt,
        made_by_name: call.by,
        done_at: kept ? at(call.promise.due - 8) : null,
        done_by_name: kept ? call.by : null,
        escalate_at: kept ? null : at(call.promise.due),
      })
    }
    return {
      id,
      region_id: region.id,
      coordinating_team_id: region.deskId,
      sent_key: random.id(takenAt),
      taken_at: takenAt,
      taken_by: mustBe(region, call.by).userId,
      taken_by_name: call.by,
      caller_kind: call.kind,
      caller_name: call.caller,
      caller_phone: phone,
      note: call.note,
      request_id: 'about' in call ? (held[place % Math.max(1, held.length)] ?? null) : null,
      intake_sealed: draft ? seal.close(JSON.stringify(draft)) : null,
      intake_kept_at: draft ? at(-call.ago + 6) : null,
    }
  })
  return { calls: written, promises }
}

/** As the migration does for a region that was there: who asked to be called is promised so. */
const promisedOnTheWebsite = `
  insert into coordination.promise
    (id, region_id, coordinating_team_id, callback_id, words, due_at, made_at, done_at, escalate_at)
  select md5('promise' || id)::uuid, region_id, coordinating_team_id, id, 'Terugbellen', act_by, asked_at, called_at,
    case when called_at is null then act_by end
  from requests.callback`

type Advice = { to: string; ago: number; by: string; question: string; answer?: { by: string; words: string } }

const consults: readonly Advice[] = [
  {
    to: 'ouderengeneeskunde',
    ago: 40,
    by: 'Marit Hofstede',
    question:
      'De familie meldt dat de nachten onrustig zijn. Is zorg thuis verantwoord? Waar letten wij de eerste week op, en wanneer bellen wij u?',
  },
  {
    to: 'wondteam',
    ago: 300,
    by: 'Marit Hofstede',
    question:
      'Er blijkt ook een wond aan het onderbeen te zijn, al drie weken open. Wanneer kijkt de wondverpleegkundige mee?',
    answer: {
      by: 'Naomi Pattiasina',
      words:
        'Nu al. Na twee weken zonder verbetering kijken wij mee. Laat de huisarts een enkel-armindex doen en begin niet met zwachtelen voor die er is.',
    },
  },
]

/** About two requests of the team of who asks. */
async function askAdvice(
  client: pg.Client,
  random: Random,
  region: PracticeRegion,
  advice: Advice,
  now: Date,
): Promise<void> {
  const asker = mustBe(region, advice.by)
  const team = mustFind(region, advice.to)
  const askedAt = new Date(now.getTime() - advice.ago * minute)
  const { rows } = await client.query<{ id: string }>(
    `select r.id from requests.care_request r
     where r.holder_coordinating_team_id = $1 and r.state = 'listed' and r.submitted_at < $2
       and not exists (select from coordination.consult c where c.request_id = r.id)
     order by r.submitted_at desc, r.id limit 1`,
    [asker.teamIds[0], askedAt],
  )
  const [request] = rows
  if (!request) return
  const answeredAt = advice.answer ? new Date(askedAt.getTime() + 140 * minute) : null
  const base = { request_id: request.id, region_id: region.id }
  await copyRows(client, 'coordination.consult', [
    {
      id: random.id(askedAt),
      ...base,
      asked_team_id: team.id,
      asked_by: asker.userId,
      asked_by_name: asker.name,
      asked_by_organization_id: asker.organizationId,
      question: advice.question,
      asked_at: askedAt,
      answer_by: new Date(askedAt.getTime() + 240 * minute),
      answer: advice.answer?.words ?? null,
      answered_at: answeredAt,
      answered_by_name: advice.answer?.by ?? null,
    },
  ])
  const told = (code: string, at: Date): Row => ({
    id: random.id(at),
    ...base,
    at,
    code,
    by_kind: 'user',
    coordinating_team_id: team.id,
    facts: new Json({}),
  })
  await copyRows(client, 'requests.history_entry', [
    told('consult-asked', askedAt),
    ...(answeredAt ? [told('consult-answered', answeredAt)] : []),
  ])
}

function mustFind({ teams }: PracticeRegion, slug: string): { id: string } {
  const team = teams.find((one) => one.slug === slug)
  if (!team) throw new RangeError(`There is no ${slug}`)
  return team
}

function mustBe({ people }: PracticeRegion, name: string): Person {
  const person = people.find((one) => one.name === name)
  if (!person) throw new RangeError(`Nobody is called ${name}`)
  return person
}
