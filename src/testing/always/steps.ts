import fc from 'fast-check'
import { askRequester } from '#modules/coordination/deadlines/holding.ts'
import { confirmDate } from '#modules/coordination/deadlines/new-date.ts'
import { lapseRequest, redirectRequest, reopenRequest } from '#modules/coordination/ending/ending.ts'
import { sendOn } from '#modules/coordination/ending/sending-on.ts'
import { passToRegion } from '#modules/coordination/ending/to-region.ts'
import {
  answerInquiry,
  askParties,
  assignParty,
  chooseOffer,
  stopAsking,
} from '#modules/coordination/inquiry/inquiring.ts'
import { inviteParty } from '#modules/coordination/invited/inviting.ts'
import { joinRequest, splitRequest } from '#modules/coordination/parts/splitting.ts'
import {
  askParties as askForPart,
  confirmPartStart,
  refusePart,
  returnPart,
  takePart,
} from '#modules/coordination/parts/taking-part.ts'
import type { Command } from '#modules/coordination/rules/commands.ts'
import { acceptSwap, proposeSwap, refuseSwap, takeBackSwap } from '#modules/coordination/swap/swapping.ts'
import { closeRequest } from '#modules/coordination/taking/closing.ts'
import { returnRequest } from '#modules/coordination/taking/returning.ts'
import { confirmStart } from '#modules/coordination/taking/starting.ts'
import { takeRequest } from '#modules/coordination/taking/taking.ts'
import type { Scope } from '#platform/database/scope.ts'
import type { SmallRegion } from '../small-region.ts'

type Nurse = 'nurseAlfa' | 'nurseAlfa2' | 'nurseBeta' | 'nurseGamma' | 'nurseDesk'
export type Step =
  | { do: Deed; as: Nurse }
  | { do: 'withdraw' | 'answer-question' | 'change-date' | 'choose-by-link' }
  | { do: 'wait'; hours: number }

/** What nurses do, each on the request and as the person of the step; `elsewhere` is the other region. */
export function actsIn(region: SmallRegion, elsewhere: SmallRegion) {
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
  return {
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
    'ask-requester': (scope: Scope, requestId: string) =>
      askRequester(scope, { requestId, text: 'Is er een tillift?' }),
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
    'refuse-second': onPart(1, (scope, of) => refusePart(scope, { ...of, reason: 'other', text: 'vol' })),
    swap: async (scope: Scope, requestId: string) =>
      proposeSwap(scope, { requestId, organizationId: region.organizations.beta }),
    'swap-first': onPart(0, (scope, of) => proposeSwap(scope, { ...of, organizationId: region.organizations.gamma })),
    'swap-yes': (scope: Scope, requestId: string) => acceptSwap(scope, { requestId }),
    'swap-no': (scope: Scope, requestId: string) => refuseSwap(scope, { requestId, reason: 'other' }),
    'swap-back': (scope: Scope, requestId: string) => takeBackSwap(scope, { requestId }),
  }
}

type Deed = keyof ReturnType<typeof actsIn>

/** Which command of the table each of them is. */
export const commandOf: Record<Deed, Command> = {
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

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom<Deed[]>(
        'take',
        'ask',
        'yes',
        'no',
        'split',
        'take-first',
        'take-second',
        'swap',
        'swap-yes',
        ...(Object.keys(commandOf) as Deed[]),
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

const nurseOf: Record<string, Nurse> = { alfa: 'nurseAlfa', beta: 'nurseBeta', gamma: 'nurseGamma', desk: 'nurseDesk' }

/** 'take alfa': what by whom, or what alone. */
export function toStep(words: string): Step {
  const [what = '', who] = words.split(' ')
  const as = who && nurseOf[who]
  if (as) return { do: what as Deed, as }
  return what === 'wait' ? { do: 'wait', hours: 30 } : ({ do: what } as Step)
}
