import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, UserActor } from '#kernel/actor.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { withdrawRequest } from '#modules/requests/withdrawing.ts'
import { NotAllowed, NotFound } from '#platform/http/faults.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { closeRequest, closeStarted } from './closing.ts'
import { escalateOverdue } from './escalating.ts'
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

type Step =
  | {
      do: 'take' | 'return' | 'start' | 'close'
      as: 'nurseAlfa' | 'nurseAlfa2' | 'nurseBeta' | 'nurseGamma' | 'nurseDesk'
    }
  | { do: 'withdraw' }
  | { do: 'wait'; hours: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('take', 'take', 'return', 'start', 'close'),
      as: fc.constantFrom('nurseAlfa', 'nurseAlfa2', 'nurseBeta', 'nurseGamma', 'nurseDesk'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 5, 30, 100, 500) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'withdraw' as const }) },
)

/** What somebody may not do or see is an answer here: the walk goes on. */
async function tolerantly(work: Promise<unknown>): Promise<void> {
  await work.catch((error) => {
    if (!(error instanceof NotFound) && !(error instanceof NotAllowed)) throw error
  })
}

async function walk(steps: readonly Step[]): Promise<void> {
  let now = new Date('2026-11-23T08:00:00Z')
  const { id } = await aSentRequest(region.scope(region.anyone, now), {
    card: { priority: 'within-24-hours', source: 'hospital' },
  })
  const as = (actor: Actor) => region.scope(actor, now)
  await holds(id, now)
  for (const one of steps) {
    if (one.do === 'wait') {
      now = new Date(now.getTime() + one.hours * 3_600_000)
      await escalateOverdue(as(region.system))
      await closeStarted(as(region.system))
    } else if (one.do === 'withdraw') {
      const link: Actor = { kind: 'link', regionId: region.regionId, requestId: id, verified: true }
      await tolerantly(withdrawRequest(as(link), { requestId: id, reason: 'arranged' }))
    } else {
      const scope = as(region.people[one.as])
      if (one.do === 'take') await tolerantly(takeRequest(scope, { requestId: id }))
      if (one.do === 'return') await tolerantly(returnRequest(scope, { requestId: id, reason: 'no-room' }))
      if (one.do === 'start')
        await tolerantly(confirmStart(scope, { requestId: id, startedOn: now.toISOString().slice(0, 10) }))
      if (one.do === 'close') await tolerantly(closeRequest(scope, { requestId: id }))
    }
    await holds(id, now)
  }
}

type Truth = {
  state: string
  holders: number
  act_by: Date | null
  taker: string | null
  open_to: string[]
  running: string[]
}

/** The rules that are always true, read from the database after every step. */
async function holds(id: string, now: Date): Promise<void> {
  const [truth] = (await region.asOwner<Truth>(
    `select r.state, num_nonnulls(r.holder_coordinating_team_id, r.holder_organization_id) as holders, r.act_by,
       r.taker_organization_id as taker, i.open_to,
       array(select organization_id from coordination.assignment a where a.request_id = r.id and a.ended_at is null) as running
     from requests.care_request r join requests.patient_identity i on i.request_id = r.id where r.id = $1`,
    [id],
  )) as [Truth]
  const open = ['listed', 'assigned'].includes(truth.state)
  const taken = ['assigned', 'started'].includes(truth.state)
  expect(truth.holders).toBe(open ? 1 : 0)
  expect(truth.act_by === null).toBe(!open)
  if (open) expect(truth.act_by!.getTime()).toBeGreaterThan(now.getTime() - 30 * 3_600_000)
  expect(truth.running).toEqual(taken ? [truth.taker] : [])
  expect(truth.open_to).toEqual(taken ? [truth.taker] : [])
}

describe('whatever is pressed in whatever order', () => {
  test('an open request has one holder and one act-by, one taker at most, and its identity is open to the taker only', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => walk(steps)),
      { numRuns: 40 },
    )
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
