import { z } from 'zod'
import { isId } from '#kernel/ids.ts'
import { cardAnswer } from '../api/api-schema.ts'
import { agendaReasons } from '../rules/meeting/agenda.ts'
import { decisionCodes } from '../rules/meeting/decision.ts'
import { markings } from './marking.ts'
import { jointly } from './table.ts'

/** The shapes of the API of meetings. Nothing in them says who a request is about. */
const id = z.string().refine(isId, 'Not an id')
const moment = z.iso.datetime()
const date = z.iso.date()

export const meetingParams = z.strictObject({ meeting: z.union([id, z.literal(jointly)]) })
export const itemParams = meetingParams.extend({ id })
export const minutesParams = z.strictObject({ minutesId: id })

export const hereBody = z.strictObject({ here: z.boolean() })
export const leadBody = z.strictObject({ on: z.boolean() })
export const presentBody = z.strictObject({ present: z.array(id).max(200) })
export const markBody = z.strictObject({ mark: z.enum(markings) })
export const noteBody = z.strictObject({ text: z.string().trim().min(1).max(300) })
export const verdictBody = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['give', 'choose']), organizationId: id }),
  z.strictObject({ do: z.enum(['confirm', 'ask-all', 'stop-asking']) }),
])

const decisionAnswer = z.strictObject({
  id,
  request: id,
  number: z.string(),
  at: moment,
  by: z.string(),
  byOrganization: z.string().nullable(),
  decision: z.enum(decisionCodes),
  organization: z.string().nullable(),
  /** How many were asked. */
  count: z.number().nullable(),
  /** Until when it is put off. */
  until: date.nullable(),
  text: z.string().nullable(),
})

const seatAnswer = z.strictObject({
  organizationId: id,
  organization: z.string(),
  /** Nobody: the organisation is absent. */
  present: z.array(z.strictObject({ role: id, name: z.string(), standsInFor: z.string().nullable() })),
  expected: z.string().nullable(),
  standIn: z.string().nullable(),
})

export const meetingsAnswer = z.strictObject({
  meetings: z.array(
    z.strictObject({
      team: id,
      name: z.string(),
      startsAt: z.string(),
      weekdays: z.array(z.number()),
      openedAt: moment.nullable(),
      closedAt: moment.nullable(),
      /** How many requests of the team wait. */
      waiting: z.number(),
    }),
  ),
  /** The region has a joint discussion of all teams. */
  joint: z.boolean(),
})

export const meetingAnswer = z.strictObject({
  team: id,
  teamName: z.string(),
  joint: z.boolean(),
  on: date,
  startsAt: z.string(),
  minutes: z.number(),
  videoUrl: z.string().nullable(),
  /** Null before anybody opened it. */
  meeting: z
    .strictObject({
      id,
      openedAt: moment,
      openedBy: z.string(),
      closedAt: moment.nullable(),
      /** The request that is spoken about. */
      shown: id.nullable(),
      shownAt: moment.nullable(),
    })
    .nullable(),
  agenda: z.array(
    z.strictObject({
      reason: z.enum(agendaReasons),
      pinned: z.boolean(),
      postponedUntil: date.nullable(),
      discussedOn: date.nullable(),
      request: cardAnswer,
    }),
  ),
  decisions: z.array(decisionAnswer),
  seats: z.array(seatAnswer),
  leads: z.array(z.string()),
  /** Who may be ticked off as present, by the id of their role. */
  members: z.array(z.strictObject({ role: id, name: z.string(), organization: z.string() })),
})

export const heldAnswer = z.strictObject({
  minutes: z.array(
    z.strictObject({
      id,
      on: date,
      openedAt: moment,
      closedAt: moment.nullable(),
      present: z.number(),
      decided: z.number(),
      left: z.number(),
    }),
  ),
})

export const minutesAnswer = z.strictObject({
  id,
  team: id,
  teamName: z.string(),
  joint: z.boolean(),
  on: date,
  openedAt: moment,
  closedAt: moment.nullable(),
  decisions: z.array(decisionAnswer),
  seats: z.array(seatAnswer),
  leftOpen: z.array(z.strictObject({ request: id, number: z.string().nullable(), reason: z.enum(agendaReasons) })),
})
