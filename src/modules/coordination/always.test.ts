import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { aTeam } from '#modules/capacity/testing.ts'
import { fillIn, type Preset, presets, usualAskAtOnce, type WayOfWorking } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { answerQuestion } from '#modules/requests/questions.ts'
import { changeDate } from '#modules/requests/supplementing.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { withdrawRequest } from '#modules/requests/withdrawing.ts'
import { NotAllowed, NotFound } from '#platform/http/faults.ts'
import { actsIn, anyStep, commandOf, type Step, toStep } from '#testing/always/steps.ts'
import { holds } from '#testing/always/truths.ts'
import { addSecondRegion, createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { askAfterQuietHours } from './asking-at-once/morning.ts'
import { escalateOverdue, remindHolders } from './deadlines/escalating.ts'
import { followDeskHours } from './desk/standing-in.ts'
import { chooseOffer } from './inquiry/inquiring.ts'
import { reactions } from './reactions.ts'
import { type Command, commands } from './rules/commands.ts'
import { endOverdueSwaps } from './swap/ending.ts'
import { closeStarted } from './taking/closing.ts'

let region: SmallRegion
let acts: ReturnType<typeof actsIn>
beforeAll(async () => {
  region = await createSmallRegion()
  acts = actsIn(region, await addSecondRegion(region))
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

let way: WayOfWorking
async function workAs(preset: Preset, over: Partial<WayOfWorking> = {}): Promise<void> {
  way = { ...fillIn(preset, region.teams.desk), ...over }
  await region.asOwner('update regions.region set way_of_working = $1 where id = $2', [
    JSON.stringify(way),
    region.regionId,
  ])
  forgetRegion(region.database)
}

/** How often each command was done, whatever it was called in the walk. */
const walked = new Map<Command, number>()
function count(command: Command, outcome: unknown): void {
  const isDone = outcome !== null && typeof outcome === 'object' && 'ok' in outcome && outcome.ok === true
  if (isDone) walked.set(command, (walked.get(command) ?? 0) + 1)
}

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
  await holds(region, way, id, now)
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
    await holds(region, way, id, now)
  }
  return id
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

/** How many walks per way of working; more of them by hand (`WALKS=500`). */
const walks = Number(process.env.WALKS ?? 8)

describe('whatever is pressed in whatever order', () => {
  test.each(presets)(
    'under %s: one holder and one act-by, one taker at most, identity for the taker only, and a history that explains it',
    { timeout: 1_800_000 },
    async (preset) => {
      await workAs(preset)
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 14 }), async (steps) => {
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
        fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 14 }), async (steps) => {
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

  test('every command of the table is done at least once, by who may', async () => {
    await workAs('coordinating-teams', { preferredFirst: null })
    walked.clear()
    for (const line of trodden) await walk(line.split(', ').map(toStep))
    const never = commands.filter((command) => !walked.get(command))
    expect(never).toEqual([])
  })

  test('what is looked at after each step is seen when it is wrong: a fault is planted', async () => {
    await workAs('coordinating-teams')
    const now = new Date('2026-11-23T08:00:00Z')
    const id = await walk([])
    const look = () => holds(region, way, id, now)
    const identity = 'update requests.patient_identity set'
    const faults: readonly (readonly [fault: string, mended: string])[] = [
      [`${identity} open_to = array['${region.organizations.gamma}']::uuid[]`, `${identity} open_to = '{}'`],
      [`${identity} open_to_teams = array['${region.teams.noord}']::uuid[]`, `${identity} open_to_teams = '{}'`],
      [
        `update requests.history_entry set code = 'closed', at = at + interval '1 hour'`,
        `update requests.history_entry set code = 'routed', at = at - interval '1 hour'`,
      ],
      [
        `update requests.care_request set act_by = act_by - interval '9 days'`,
        `update requests.care_request set act_by = act_by + interval '9 days'`,
      ],
    ]
    for (const [fault, mended] of faults) {
      const where = fault.includes('care_request set') ? 'id = $1' : 'request_id = $1'
      const last = fault.includes('history_entry') ? ` and code in ('routed', 'closed')` : ''
      await region.asOwner(`${fault} where ${where}${last}`, [id])
      await expect(look(), fault).rejects.toThrow()
      await region.asOwner(`${mended} where ${where}${last}`, [id])
      await look()
    }
  })

  test('the same steps at the same moments lead to the same state', async () => {
    await workAs('switch-team')
    const facts = `select state, holder_coordinating_team_id, holder_organization_id, act_by, taker_organization_id,
      escalation_level, escalation_step, shown_to_organizations, shown_to_teams, clock_started_at from requests.care_request where id = $1`
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 12 }), async (steps) => {
        const [first, second] = [await walk(steps), await walk(steps)]
        expect(await region.asOwner(facts, [second])).toEqual(await region.asOwner(facts, [first]))
      }),
      { numRuns: 5 },
    )
    await workAs('coordinating-teams')
  })
})
