import { addDays, localDateOf } from '#kernel/dates.ts'
import { Json, type Row } from './copy.ts'
import type { Random } from './random.ts'
import type { PracticeRegion, TableRows } from './region/practice-region.ts'

const answeredDays = 90

/**
 * What the advice looks at beside the requests: how organisations answered what they were asked in the last three months (each with
 * its own habit, some fast and some rarely), and what the region agreed to let weigh.
 */
export function makeAdvice(random: Random, region: PracticeRegion, now: Date): TableRows[] {
  const today = localDateOf(now)
  const counts: Row[] = []
  for (const provider of region.providers) {
    const own = random.split(provider.slug)
    const willing = 0.35 + own.next() * 0.6
    const slow = own.whole(12, 190)
    for (let day = 1; day <= answeredDays; day += own.whole(2, 9)) {
      const asked = own.whole(1, 3)
      const yes = Array.from({ length: asked }, () => own.chance(willing)).filter(Boolean).length
      const silent = yes < asked && own.chance(0.2) ? 1 : 0
      counts.push({
        region_id: region.id,
        organization_id: provider.id,
        counted_on: addDays(today, -day),
        yes,
        no_room: asked - yes - silent,
        cannot: own.chance(0.15) ? 1 : 0,
        silent,
        minutes: (asked - silent) * Math.round(slow * (0.6 + own.next() * 0.8)),
      })
    }
  }
  return [
    { table: 'matching.answer_count', rows: counts },
    { table: 'matching.weights_version', rows: weightsOf(random, region, now) },
  ]
}

/** One change that was agreed two months ago, so that the page has a past. */
function weightsOf(random: Random, region: PracticeRegion, now: Date): Row[] {
  const manager = region.people.find(({ role }) => role === 'region-manager')
  if (!manager) return []
  const agreedAt = new Date(now.getTime() - 61 * 86_400_000)
  return [
    {
      id: random.split('weights').id(agreedAt),
      region_id: region.id,
      value: new Json({
        room: { today: 50, 'within-24-hours': 45, 'within-48-hours': 40, 'this-week': 30, planned: 25 },
        roomLater: 15,
        preferred: 25,
        continuity: 20,
        language: 15,
        faith: 8,
        carerGender: 8,
        travel: 20,
        travelLimit: 30,
        fairShare: 20,
        response: 12,
      }),
      agreed_at: agreedAt,
      agreed_by: manager.userId,
      agreed_by_name: manager.name,
      reason: 'In de evaluatie bleek taal zwaarder te wegen dan wij dachten',
    },
  ]
}

/** Who gave an open request back is not advised for it again; said in SQL because the history is written as it is made. */
export const rememberReturns = `
  insert into matching.refusal (request_id, organization_id, region_id, how, reason, refused_on)
  select distinct on (h.request_id, h.organization_id) h.request_id, h.organization_id, h.region_id,
    case when h.facts ->> 'reason' = 'client-prefers-other' then 'client' else 'returned' end,
    coalesce(h.facts ->> 'reason', 'no-room'), (h.at at time zone 'Europe/Amsterdam')::date
  from requests.history_entry h join requests.care_request r on r.id = h.request_id
  where h.code = 'returned' and h.organization_id is not null and r.state in ('listed', 'offered', 'proposed')
  order by h.request_id, h.organization_id, h.at desc
  on conflict do nothing`
