import type pg from 'pg'
import { formatDate, localDateOf } from '#kernel/dates.ts'
import { invitationCodeHash, invitationKeyHash, invitationKeyOf } from '#modules/coordination/invited/keys.ts'
import type { Seal } from '#platform/seal/seal.ts'
import type { Random } from './random.ts'

type Setting = { now: Date; seal: Seal; publicUrl: string }
const hourLength = 3_600_000
const dayLength = 24 * hourLength

/** With this code one looks along in the practice region; a real one is different each time and said by phone only. */
export const practiceCode = '123456'

/**
 * What several parties do together, as the product would have written it: a request in two parts of which one is still open, a client
 * whom another organisation is asked to take over, and somebody from the neighbourhood who looks along.
 */
export async function workTogether(client: pg.Client, random: Random, setting: Setting): Promise<void> {
  // The parts and their request are written one after the other; the rule is looked at when both are there.
  await client.query('set constraints requests.parts_make_the_whole deferred')
  await divideOne(client, random, setting)
  await client.query('set constraints requests.parts_make_the_whole immediate')
  const taken = await findTaken(client)
  const [first, last] = [taken[0], taken.at(-1)]
  if (first) await proposeOne(client, random, first, setting)
  if (last) await inviteOne(client, random, last, setting)
}

type Found = {
  id: string
  region_id: string
  organization_id: string
  name: string
  user_id: string
  user_name: string
}

/** Taken requests of the first list one opens; last those of the organisation of the first nurse one can sign in as. */
async function findTaken(client: pg.Client): Promise<Found[]> {
  const { rows } = await client.query<Found>(
    `select r.id, r.region_id, o.id as organization_id, o.name, u.id as user_id, p.name as user_name
     from requests.care_request r
       join organizations.coordinating_team t on t.id = r.coordinating_team_id and t.slug = 'arnhem-centrum'
       join coordination.assignment a on a.request_id = r.id and a.ended_at is null
       join organizations.organization o on o.id = a.organization_id
       join people.user_account u on u.id = a.taken_by
       join people.practitioner p on p.id = u.practitioner_id
     where r.state = 'assigned' and r.escalation_level = 0 order by o.slug = 'rijnbocht', a.taken_at desc, r.id`,
  )
  return rows
}

async function divideOne(client: pg.Client, random: Random, { now }: Setting): Promise<void> {
  const { rows } = await client.query<
    Found & { dayparts: string[]; care_kinds: string[]; act_by: Date; submitted_at: Date }
  >(
    `select r.id, r.region_id, r.dayparts, r.care_kinds, r.act_by, r.submitted_at,
       o.id as organization_id, o.name, u.id as user_id, p.name as user_name
     from requests.care_request r
       join organizations.coordinating_team t on t.id = r.coordinating_team_id and t.slug = 'arnhem-centrum'
       join people.coordinating_team_member m on m.coordinating_team_id = t.id
       join people.practitioner_role pr on pr.id = m.practitioner_role_id and pr.role = 'nurse'
       join people.practitioner p on p.id = pr.practitioner_id
       join people.user_account u on u.practitioner_id = p.id
       join organizations.organization o on o.id = pr.organization_id and o.kind = 'provider'
     where r.state = 'listed' and r.escalation_level = 0 and r.list_rank = 1 and r.date_changed_at is null and r.supplemented_at is null
       and r.submitted_at < $1::timestamptz - interval '40 minutes'
     order by cardinality(r.dayparts) > 1 desc, r.submitted_at, r.id, o.slug = 'zilverbeek' desc, o.slug, u.id limit 1`,
    [now],
  )
  const [one] = rows
  if (!one) return
  const dayparts = one.dayparts.length > 1 ? one.dayparts : ['morning', 'evening']
  const waited = now.getTime() - one.submitted_at.getTime()
  const [splitAt, takenAt] = [0.4, 0.7].map((share) => new Date(one.submitted_at.getTime() + share * waited)) as [
    Date,
    Date,
  ]
  const [first, ...rest] = dayparts as [string, ...string[]]
  const [firstId, restId] = [random.id(splitAt), random.id(splitAt)]
  const part = `insert into requests.part (id, request_id, region_id, position, dayparts, care_kinds, keeps_overview,
    taker_organization_id, taken_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
  const taken = [one.organization_id, takenAt]
  await client.query(part, [firstId, one.id, one.region_id, 1, [first], one.care_kinds, true, ...taken])
  await client.query(part, [restId, one.id, one.region_id, 2, rest, one.care_kinds, false, null, null])
  await client.query(
    `update requests.care_request set split_by = 'daypart', dayparts = $2, shown_to_organizations = $3, version = version + 2 where id = $1`,
    [one.id, dayparts, [one.organization_id]],
  )
  await client.query('update requests.patient_identity set open_to = $2 where request_id = $1', [
    one.id,
    [one.organization_id],
  ])
  await client.query(
    `insert into coordination.assignment (id, request_id, region_id, part, organization_id, taken_by, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [random.id(takenAt), one.id, one.region_id, firstId, one.organization_id, one.user_id, takenAt],
  )
  const history = `insert into requests.history_entry (id, request_id, region_id, at, code, by_kind, organization_id, act_by, facts)
    values ($1, $2, $3, $4, $5, 'system', $6, $7, $8)`
  const split = { by: 'daypart', count: 2 }
  const facts = { partId: firstId, position: 1, by: 'daypart', pieces: [first] }
  await client.query(history, [random.id(splitAt), one.id, one.region_id, splitAt, 'split', null, one.act_by, split])
  await client.query(history, [
    random.id(takenAt),
    one.id,
    one.region_id,
    takenAt,
    'part-taken',
    one.organization_id,
    one.act_by,
    facts,
  ])
  await log(client, one, splitAt, 'request.split', ['parts', 'card-shown'])
  await log(client, one, takenAt, 'request.take-part', ['part', 'holder', 'act-by', 'identity-open-to'])
}

/** Asks a neighbour to take over, half an hour ago. */
async function proposeOne(client: pg.Client, random: Random, one: Found, { now }: Setting): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from organizations.organization where region_id = $1 and kind = 'provider' and active and id <> $2
     order by slug = 'rijnbocht' desc, slug limit 1`,
    [one.region_id, one.organization_id],
  )
  const [to] = rows
  if (!to) return
  const at = new Date(now.getTime() - hourLength / 2)
  await client.query(
    `insert into coordination.swap (id, request_id, region_id, from_organization_id, to_organization_id, remark, proposed_at, proposed_by, answer_by)
     values ($1, $2, $3, $4, $5, 'Onze avondroute valt volgende week uit. Kunt u overnemen?', $6, $7, $8)`,
    [
      random.id(at),
      one.id,
      one.region_id,
      one.organization_id,
      to.id,
      at,
      one.user_id,
      new Date(at.getTime() + dayLength),
    ],
  )
  await client.query(
    'update requests.care_request set shown_to_organizations = $2, version = version + 1 where id = $1',
    [one.id, [to.id]],
  )
  await log(client, one, at, 'request.propose-swap', ['swap', 'card-shown'])
}

async function inviteOne(
  client: pg.Client,
  random: Random,
  one: Found,
  { now, seal, publicUrl }: Setting,
): Promise<void> {
  const at = new Date(now.getTime() - hourLength)
  const id = random.id(at)
  const key = invitationKeyOf(seal, id)
  const untilOn = localDateOf(new Date(now.getTime() + 30 * dayLength))
  const party = { name: 'Welzijn Rijnstad', email: 'aanmelden@welzijn-rijnstad.example' }
  await client.query(
    `insert into coordination.invited_party (id, request_id, region_id, kind, name, email, role, scope, until_on, key_hash, code_hash,
       invited_at, invited_by, invited_by_organization_id)
     values ($1, $2, $3, 'welfare', $4, $5, 'Kan iemand twee keer per week samen koken en eten?', '{care,takers}', $6, $7, $8, $9, $10, $11)`,
    [
      id,
      one.id,
      one.region_id,
      party.name,
      party.email,
      untilOn,
      invitationKeyHash(seal, key),
      invitationCodeHash(seal, key, practiceCode),
      at,
      one.user_id,
      one.organization_id,
    ],
  )
  await client.query(
    `insert into requests.history_entry (id, request_id, region_id, at, code, by_kind, organization_id, facts)
     values ($1, $2, $3, $4, 'party-invited', 'system', $5, $6)`,
    [
      random.id(at),
      one.id,
      one.region_id,
      at,
      one.organization_id,
      { party: party.name, until: untilOn, scope: ['care', 'takers'] },
    ],
  )
  await client.query(
    `insert into platform.mail (id, region_id, to_address, subject, body, created_at, sent_at, attempts)
     values ($1, $2, $3, 'U bent uitgenodigd om mee te kijken', $4, $5, $5, 1)`,
    [random.id(at), one.region_id, party.email, letter(publicUrl, key, untilOn), at],
  )
  await log(client, one, at, 'request.invite', ['invited-party', 'care', 'takers'])
}

function letter(publicUrl: string, key: string, untilOn: string): string {
  return `Beste collega,\n\nIn de oefenregio kijkt u mee tot en met ${formatDate(untilOn)}:\n${publicUrl}/meekijken/${key}\n\nDe code is hier ${practiceCode}. In het echt hoort u die aan de telefoon.\n`
}

function log(client: pg.Client, who: Found, at: Date, event: string, fields: string[]): Promise<unknown> {
  return client.query(
    `insert into audit.event (at, region_id, event_type, action, actor_kind, user_id, user_name, user_role, organization_id, organization_name,
       responsible_user_id, access_point, care_request_id, object_type, object_id, fields, legal_basis, authorization_rule, http_request_id)
     values ($1, $2, $3, 'U', 'user', $4, $5, 'nurse', $6, $7, $4, 'practice', $8, 'care-request', $8, $9, 'coordination', 'table-of-commands', 'practice')`,
    [at, who.region_id, event, who.user_id, who.user_name, who.organization_id, who.name, who.id, fields],
  )
}
