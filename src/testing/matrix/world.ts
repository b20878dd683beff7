import type { UserActor } from '#kernel/actor.ts'
import { localDateOf } from '#kernel/dates.ts'
import { askConsult } from '#modules/coordination/consult/consulting.ts'
import { answerInquiry, askParties } from '#modules/coordination/inquiry/inquiring.ts'
import { reactions as coordinationReactions } from '#modules/coordination/reactions.ts'
import { returnRequest } from '#modules/coordination/taking/returning.ts'
import { confirmStart } from '#modules/coordination/taking/starting.ts'
import { takeRequest } from '#modules/coordination/taking/taking.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { reactions as requestReactions } from '#modules/requests/reactions.ts'
import { supplementRequest } from '#modules/requests/supplementing.ts'
import { aSentRequest, type Overrides } from '#modules/requests/testing.ts'
import { withdrawRequest } from '#modules/requests/withdrawing.ts'
import type { SmallRegion } from '../small-region.ts'

export type PersonName = keyof SmallRegion['people']

/** One request with words that occur nowhere else: some stand on its card, the others are its identity. */
export type Marked = {
  name: string
  id: string
  number: string
  key: string
  attachmentIds: string[]
  /** A question about it to a specialist. */
  consultIds: string[]
  card: readonly string[]
  identity: readonly string[]
  /** Who may see what, written down by hand and not computed from the product. */
  seesCard: readonly PersonName[]
  seesIdentity: readonly PersonName[]
}

type Plan = Pick<Marked, 'name' | 'seesCard' | 'seesIdentity'> & {
  by: 'transferNurse' | 'gp' | 'anyone'
  overrides?: Overrides
  afterwards?: (id: string, act: Acts) => Promise<void>
}

type Acts = ReturnType<typeof actsOf>

const noord = ['nurseAlfa', 'nurseAlfa2', 'nurseBeta'] as const
const today = localDateOf(new Date())

const plans: readonly Plan[] = [
  {
    name: 'listed',
    by: 'transferNurse',
    seesCard: [...noord, 'transferNurse', 'manager'],
    seesIdentity: ['transferNurse'],
  },
  {
    name: 'taken',
    by: 'gp',
    seesCard: [...noord, 'gp', 'manager'],
    seesIdentity: ['nurseAlfa', 'nurseAlfa2', 'gp'],
    afterwards: (id, act) => act.take('nurseAlfa', id),
  },
  {
    name: 'started elsewhere',
    by: 'transferNurse',
    overrides: { identity: { postcode: '6841AB' } },
    seesCard: ['nurseGamma', 'transferNurse', 'manager'],
    seesIdentity: ['nurseGamma', 'transferNurse'],
    afterwards: async (id, act) => {
      await act.take('nurseGamma', id)
      await act.start('nurseGamma', id)
    },
  },
  {
    name: 'returned',
    by: 'anyone',
    seesCard: [...noord, 'manager'],
    seesIdentity: [],
    afterwards: async (id, act) => {
      await act.take('nurseBeta', id)
      await act.giveBack('nurseBeta', id)
    },
  },
  {
    name: 'specialised',
    by: 'gp',
    overrides: { card: { careKinds: ['wound'] } },
    seesCard: ['gp', 'manager'],
    seesIdentity: ['gp'],
  },
  {
    name: 'withdrawn',
    by: 'transferNurse',
    seesCard: [...noord, 'transferNurse', 'manager'],
    seesIdentity: ['transferNurse'],
    afterwards: (id, act) => act.withdraw('transferNurse', id),
  },
  {
    name: 'at the desk',
    by: 'anyone',
    overrides: { identity: { postcode: '6861AB' } },
    seesCard: ['nurseDesk', 'manager'],
    seesIdentity: [],
  },
  {
    name: 'taken and withdrawn',
    by: 'gp',
    seesCard: [...noord, 'gp', 'manager'],
    seesIdentity: ['gp'],
    afterwards: async (id, act) => {
      await act.take('nurseAlfa', id)
      await act.withdraw('gp', id)
    },
  },
  {
    name: 'asked of another team',
    by: 'transferNurse',
    seesCard: [...noord, 'nurseGamma', 'transferNurse', 'manager'],
    seesIdentity: ['transferNurse'],
    afterwards: (id, act) => act.ask('nurseAlfa', id, ['gamma']),
  },
  {
    name: 'asked and answered no',
    by: 'gp',
    seesCard: [...noord, 'gp', 'manager'],
    seesIdentity: ['gp'],
    afterwards: async (id, act) => {
      await act.ask('nurseAlfa', id, ['gamma'])
      await act.refuse('nurseGamma', id)
    },
  },
  {
    name: 'asked advice about',
    by: 'gp',
    seesCard: [...noord, 'specialist', 'gp', 'manager'],
    seesIdentity: ['gp'],
    afterwards: (id, act) => act.consult('nurseAlfa', id, 'wound'),
  },
]

/** Eleven requests, one for each way in which sight is given or taken away. */
export function makeMarkedRequests(region: SmallRegion): Promise<Marked[]> {
  requestReactions(region.events)
  coordinationReactions(region.events)
  return markRequests(region, 'Qx')
}

/** The same in a region of which the product listens already; `begin` is how its words begin. */
export async function markRequests(region: SmallRegion, begin: string): Promise<Marked[]> {
  // Asking for advice is for a region to agree on; this one did.
  await region.asOwner(`update regions.region set way_of_working = way_of_working || '{"consult": true}'::jsonb`)
  forgetRegion(region.database)
  const acts = actsOf(region)
  const marked: Marked[] = []
  for (const [index, plan] of plans.entries()) {
    const mark = (part: string) => `${begin}${'abcdefghijk'[index]}${part}`
    const actor = plan.by === 'anyone' ? region.anyone : region.people[plan.by]
    const { id, number, key } = await aSentRequest(region.scope(actor), {
      card: { source: plan.by === 'anyone' ? 'client' : plan.by === 'gp' ? 'gp' : 'hospital', ...plan.overrides?.card },
      identity: {
        givenName: mark('voornaam'),
        familyName: mark('achternaam'),
        street: mark('straat'),
        email: `${mark('mail')}@voorbeeld.example`,
        contacts: [{ name: mark('contact'), phone: '+31612345699', relation: 'dochter' }],
        // The client's own name is taken out of what the card shows; the rest of the sentence stays.
        question: `Graag hulp met ${mark('kaartwoord')}. Groet van ${mark('voornaam')} ${mark('achternaam')}.`,
        requester: { name: mark('aanvrager') },
        ...plan.overrides?.identity,
      },
      // Who asks without an account sends no files.
      attachments: plan.by === 'anyone' ? [] : [aFile(mark('bestand'), mark('inhoud'))],
    })
    if (plan.by !== 'anyone') await acts.supplement(plan.by, id, `Aanvulling ${mark('aanvulling')}`)
    await plan.afterwards?.(id, acts)
    const attachments = await region.asOwner<{ id: string }>(
      'select id from requests.attachment where request_id = $1',
      [id],
    )
    const consults = await region.asOwner<{ id: string }>('select id from coordination.consult where request_id = $1', [
      id,
    ])
    const parts = [
      'voornaam',
      'achternaam',
      'straat',
      'mail',
      'contact',
      'aanvrager',
      'bestand',
      'inhoud',
      'aanvulling',
    ]
    marked.push({
      ...plan,
      id,
      number,
      key,
      attachmentIds: attachments.map((row) => row.id),
      consultIds: consults.map((row) => row.id),
      card: [mark('kaartwoord')],
      identity: parts.map(mark),
    })
  }
  return marked
}

function aFile(name: string, content: string) {
  return {
    name: `${name}.txt`,
    kind: 'other',
    contentType: 'text/plain',
    content: Buffer.from(`Inhoud ${content}`),
  } as const
}

function actsOf(region: SmallRegion) {
  const scopeOf = (name: PersonName) => region.scope(region.people[name] as UserActor)
  const must = async (outcome: Promise<{ ok: boolean }>) => {
    const answer = await outcome
    if (!answer.ok) throw new Error(`The world could not be made: ${JSON.stringify(answer)}`)
  }
  return {
    take: (by: PersonName, requestId: string) => must(takeRequest(scopeOf(by), { requestId })),
    start: (by: PersonName, requestId: string) => must(confirmStart(scopeOf(by), { requestId, startedOn: today })),
    giveBack: (by: PersonName, requestId: string) => must(returnRequest(scopeOf(by), { requestId, reason: 'no-room' })),
    ask: (by: PersonName, requestId: string, parties: (keyof SmallRegion['organizations'])[]) =>
      must(askParties(scopeOf(by), { requestId, organizationIds: parties.map((name) => region.organizations[name]) })),
    refuse: (by: PersonName, requestId: string) =>
      must(answerInquiry(scopeOf(by), { requestId, answer: 'cannot', reason: 'other', remark: 'vol' })),
    withdraw: (by: PersonName, requestId: string) =>
      must(withdrawRequest(scopeOf(by), { requestId, reason: 'arranged' })),
    consult: (by: PersonName, requestId: string, team: keyof SmallRegion['teams']) =>
      must(askConsult(scopeOf(by), { requestId, teamId: region.teams[team], question: 'Wat raadt u aan?' })),
    supplement: (by: PersonName, requestId: string, text: string) =>
      must(supplementRequest(scopeOf(by), { requestId, text })),
  }
}
