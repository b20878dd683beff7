import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { localDateOf } from '#kernel/dates.ts'
import { getRegion } from '#modules/regions/index.ts'
import { read } from '#platform/database/transaction.ts'
import type { Routes } from '#platform/http/house.ts'
import { problemAnswer, stateAnswer } from '../api/api-schema.ts'
import { usualSetting } from '../rules/meeting/days.ts'
import { jointSteps } from '../rules/meeting/gathering.ts'
import {
  heldAnswer,
  hereBody,
  leadBody,
  meetingAnswer,
  meetingParams,
  meetingsAnswer,
  minutesAnswer,
  minutesParams,
  presentBody,
} from './api-meeting-schema.ts'
import { toHeldAnswer, toMeetingAnswer, toMinutesAnswer } from './api-meeting-words.ts'
import { lead, sitHere, takeAttendance } from './attending.ts'
import { closeMeeting, openMeeting } from './leading.ts'
import { getMinutes, listHeld } from './minutes.ts'
import { getGathering, getTable, selectOwnMeetings } from './table.ts'

const tags = ['meetings']
const see = { who: 'requests.list' as const, noStore: true }
const act = { who: 'requests.take' as const, noStore: true }
const missing = { 404: problemAnswer }
const changed = { 200: stateAnswer, ...missing }
const of = '/api/meetings/:meeting'

/** The meeting for programs: the same commands as the pages, and twice the same is once. */
export const meetingApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/meetings',
    { config: see, schema: { tags, summary: 'Today’s meetings of one’s teams', response: { 200: meetingsAnswer } } },
    async ({ scope }) => {
      const { actor } = scope
      const { wayOfWorking } = await getRegion(scope)
      const teamIds = actor.kind === 'user' ? actor.coordinatingTeamIds : []
      const { teams } = await read(scope, { teams: selectOwnMeetings(teamIds, localDateOf(scope.now())) })
      return {
        meetings: teams.map(({ id, name, startsAt, weekdays, openedAt, closedAt, waiting }) => ({
          team: id,
          name,
          startsAt: startsAt ?? usualSetting.startsAt,
          weekdays: weekdays ?? [...usualSetting.weekdays],
          openedAt: openedAt?.toISOString() ?? null,
          closedAt: closedAt?.toISOString() ?? null,
          waiting,
        })),
        joint: jointSteps(wayOfWorking.ladder).length > 0,
      }
    },
  )

  app.get(
    of,
    {
      config: see,
      schema: {
        tags,
        summary: 'Today’s agenda of a team (or `joint`), who is there and what was decided; without identity',
        params: meetingParams,
        response: { 200: meetingAnswer, ...missing },
      },
    },
    async ({ scope, params }) => toMeetingAnswer(await getTable(scope, await getGathering(scope, params.meeting))),
  )

  app.get(
    `${of}/minutes`,
    {
      config: see,
      schema: {
        tags,
        summary: 'The meetings that were held, newest first',
        params: meetingParams,
        response: { 200: heldAnswer, ...missing },
      },
    },
    async ({ scope, params }) => toHeldAnswer((await listHeld(scope, await getGathering(scope, params.meeting))).held),
  )

  app.get(
    '/api/minutes/:minutesId',
    {
      config: { who: ['requests.list', 'requests.oversee'], noStore: true },
      schema: {
        tags,
        summary: 'What one meeting decided, by whom, and what remains',
        params: minutesParams,
        response: { 200: minutesAnswer, ...missing },
      },
    },
    async ({ scope, params }) => toMinutesAnswer(await getMinutes(scope, params.minutesId)),
  )

  app.post(
    `${of}/open`,
    {
      config: act,
      schema: { tags, summary: 'Begin, or go on; who does so leads', params: meetingParams, response: changed },
    },
    async ({ scope, params }) => {
      const gathering = await getGathering(scope, params.meeting)
      return done(await openMeeting(scope, gathering))
    },
  )
  app.post(
    `${of}/close`,
    {
      config: act,
      schema: {
        tags,
        summary: 'End it; the answer is the id of its minutes',
        params: meetingParams,
        response: changed,
      },
    },
    async ({ scope, params }) => done(await closeMeeting(scope, await getGathering(scope, params.meeting))),
  )
  app.post(
    `${of}/here`,
    {
      config: act,
      schema: { tags, summary: 'Be there, or leave', params: meetingParams, body: hereBody, response: changed },
    },
    async ({ scope, params, body }) => {
      const gathering = await getGathering(scope, params.meeting)
      await sitHere(scope, { gathering, ...body })
      return done(gathering.teamId)
    },
  )
  app.post(
    `${of}/lead`,
    {
      config: act,
      schema: {
        tags,
        summary: 'Lead, beside who leads, or no longer',
        params: meetingParams,
        body: leadBody,
        response: changed,
      },
    },
    async ({ scope, params, body }) => {
      const gathering = await getGathering(scope, params.meeting)
      await lead(scope, { gathering, ...body })
      return done(gathering.teamId)
    },
  )
  app.post(
    `${of}/attendance`,
    {
      config: act,
      schema: {
        tags,
        summary: 'Tick off who is there; who is not named is not there',
        params: meetingParams,
        body: presentBody,
        response: changed,
      },
    },
    async ({ scope, params, body }) => {
      const gathering = await getGathering(scope, params.meeting)
      await takeAttendance(scope, { gathering, roleIds: body.present })
      return done(gathering.teamId)
    },
  )
}

const done = (id: string) => ({ id, done: true as const })
