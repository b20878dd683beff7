import { expect } from 'vitest'
import type { WayOfWorking } from '#modules/regions/index.ts'
import type { SmallRegion } from '../small-region.ts'

type Truth = {
  state: string
  holders: number
  act_by: Date | null
  taker: string | null
  open_to: string[]
  running: string[]
  parts: { taker: string | null; started: boolean; pieces: string[]; asked: string[] }[] | null
  split_by: 'daypart' | 'care-kind' | null
  swap_to: string[]
  asked: number
  questions: number
  shown: string[]
  last: string
  open_to_teams: string[]
}

/** The rules that are always true, read from the database after every step. */
export async function holds(region: SmallRegion, way: WayOfWorking, id: string, now: Date): Promise<void> {
  const [truth] = (await region.asOwner<Truth>(
    `select r.state, num_nonnulls(r.holder_coordinating_team_id, r.holder_organization_id) as holders, r.act_by,
       r.taker_organization_id as taker, i.open_to,
       array(select organization_id from coordination.assignment a where a.request_id = r.id and a.ended_at is null order by 1) as running,
       r.split_by,
       (select json_agg(json_build_object('taker', p.taker_organization_id, 'started', p.started_on is not null, 'asked', p.asked_organizations,
         'pieces', case when r.split_by = 'daypart' then p.dayparts else p.care_kinds end) order by p.position)
         from requests.part p where p.request_id = r.id and p.ended_at is null) as parts,
       array(select to_organization_id from coordination.swap w where w.request_id = r.id and w.closed_at is null) as swap_to,
       (select count(*)::int from coordination.inquiry q where q.request_id = r.id and q.closed_at is null) as asked,
       (select count(*)::int from requests.question q where q.request_id = r.id and q.closed_at is null) as questions,
       r.shown_to_organizations as shown, i.open_to_teams,
       (select code from requests.history_entry h where h.request_id = r.id order by h.at desc, h.id desc limit 1) as last
     from requests.care_request r join requests.patient_identity i on i.request_id = r.id where r.id = $1`,
    [id],
  )) as [Truth]
  const waiting = ['triage', 'listed', 'offered', 'proposed'].includes(truth.state)
  const open = waiting || truth.state === 'assigned'
  const taken = ['assigned', 'started'].includes(truth.state)
  expect(truth.holders).toBe(open ? 1 : 0)
  expect(truth.act_by === null).toBe(!open)
  if (open) expect(truth.act_by!.getTime()).toBeGreaterThan(now.getTime() - 30 * 3_600_000)
  const takers = truth.parts ? truth.parts.flatMap(({ taker }) => taker ?? []).sort() : taken ? [truth.taker] : []
  // One taker per part, and the identity for those and nobody else.
  expect(truth.running).toEqual(takers)
  expect([...truth.open_to].sort()).toEqual([...new Set(takers)])
  if (truth.parts) partsHold(truth, truth.parts)
  // Nobody is asked to take over what is not somebody's.
  if (truth.swap_to.length > 0) expect(takers.length).toBeGreaterThan(0)
  // Asked around exactly while it is asked around; a question exactly while the clock rests.
  expect([truth.state, truth.asked]).toEqual([truth.state, ['offered', 'proposed'].includes(truth.state) ? 1 : 0])
  expect([truth.state, truth.questions]).toEqual([truth.state, truth.state === 'triage' ? 1 : 0])
  if (taken) expect([...truth.shown].sort()).toEqual(shownWhileTaken(truth))
  if (!open && !taken && !truth.split_by) expect(truth.shown).toEqual([])
  // The strict form: no team is shown whom it is about.
  if (way.disclosure.waiting.holder === 'card') expect(truth.open_to_teams).toEqual([])
  expect(explains[truth.last]).toContain(truth.state)
}

/** The sum of the parts is the whole, and together they say how the whole stands. */
function partsHold({ state, split_by, taker }: Truth, parts: NonNullable<Truth['parts']>): void {
  const whole = split_by === 'daypart' ? ['evening', 'morning', 'night'] : ['nursing', 'personal-care']
  expect(parts.flatMap(({ pieces }) => pieces).sort()).toEqual(whole)
  const open = parts.some((part) => part.taker === null)
  if (state === 'listed') expect(open).toBe(true)
  if (state === 'assigned' || state === 'started') {
    expect(parts.map((part) => part.taker)).toContain(taker)
    expect([state, open, parts.every(({ started }) => started)]).toEqual([state, false, state === 'started'])
  }
  for (const part of parts) if (part.taker) expect(part.asked).toEqual([])
}

/** Once somebody has it: who has another part of it, and who was asked to take it over. */
function shownWhileTaken({ parts, swap_to }: Truth): string[] {
  return [...new Set([...(parts ?? []).flatMap((part) => part.taker ?? []), ...swap_to])].sort()
}

/** After which line of the history a request can be in which state: the history explains the state. */
const explains: Record<string, string[]> = {
  submitted: ['submitted'],
  routed: ['listed'],
  taken: ['assigned'],
  returned: ['listed'],
  started: ['started'],
  closed: ['closed'],
  withdrawn: ['withdrawn'],
  'date-changed': ['triage', 'listed', 'offered', 'proposed'],
  escalated: ['listed', 'proposed', 'assigned'],
  reminded: ['listed', 'offered', 'proposed', 'assigned'],
  asked: ['offered'],
  'asked-back': ['listed'],
  'to-be-asked': ['listed'],
  'offers-made': ['proposed'],
  'wish-not-met': ['listed'],
  'question-asked': ['triage'],
  'question-answered': ['listed'],
  'question-unanswered': ['listed'],
  redirected: ['redirected'],
  lapsed: ['withdrawn'],
  reopened: ['listed'],
  'date-to-confirm': ['triage', 'listed', 'offered', 'assigned'],
  'date-confirmed': ['triage', 'listed', 'assigned'],
  split: ['listed'],
  joined: ['listed'],
  'sent-on': ['listed'],
  'passed-to-region': ['redirected'],
  'partner-answers': ['triage', 'listed', 'offered', 'proposed', 'assigned'],
  'desk-answers': ['triage', 'listed', 'offered', 'proposed', 'assigned'],
  'party-invited': ['triage', 'listed', 'offered', 'proposed', 'assigned', 'started'],
  'part-asked': ['listed'],
  'part-refused': ['listed'],
  'part-taken': ['listed', 'assigned'],
  'part-returned': ['triage', 'listed'],
  'part-started': ['triage', 'listed', 'assigned', 'started'],
  swapped: ['triage', 'listed', 'assigned'],
}
