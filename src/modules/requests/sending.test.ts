import { beforeAll, describe, expect, test } from 'vitest'
import { isRequestNumber } from '#kernel/request-number.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { sendRequest } from './sending.ts'
import { aNewRequest, aSentRequest } from './testing.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
})

describe('sending a request', () => {
  test('makes one request with a number, a holder and an act-by', async () => {
    const { id, number, key } = await aSentRequest(region.scope(region.anyone))
    expect(isRequestNumber(number)).toBe(true)
    expect(key).toMatch(/^[\w-]{32}$/)
    const [row] = await region.asOwner('select * from requests.care_request where id = $1', [id])
    expect(row).toMatchObject({
      number,
      state: 'submitted',
      holder_coordinating_team_id: region.teams.desk,
      pc4: '6811',
    })
    expect(row?.act_by).toBeInstanceOf(Date)
  })

  test('twenty sends at the same moment with one key are one request', async () => {
    const request = aNewRequest()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => sendRequest(region.scope(region.anyone), request)),
    )
    const sent = outcomes.map((outcome) => (outcome.ok ? outcome.value : undefined))
    expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(sent[0]?.number).toBeTruthy()
    const rows = await region.asOwner('select 1 from requests.care_request where sent_key = $1', [request.sentKey])
    expect(rows).toHaveLength(1)
  })
})
