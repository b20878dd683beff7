import { expect, test } from 'vitest'
import { type Invitation, mayInvite } from './inviting.ts'

const known = { kinds: ['welfare', 'municipality'], seesIdentity: true, today: '2026-11-23' }
const invitation: Invitation = { kind: 'welfare', scope: ['care'], untilOn: '2026-12-23', clientAgrees: false }

test.each<[string, Partial<Invitation>, Partial<typeof known>, string | undefined]>([
  ['what the region agreed on', {}, {}, undefined],
  ['a kind that it did not agree on', { kind: 'case-manager' }, {}, 'kind-not-agreed'],
  ['nothing to see', { scope: [] }, {}, 'scope-wanted'],
  ['until yesterday', { untilOn: '2026-11-22' }, {}, 'until-wrong'],
  ['until today', { untilOn: '2026-11-23' }, {}, undefined],
  ['until ninety days on', { untilOn: '2027-02-21' }, {}, undefined],
  ['for longer than helping takes', { untilOn: '2027-02-22' }, {}, 'until-wrong'],
  ['the client, who was not asked', { scope: ['client'] }, {}, 'consent-wanted'],
  ['the client, who agrees', { scope: ['client'], clientAgrees: true }, {}, undefined],
  [
    'the client, by who does not know who that is',
    { scope: ['client'], clientAgrees: true },
    { seesIdentity: false },
    'identity-not-yours',
  ],
])('inviting to %s', (_, changed, otherwise, refusal) => {
  const answer = mayInvite({ ...invitation, ...changed }, { ...known, ...otherwise })
  expect(answer.ok ? undefined : answer.refusal).toBe(refusal)
})
