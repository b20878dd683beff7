import { expect } from 'vitest'
import type { TestApp } from '#testing/app.ts'
import type { SmallRegion } from '#testing/small-region.ts'

/** A Monday on which the desk is open. */
export const monday = new Date('2026-11-23T09:00:00Z')

/** Who works at the desk, a call that is written down there, and one row of the database. */
export function deskIn(region: SmallRegion, app: TestApp) {
  const desk = () => app.as(region.people.nurseDesk)
  const call = (fields: Record<string, string> = {}) => ({
    loket: region.teams.desk,
    callerName: 'Wilma Kersten',
    callerPhone: '06 12345678',
    callerKind: 'informal-carer',
    note: 'Vader komt morgen thuis.',
    ...fields,
  })
  return {
    desk,
    call,
    aCall: async (fields: Record<string, string> = {}): Promise<string> => {
      const answer = await desk().post('/balie/gesprekken', call({ next: 'intake', ...fields }))
      expect(answer.status).toBe(303)
      return answer.location?.split('/')[3] ?? ''
    },
    one: async <Row extends object>(sql: string, values: unknown[]) => (await region.asOwner<Row>(sql, values))[0],
  }
}
