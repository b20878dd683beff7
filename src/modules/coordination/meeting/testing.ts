import { beforeAll, beforeEach } from 'vitest'
import type { UserActor } from '#kernel/actor.ts'
import { fillIn, type Preset } from '#modules/regions/index.ts'
import { forgetRegion } from '#modules/regions/region.ts'
import { aSentRequest, type Overrides } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import type { Visitor } from '#testing/visitor.ts'
import { watchPage } from '#testing/watch-page.ts'
import { reactions } from '../reactions.ts'
import { getTable } from './table.ts'

/** The moment at which all of it happens. */
export const monday = new Date('2026-11-23T07:30:00Z')
export const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000)

/** The team Noord on a Monday morning, in the whole app. Before each test it has not met yet, and works as coordinating team. */
export function meetingOfNoord() {
  let region: SmallRegion
  let app: TestApp
  let listening: Promise<string> | undefined

  beforeAll(async () => {
    region = await createSmallRegion()
    reactions(region.events)
    app = await createTestApp(region)
  })
  beforeEach(async () => {
    app.setClock(monday)
    await region.asOwner(
      `truncate coordination.meeting, coordination.meeting_attendance, coordination.meeting_decision,
         coordination.meeting_left_open, coordination.agenda_mark, coordination.meeting_rota, coordination.meeting_setting`,
    )
    await workAs('coordinating-teams')
  })

  async function workAs(preset: Preset): Promise<void> {
    const way = fillIn(preset, region.teams.desk)
    await region.asOwner('update regions.region set way_of_working = $1', [JSON.stringify(way)])
    forgetRegion(region.database)
  }
  // Not before the clock is set: on a Monday morning its own jobs would mail before the test of the letter.
  async function listen(): Promise<string> {
    await app.start()
    return app.server.listen({ host: '127.0.0.1', port: 0 })
  }
  const noord = () => `/overleg/${region.teams.noord}`
  const as = (actor?: UserActor) => app.as(actor)
  const post = (visitor: Visitor, path: string, body: Record<string, string | string[]> = {}) =>
    visitor.post(`${noord()}${path}`, body)

  return {
    region: () => region,
    workAs,
    noord,
    as,
    anja: () => as(region.people.nurseAlfa),
    bea: () => as(region.people.nurseBeta),
    sent: async (over: Overrides = {}) =>
      (await aSentRequest(region.scope(region.anyone, later(-60)), { identity: { familyName: 'Geheimstra' }, ...over }))
        .id,
    post,
    decide: (visitor: Visitor, id: string, body: Record<string, string>) =>
      post(visitor, `/zorgvraag/${id}/besluit`, body),
    table: (actor: UserActor = region.people.nurseAlfa, at = monday) =>
      getTable(region.scope(actor, at), { teamId: region.teams.noord, joint: false }),
    stateOf: async (id: string) =>
      (
        await region.asOwner<{ state: string; taker_organization_id: string | null }>(
          'select state, taker_organization_id from requests.care_request where id = $1',
          [id],
        )
      )[0],
    /** The screen of the meeting, open at somebody's. */
    follow: async (actor: UserActor) => {
      listening ??= listen()
      // Its door knows only whoever came by.
      as(actor)
      return watchPage(await listening, actor, `/live${noord()}`)
    },
  }
}
