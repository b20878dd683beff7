import type pg from 'pg'
import { answerBy, chooserOf } from '#modules/coordination/rules/inquiry.ts'
import type { Random } from './random.ts'
import type { PracticeRegion } from './region/practice-region.ts'

/** So long ago it was asked; none had time to answer. */
const askedAgo = 15 * 60_000

type Found = { id: string; region_id: string; act_by: Date; team_id: string; asked_by: string; organizations: string[] }

/**
 * Questions that run: somebody of a team asked every organisation that works where the client lives and whom they do not rule
 * out. So who is asked has something to answer on first sight, and in a region with rounds the round that runs is not empty.
 */
export async function askAround(
  client: pg.Client,
  random: Random,
  region: PracticeRegion,
  { team, many, now }: { team: string; many: number; now: Date },
): Promise<void> {
  const askedAt = new Date(now.getTime() - askedAgo)
  const { rows } = await client.query<Found>(toAsk, [region.id, team, askedAt, many])
  // Only those are asked about that another organisation sent in.
  const settles = chooserOf(region.wayOfWorking.choice.by, true) ? 'requester' : 'holder'
  const until = answerBy(region.wayOfWorking, askedAt)
  for (const { id, region_id, act_by, team_id, asked_by, organizations } of rows) {
    const answer = new Date(Math.min(act_by.getTime(), until.getTime()))
    const inquiry = random.id(askedAt)
    await client.query(
      `insert into coordination.inquiry (id, request_id, region_id, why, settles, asked_by, asked_by_team, asked_at, answer_by)
       values ($1, $2, $3, 'holder', $8, $4, $5, $6, $7)`,
      [inquiry, id, region_id, asked_by, team_id, askedAt, answer, settles],
    )
    await client.query(
      `insert into coordination.inquiry_party (inquiry_id, organization_id, request_id, region_id)
       select $1, organization, $2, $3 from unnest($4::uuid[]) organization`,
      [inquiry, id, region_id, organizations],
    )
    await client.query(
      `update requests.care_request set state = 'offered', state_since = $2, act_by = $3, shown_to_organizations = $4,
         version = version + 1 where id = $1`,
      [id, askedAt, answer, organizations],
    )
    await client.query(
      `insert into requests.history_entry (id, request_id, region_id, at, code, by_kind, act_by, facts)
       values ($1, $2, $3, $4, 'asked', 'user', $5, $6)`,
      [random.id(askedAt), id, region_id, askedAt, answer, { why: 'holder', count: organizations.length }],
    )
    await client.query(log, [askedAt, id, asked_by])
  }
}

/** New on the list, whole, and not the one somebody is sent to by a hint (who wants care in Turkish). */
const toAsk = `
  select r.id, r.region_id, r.act_by, t.id as team_id, who.id as asked_by, asked.ids as organizations
  from requests.care_request r
    join organizations.coordinating_team t on t.id = r.holder_coordinating_team_id and t.region_id = $1 and t.slug = $2
    cross join lateral (select u.id from people.coordinating_team_member m
      join people.practitioner_role p on p.id = m.practitioner_role_id
      join people.user_account u on u.practitioner_id = p.practitioner_id
      where m.coordinating_team_id = t.id order by u.created_at, u.id limit 1) who
    cross join lateral (select array_agg(o.id order by o.id) as ids from organizations.organization o
      where o.region_id = r.region_id and o.kind = 'provider' and o.active
        and exists (select from organizations.team c join organizations.service_area a on a.team_id = c.id
          where c.organization_id = o.id and c.active and a.pc4 = r.pc4)
        and not exists (select from requests.unwanted_organization w where w.request_id = r.id and w.organization_id = o.id)
    ) asked
  where r.state = 'listed' and r.escalation_level = 0 and r.list_rank = 1 and r.split_by is null
    and r.date_changed_at is null and r.supplemented_at is null and r.returned_at is null
    and not exists (select from requests.history_entry h where h.request_id = r.id and h.code = 'came-from-region')
    and r.source in ('hospital', 'rehabilitation') and r.submitted_at < $3 and cardinality(asked.ids) > 0
  order by r.submitted_at desc, r.id limit $4`

const log = `
  insert into audit.event (at, region_id, event_type, action, actor_kind, user_id, user_name, user_role, organization_id,
    organization_name, responsible_user_id, access_point, care_request_id, object_type, object_id, fields, legal_basis,
    authorization_rule, http_request_id)
  select $1, r.region_id, 'request.ask', 'U', 'user', u.id, n.name, p.role, o.id, o.name, u.id, 'practice', r.id,
    'care-request', r.id, '{inquiry,card-shown}', 'coordination', 'table-of-commands', 'practice'
  from requests.care_request r, people.user_account u
    join people.practitioner n on n.id = u.practitioner_id
    join people.practitioner_role p on p.practitioner_id = n.id
    join organizations.organization o on o.id = p.organization_id
  where r.id = $2 and u.id = $3 order by p.id limit 1`
