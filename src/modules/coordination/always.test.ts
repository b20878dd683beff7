import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, UserActor } from '#kernel/actor.ts'
import { aTeam } from '#modules/capacity/testing.ts'
import { fillIn, type Preset, presets, usualAskAtOnce, type WayOfWorking } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { answerQuestion } from '#modules/requests/questions.ts'
import { changeDate } from '#modules/requests/supplementing.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { withdrawRequest } from '#modules/requests/withdrawing.ts'
import type { Scope } from '#platform/database/scope.ts'
import { NotAllowed, NotFound } from '#platform/http/faults.ts'
import { addSecondRegion, createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { askAfterQuietHours } from './asking-at-once/morning.ts'
import { escalateOverdue, remindHolders } from './deadlines/escalating.ts'
import { askRequester } from './deadlines/holding.ts'
import { confirmDate } from './deadlines/new-date.ts'
import { followDeskHours } from './desk/standing-in.ts'
import { lapseRequest, redirectRequest, reopenRequest } from './ending/ending.ts'
import { sendOn } from './ending/sending-on.ts'
import { passToRegion } from './ending/to-region.ts'
import { answerInquiry, askParties, assignParty, chooseOffer, stopAsking } from './inquiry/inquiring.ts'
import { inviteParty } from './invited/inviting.ts'
import { getIdentity, getSheet } from './list/sheet.ts'
import { joinRequest, splitRequest } from './parts/splitting.ts'
import { askParties as askForPart, confirmPartStart, refusePart, returnPart, takePart } from './parts/taking-part.ts'
import { reactions } from './reactions.ts'
import { type Command, commands } from './rules/commands.ts'
import { endOverdueSwaps } from './swap/ending.ts'
import { acceptSwap, proposeSwap, refuseSwap, takeBackSwap } from './swap/swapping.ts'
import { closeRequest, closeStarted } from './taking/closing.ts'
import { returnRequest } from './taking/returning.ts'
import { confirmStart } from './taking/starting.ts'
import { takeRequest } from './taking/taking.ts'

let region: SmallRegion
let elsewhere: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
  elsewhere = await addSecondRegion(region)
  reactions(region.events)
  // The desk keeps office hours, and who answers for it otherwise is there always.
  await region.asOwner(
    'insert into organizations.desk (coordinating_team_id, region_id, opening, partner_team_id) values ($1, $2, $3, $4)',
    [
      region.teams.desk,
      region.regionId,
      JSON.stringify({ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }),
      region.teams.wound,
    ],
  )
})

/** How often each command was done, whatever it was called in the walk. */
const walked = new Map<Command, number>()
function count(command: Command, outcome: unknown): void {
  const isDone = outcome !== null && typeof outcome === 'object' && 'ok' in outcome && outcome.ok === true
  if (isDone) walked.set(command, (walked.get(command) ?? 0) + 1)
}

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
  'send-on': (scope: Scope, requestId: string) => sendOn(scope, { requestId, teamId: region.teams.zuid }),
  'send-to-desk': (scope: Scope, requestId: string) => sendOn(scope, { requestId, teamId: region.teams.desk }),
  'to-region': (scope: Scope, requestId: string) =>
    passToRegion(scope, { requestId, regionId: elsewhere.regionId, consentBy: 'client' }),
  invite: (scope: Scope, requestId: string) =>
    inviteParty(scope, {
      requestId,
      kind: 'welfare',
      name: 'Wil Welzijn',
      email: 'wil@welzijn.example',
      role: 'Denkt mee',
      scope: ['progress'],
      untilOn: dayOf(scope.now()),
      clientAgrees: false,
    }),
  redirect: (scope: Scope, requestId: string) => redirectRequest(scope, { requestId, reason: 'wmo' }),
  lapse: (scope: Scope, requestId: string) => lapseRequest(scope, { requestId, reason: 'deceased' }),
  reopen: (scope: Scope, requestId: string) => reopenRequest(scope, { requestId }),
  'confirm-date': (scope: Scope, requestId: string) => confirmDate(scope, { requestId }),
  split: (scope: Scope, requestId: string) =>
    splitRequest(scope, {
      requestId,
      by: 'daypart',
      overview: 1,
      parts: [{ pieces: ['morning'] }, { pieces: ['evening', 'night'], organizationId: region.organizations.gamma }],
    }),
  'split-by-care': (scope: Scope, requestId: string) =>
    splitRequest(scope, {
      requestId,
      by: 'care-kind',
      overview: 0,
      parts: [{ pieces: ['personal-care'], organizationId: region.organizations.beta }, { pieces: ['nursing'] }],
    }),
  join: (scope: Scope, requestId: string) => joinRequest(scope, { requestId }),
  part: (scope: Scope, requestId: string) =>
    answerInquiry(scope, { requestId, answer: 'part', dayparts: ['evening', 'night'] }),
  'take-first': onPart(0, (scope, of) => takePart(scope, of)),
  'take-second': onPart(1, (scope, of) => takePart(scope, { ...of, startsOn: '2027-06-02' })),
  'return-first': onPart(0, (scope, of) => returnPart(scope, { ...of, reason: 'no-room' })),
  'return-second': onPart(1, (scope, of) => returnPart(scope, { ...of, reason: 'no-room' })),
  'start-first': onPart(0, (scope, of) => confirmPartStart(scope, { ...of, startedOn: dayOf(scope.now()) })),
  'start-second': onPart(1, (scope, of) => confirmPartStart(scope, { ...of, startedOn: dayOf(scope.now()) })),
  'ask-for-second': onPart(1, (scope, of) =>
    askForPart(scope, { ...of, organizationIds: [region.organizations.alfa, region.organizations.gamma] }),
  ),
  'refuse-second': onPart(1, (scope, of) => refusePart(scope, { ...of, reason: 'other' })),
  swap: async (scope: Scope, requestId: string) =>
    proposeSwap(scope, { requestId, organizationId: region.organizations.beta }),
  'swap-first': onPart(0, (scope, of) => proposeSwap(scope, { ...of, organizationId: region.organizations.gamma })),
  'swap-yes': (scope: Scope, requestId: string) => acceptSwap(scope, { requestId }),
  'swap-no': (scope: Scope, requestId: string) => refuseSwap(scope, { requestId, reason: 'other' }),
  'swap-back': (scope: Scope, requestId: string) => takeBackSwap(scope, { requestId }),
}

/** On the nth part as it stands now; of a request that is whole there is none. */
function onPart(nth: number, act: (scope: Scope, of: { requestId: string; partId: string }) => Promise<unknown>) {
  return async (scope: Scope, requestId: string) => {
    const parts = await region.asOwner<{ id: string }>(
      'select id from requests.part where request_id = $1 and ended_at is null order by position',
      [requestId],
    )
    return act(scope, { requestId, partId: parts[nth]?.id ?? requestId })
  }
}

/** Which command of the table each of them is. */
const commandOf: Record<keyof typeof acts, Command> = {
  take: 'take',
  return: 'return',
  start: 'confirm-start',
  close: 'close',
  ask: 'ask',
  'ask-gamma': 'ask',
  assign: 'assign',
  'stop-asking': 'stop-asking',
  yes: 'answer',
  later: 'answer',
  no: 'answer',
  part: 'answer',
  choose: 'choose',
  'ask-requester': 'ask-requester',
  'send-on': 'send-on',
  'send-to-desk': 'send-on',
  'to-region': 'pass-to-region',
  invite: 'invite',
  redirect: 'redirect',
  lapse: 'lapse',
  reopen: 'reopen',
  'confirm-date': 'confirm-date',
  split: 'split',
  'split-by-care': 'split',
  join: 'join',
  'take-first': 'take-part',
  'take-second': 'take-part',
  'return-first': 'return-part',
  'return-second': 'return-part',
  'start-first': 'start-part',
  'start-second': 'start-part',
  'ask-for-second': 'ask-part',
  'refuse-second': 'refuse-part',
  swap: 'propose-swap',
  'swap-first': 'propose-swap',
  'swap-yes': 'accept-swap',
  'swap-no': 'refuse-swap',
  'swap-back': 'take-back-swap',
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
        'split',
        'take-first',
        'take-second',
        'swap',
        'swap-yes',
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
async function tolerantly(command: Command, work: Promise<unknown>): Promise<void> {
  const outcome = await work.catch((error) => {
    if (!(error instanceof NotFound) && !(error instanceof NotAllowed)) throw error
  })
  count(command, outcome)
}

async function walk(steps: readonly Step[]): Promise<string> {
  let now = new Date('2026-11-23T08:00:00Z')
  const { id } = await aSentRequest(region.scope(region.anyone, now), {
    card: {
      priority: 'within-24-hours',
      source: 'hospital',
      channel: 'portal',
      preferredOrganizationId: region.organizations.gamma,
      dayparts: ['morning', 'evening', 'night'],
      careKinds: ['personal-care', 'nursing'],
    },
  })
  const as = (actor: Actor) => region.scope(actor, now)
  const link: Actor = { kind: 'link', regionId: region.regionId, requestId: id, verified: true }
  count('route', { ok: true })
  await holds(id, now)
  for (const one of steps) {
    if (one.do === 'wait') {
      now = new Date(now.getTime() + one.hours * 3_600_000)
      count('pass-deadline', { ok: (await escalateOverdue(as(region.system))) > 0 })
      await followDeskHours(as(region.system))
      await askAfterQuietHours(as(region.system))
      await remindHolders(as(region.system))
      await closeStarted(as(region.system))
      await endOverdueSwaps(as(region.system))
    } else if (one.do === 'withdraw') {
      await tolerantly('withdraw', withdrawRequest(as(link), { requestId: id, reason: 'arranged' }))
    } else if (one.do === 'answer-question') {
      await tolerantly('answer-question', answerQuestion(as(link), { requestId: id, text: 'Ja' }))
    } else if (one.do === 'change-date') {
      await tolerantly(
        'change-date',
        changeDate(as(link), { requestId: id, startOn: '2027-05-01', certainty: 'certain' }),
      )
    } else if (one.do === 'choose-by-link') {
      await tolerantly('choose', chooseOffer(as(link), { requestId: id, organizationId: region.organizations.beta }))
    } else if ('as' in one) {
      await tolerantly(commandOf[one.do], acts[one.do](as(region.people[one.as]), id))
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
async function holds(id: string, now: Date): Promise<void> {
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

/** Walks that go everywhere, each step 'what by whom': so that no command is left to chance. */
const trodden = [
  'take alfa, change-date, confirm-date alfa, start alfa, close alfa',
  'ask-requester alfa, answer-question, ask alfa, no beta, stop-asking alfa, assign alfa, yes beta',
  'ask alfa, later gamma, choose alfa, return gamma',
  'ask alfa, later gamma, change-date, later gamma, choose alfa, return gamma',
  'split alfa, take-first alfa, change-date, confirm-date alfa, take-second beta',
  'split alfa, ask-for-second alfa, refuse-second gamma, take-first alfa, start-first alfa, take-second beta, return-second beta',
  'split-by-care alfa, join alfa, send-on alfa, invite gamma, redirect gamma, reopen gamma, lapse gamma',
  'take alfa, swap alfa, swap-no beta, swap alfa, swap-back alfa, swap alfa, swap-yes beta',
  'send-to-desk alfa, wait, withdraw',
  'to-region alfa, reopen alfa',
]
const nurseOf: Record<string, Nurse> = { alfa: 'nurseAlfa', beta: 'nurseBeta', gamma: 'nurseGamma', desk: 'nurseDesk' }

function toStep(words: string): Step {
  const [what = '', who] = words.split(' ')
  const as = who && nurseOf[who]
  if (as) return { do: what as keyof typeof acts, as }
  return what === 'wait' ? { do: 'wait', hours: 30 } : ({ do: what } as Step)
}

let way: WayOfWorking
async function workAs(preset: Preset, over: Partial<WayOfWorking> = {}): Promise<void> {
  way = { ...fillIn(preset, region.teams.desk), ...over }
  await region.asOwner('update regions.region set way_of_working = $1 where id = $2', [
    JSON.stringify(way),
    region.regionId,
  ])
  forgetRegion(region.database)
}

/** How many walks per way of working; more of them by hand (`WALKS=500`). */
const walks = Number(process.env.WALKS ?? 8)

describe('whatever is pressed in whatever order', () => {
  test.each(presets)(
    'under %s: one holder and one act-by, one taker at most, identity for the taker only, and a history that explains it',
    { timeout: 1_800_000 },
    async (preset) => {
      await workAs(preset)
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
          await walk(steps)
        }),
        { numRuns: walks },
      )
    },
  )

  test.each(['coordinating-teams', 'shared-counter'] as const)(
    'under %s that asks at once: the same, and never two asked beyond what was agreed',
    { timeout: 1_800_000 },
    async (preset) => {
      // Only who has a team there stands on the shortlist.
      await region.asOwner(
        `update organizations.organization set care_kinds = '{personal-care,nursing}' where kind = 'provider'`,
      )
      for (const organization of ['alfa', 'beta', 'gamma'] as const) await aTeam(region, organization, { name: preset })
      await workAs(preset, { askAtOnce: { ...usualAskAtOnce, mostPerTeam: 50 } })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
          await walk(steps)
        }),
        { numRuns: walks },
      )
      const crowded = await region.asOwner(`select i.id from coordination.inquiry i join coordination.inquiry_party p
        on p.inquiry_id = i.id where i.why = 'at-once' group by i.id having count(*) > 1`)
      expect(crowded).toEqual([])
      expect(await region.asOwner(`select id from coordination.inquiry where why = 'at-once'`)).not.toEqual([])
    },
  )

  test('every command of the table is done at least once, by who may', { timeout: 120_000 }, async () => {
    await workAs('coordinating-teams', { preferredFirst: null })
    walked.clear()
    for (const line of trodden) await walk(line.split(', ').map(toStep))
    const never = commands.filter((command) => !walked.get(command))
    expect(never).toEqual([])
  })

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
