import { expect, test } from 'vitest'
import { addressOf } from './doors.ts'

test.each([
  ['the first is at the installation itself', null, true, 'https://wijkpoort.nl', 'https://wijkpoort.nl'],
  ['others before its name', null, false, 'https://wijkpoort.nl', 'https://veluwe.wijkpoort.nl'],
  ['with its port', null, false, 'http://wijkpoort.local:3000', 'http://veluwe.wijkpoort.local:3000'],
  ['a machine without a name lends one', null, false, 'http://127.0.0.1:3000', 'http://veluwe.localhost:3000'],
  ['also with version six', null, false, 'http://[::1]:3000', 'http://veluwe.localhost:3000'],
  ['and under localhost', null, false, 'http://localhost:3000', 'http://veluwe.localhost:3000'],
  ['a name of its own goes first', 'zorg.veluwe.nl', false, 'https://wijkpoort.nl', 'https://zorg.veluwe.nl'],
  ['also for the first', 'zorg.arnhem.nl', true, 'https://wijkpoort.nl', 'https://zorg.arnhem.nl'],
] as const)('the door: %s', (_what, host, isFirst, installation, door) => {
  expect(addressOf({ slug: 'veluwe', host }, isFirst, installation)).toBe(door)
})
