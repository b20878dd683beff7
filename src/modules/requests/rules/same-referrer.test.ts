import { describe, expect, test } from 'vitest'
import { findSameReferrer, type ReferrerHere, type ReferrerThere } from './same-referrer.ts'

const here: ReferrerHere = { kind: 'hospital', agbCode: '06000001', ura: '99990001', email: 'tess@ziekenhuis.example' }
const there = (more: Partial<ReferrerThere> = {}): ReferrerThere => ({
  id: 'there',
  kind: 'hospital',
  agbCode: null,
  ura: null,
  accounts: [{ userId: 'somebody', email: 'iemand@ziekenhuis.example' }],
  ...more,
})
const tess = { userId: 'tess', email: 'Tess@Ziekenhuis.example' }

describe('a referrer who is known in another region', () => {
  test.each<[string, Partial<ReferrerHere>, ReferrerThere[], ReturnType<typeof findSameReferrer>]>([
    ['by AGB code', {}, [there({ agbCode: '06000001' })], { organizationId: 'there' }],
    ['by URA', {}, [there({ ura: '99990001' })], { organizationId: 'there' }],
    [
      'by AGB code, and by address as a person',
      {},
      [there({ agbCode: '06000001', accounts: [tess] })],
      { organizationId: 'there', userId: 'tess' },
    ],
    [
      'by address alone where no number can be compared',
      {},
      [there({ accounts: [tess] }), there({ id: 'else' })],
      { organizationId: 'there', userId: 'tess' },
    ],
    [
      'not by an address at another kind of organisation',
      {},
      [there({ kind: 'gp-practice', accounts: [tess] })],
      undefined,
    ],
    [
      'not by an address where the number is another',
      {},
      [there({ agbCode: '06000002', accounts: [tess] })],
      undefined,
    ],
    [
      'not where one number is the same and the other is not',
      {},
      [there({ agbCode: '06000001', ura: '99990002' })],
      undefined,
    ],
    [
      'not where two bear the number',
      {},
      [there({ ura: '99990001' }), there({ id: 'two', ura: '99990001' })],
      undefined,
    ],
    ['not where nobody has an account', {}, [there({ agbCode: '06000001', accounts: [] })], undefined],
    ['not by numbers that both lack', { agbCode: null, ura: null, email: null }, [there()], undefined],
  ])('%s', (_, who, those, found) => {
    expect(findSameReferrer({ ...here, ...who }, those)).toEqual(found)
  })
})
