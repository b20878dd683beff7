import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, UserActor } from '#kernel/actor.ts'
import { fillIn, type Preset, presets, type WayOfWorking } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { answerQuestion } from '#modules/requests/questions.ts'
import { changeDate } from '#modules/requests/supplementing.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { withdrawRequest } from '#modules/requests/withdrawing.ts'
import type { Scope } from '#platform/database/scope.ts'
import { NotAllowed, NotFound } from '#platform/http/faults.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { closeRequest, closeStarted } from './closing.ts'
import { lapseRequest, redirectRequest, reopenRequest } from './ending.ts'
import { escalateOverdue, remindHolders } from './escalating.ts'
import { askRequester } from './holding.ts'
import { answerInquiry, askParties, assignParty, chooseOffer, stopAsking } from './inquiring.ts'
import { confirmDate } from './new-date.ts'
import { reactions } from './reactions.ts'
import { returnRequest } from './returning.ts'
import { getIdentity, getSheet } from './sheet.ts'
import { confirmStart } from './starting.ts'
import { takeRequest } from './taking.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  reactions(region.events)
})

type Nurse = 'nurseAlfa' | 'nurseAlfa2' | 'nurseBeta' | 'nurseGamma' | 'nurseDesk'
type Step =
  | { do: keyof typeof acts; as: Nurse }
  | { do: 'withdraw' | 'answer-question' | 'change-date' | 'choose-by-link' }
  | { do: 'wait'; hours: number }

/** What nurses do, each on the request and as the person of the step. */
const acts = {
  take: (scope: Scope, requestId: string) => takeRequest(scope, { requestId }),
  return: (scope: Scope, requestId: string) => returnRequest(scope, { requestId, reason: 'no-room' }),
  start: (scope: Scope, requestId: string) => confirmStart(scope, { requestId, startedOn: dayOf(scope.now()) }),
  close: (scope: Scope, requestId: string) => closeRequest(scope, { requestId }),
  ask: (scope: Scope, requestId: string) => askParties(scope, { requestId, organizationIds: 'all' }),
  'ask-gamma': (scope: Scope, requestId: string) =>
    askParties(scope, { requestId, organizationIds: [region.organizations.gamma] }),
  assign: (scope: Scope, requestId: string) =>
    assignParty(scope, { requestId, organizationId: region.organizations.beta }),
  'stop-asking': (scope: Scope, requestId: string) => stopAsking(scope, { requestId }),
  yes: (scope: Scope, requestId: string) => answerInquiry(scope, { requestId, answer: 'can-take' }),
  later: (scope: Scope, requestId: string) =>
    answerInquiry(scope, { requestId, answer: 'other-date', startOn: '2027-06-01' }),
  no: (scope: Scope, requestId: string) =>
    answerInquiry(scope, { requestId, answer: 'cannot', reason: 'other', remark: 'vol' }),
  choose: (scope: Scope, requestId: string) =>
    chooseOffer(scope, { requestId, organizationId: region.organizations.gamma }),
  'ask-requester': (scope: Scope, requestId: string) => askRequester(scope, { requestId, text: 'Is er een tillift?' }),
  redirect: (scope: Scope, requestId: string) => redirectRequest(scope, { requestId, reason: 'wmo' }),
  lapse: (scope: Scope, requestId: string) => lapseRequest(scope, { requestId, reason: 'deceased' }),
  reopen: (scope: Scope, requestId: string) => reopenRequest(scope, { requestId }),
  'confirm-date': (scope: Scope, requestId: string) => confirmDate(scope, { requestId }),
}
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)
const nurses: Nurse[] = ['nurseAlfa', 'nurseAlfa2', 'nurseBeta', 'nurseGamma', 'nurseDesk']

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom<(keyof typeof acts)[]>(
        'take',
        'ask',
        'yes',
        'no',
        ...(Object.keys(acts) as (keyof typeof acts)[]),
      ),
      as: fc.constantFrom(...nurses),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 5, 30, 100, 500) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'withdraw' as const,
        'answer-question' as const,
        'change-date' as const,
        'choose-by-link' as const,
      ),
    }),
  },
)

/** What somebody may not do or see is an answer here: the walk goes on. */
async function tolerantly(work: Promise<unknown>): Promise<void> {
  await work.catch((error) => {
    if (!(error instanceof NotFound) && !(error instanceof NotAllowed)) throw error
  })
}

async function walk(steps: readonly Step[]): Promise<string> {
  let now = new Date('2026-11-23T08:00:00Z')
  const { id } = await aSentRequest(region.scope(region.anyone, now), {
    card: {
      priority: 'within-24-hours',
      source: 'hospital',
      channel: 'portal',
      preferredOrganizationId: region.organizations.gamma,
    },
  })
  const as = (actor: Actor) => region.scope(actor, now)
  const link: Actor = { kind: 'link', regionId: region.regionId, requestId: id, verified: true }
  await holds(id, now)
  for (const one of steps) {
    if (one.do === 'wait') {
      now = new Date(now.getTime() + one.hours * 3_600_000)
      await escalateOverdue(as(region.system))
      await remindHolders(as(region.system))
      await closeStarted(as(region.system))
    } else if (one.do === 'withdraw') {
      await tolerantly(withdrawRequest(as(link), { requestId: id, reason: 'arranged' }))
    } else if (one.do === 'answer-question') {
      await tolerantly(answerQuestion(as(link), { requestId: id, text: 'Ja' }))
    } else if (one.do === 'change-date') {
      await tolerantly(changeDate(as(link), { requestId: id, startOn: '2027-05-01', certainty: 'certain' }))
    } else if (one.do === 'choose-by-link') {
      await tolerantly(chooseOffer(as(link), { requestId: id, organizationId: region.organizations.beta }))
    } else if ('as' in one) {
      await tolerantly(acts[one.do](as(region.people[one.as]), id))
    }
    await holds(id, now)
  }
  return id
}

type Truth = {
  state: string
  holders: number
  act_by: Date | null
  taker: string | null
  open_to: string[]
  running: string[]
  asked: number
  questions: number
  shown: string[]
  last: string
  open_to_teams: string[]
}

/** The rules that are always true, read from the database after every step. */
async function holds(id: string, now: Date): Promise<void> {
  const [truth] = (await region.asOwner<Truth>(
    `select r.state, num_nonnulls(r.holder_coordinating_team_id, r.holder_organization_id) as holders, r.act_by,
       r.taker_organization_id as taker, i.open_to,
       array(select organization_id from coordination.assignment a where a.request_id = r.id and a.ended_at is null) as running,
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
  expect(truth.running).toEqual(taken ? [truth.taker] : [])
  expect(truth.open_to).toEqual(taken ? [truth.taker] : [])
  // Asked around exactly while it is asked around; a question exactly while the clock rests.
  expect([truth.state, truth.asked]).toEqual([truth.state, ['offered', 'proposed'].includes(truth.state) ? 1 : 0])
  expect([truth.state, truth.questions]).toEqual([truth.state, truth.state === 'triage' ? 1 : 0])
  if (!waiting) expect(truth.shown).toEqual([])
  // The strict form: no team is shown whom it is about.
  if (way.disclosure.waiting.holder === 'card') expect(truth.open_to_teams).toEqual([])
  expect(explains[truth.last]).toContain(truth.state)
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
  'offers-made': ['proposed'],
  'wish-not-met': ['listed'],
  'question-asked': ['triage'],
  'question-answered': ['listed'],
  'question-unanswered': ['listed'],
  redirected: ['redirected'],
  lapsed: ['withdrawn'],
  reopened: ['listed'],
  'date-to-confirm': ['assigned'],
  'date-confirmed': ['assigned'],
}

let way: WayOfWorking
async function workAs(preset: Preset): Promise<void> {
  way = fillIn(preset, region.teams.desk)
  await region.asOwner('update regions.region set way_of_working = $1', [JSON.stringify(way)])
  forgetRegion(region.database)
}

describe('whatever is pressed in whatever order', () => {
  test.each(presets)(
    'under %s: one holder and one act-by, one taker at most, identity for the taker only, and a history that explains it',
    { timeout: 240_000 },
    async (preset) => {
      await workAs(preset)
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
          await walk(steps)
        }),
        { numRuns: 8 },
      )
    },
  )

  test('the same steps at the same moments lead to the same state', { timeout: 120_000 }, async () => {
    await workAs('switch-team')
    const facts = `select state, holder_coordinating_team_id, holder_organization_id, act_by, taker_organization_id,
      escalation_level, escalation_step, shown_to_organizations, shown_to_teams, clock_started_at from requests.care_request where id = $1`
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const [first, second] = [await walk(steps), await walk(steps)]
        expect(await region.asOwner(facts, [second])).toEqual(await region.asOwner(facts, [first]))
      }),
      { numRuns: 5 },
    )
    await workAs('coordinating-teams')
  })
})

/** Who can read the identity of this request now, over every way there is to read it. */
async function whoSees(id: string): Promise<string[]> {
  const seen: string[] = []
  for (const [name, actor] of Object.entries(region.people) as [string, UserActor][]) {
    const sheet = await getSheet(region.scope(actor), id).catch(() => undefined)
    const alone = await getIdentity(region.scope(actor), id).catch(() => undefined)
    if (sheet?.identity || alone || JSON.stringify(sheet ?? {}).includes('Geheimstra')) seen.push(name)
  }
  return seen.sort()
}

describe('the identity', () => {
  const sentSecret = () => aSentRequest(region.scope(region.anyone), { identity: { familyName: 'Geheimstra' } })

  test('is open to the nurses of the taker between taking and giving back, and to nobody else at any time', async () => {
    const { id } = await sentSecret()
    expect(await whoSees(id)).toEqual([])
    await takeRequest(region.scope(region.people.nurseAlfa), { requestId: id })
    expect(await whoSees(id)).toEqual(['nurseAlfa', 'nurseAlfa2'])
    await returnRequest(region.scope(region.people.nurseAlfa), { requestId: id, reason: 'no-room' })
    expect(await whoSees(id)).toEqual([])
    await takeRequest(region.scope(region.people.nurseBeta), { requestId: id })
    expect(await whoSees(id)).toEqual(['nurseBeta'])
  })

  test('this would be seen: with row-level security off, the same question finds who should not see', async () => {
    const { id } = await sentSecret()
    await region.asOwner('alter table requests.patient_identity disable row level security')
    try {
      expect(await whoSees(id)).toContain('nurseBeta')
    } finally {
      await region.asOwner('alter table requests.patient_identity enable row level security')
    }
    expect(await whoSees(id)).toEqual([])
  })
})
