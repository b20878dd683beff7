import type { z } from 'zod'
import { toCardAnswer } from '../api/api-words.ts'
import type { Seat } from '../rules/meeting/attendance.ts'
import type { heldAnswer, meetingAnswer, minutesAnswer } from './api-meeting-schema.ts'
import type { Decision } from './decisions.ts'
import type { HeldMeeting, Minutes } from './minutes.ts'
import type { Table } from './table.ts'

/** Meetings as the API tells them, field by field: what is added later does not leave by itself. */
export function toMeetingAnswer(table: Table): z.input<typeof meetingAnswer> {
  const { gathering, meeting, setting } = table
  return {
    team: gathering.teamId,
    teamName: table.teamName,
    joint: gathering.joint,
    on: table.today,
    startsAt: setting.startsAt,
    minutes: setting.minutes,
    videoUrl: setting.videoUrl,
    meeting: meeting
      ? {
          id: meeting.id,
          openedAt: meeting.openedAt.toISOString(),
          openedBy: meeting.openedByName,
          closedAt: toMoment(meeting.closedAt),
          shown: meeting.shownRequestId,
          shownAt: toMoment(meeting.shownAt),
        }
      : null,
    agenda: table.agenda.map(({ facts, reason, pinned, postponedUntil }) => ({
      reason,
      pinned,
      postponedUntil: postponedUntil ?? null,
      discussedOn: facts.discussedOn,
      request: toCardAnswer(facts),
    })),
    decisions: table.decisions.map(toDecision),
    seats: table.seats.map(toSeat),
    leads: table.attendance.filter(({ leads }) => leads).map(({ name }) => name),
    members: table.members.map(({ roleId, name, organizationName }) => ({
      role: roleId,
      name,
      organization: organizationName,
    })),
  }
}

export function toHeldAnswer(held: readonly HeldMeeting[]): z.input<typeof heldAnswer> {
  return {
    minutes: held.map(({ id, heldOn, openedAt, closedAt, present, decided, left }) => ({
      id,
      on: heldOn,
      openedAt: openedAt.toISOString(),
      closedAt: toMoment(closedAt),
      present,
      decided,
      left,
    })),
  }
}

export function toMinutesAnswer(minutes: Minutes): z.input<typeof minutesAnswer> {
  const { gathering, meeting, teamName } = minutes
  return {
    id: meeting.id,
    team: gathering.teamId,
    teamName,
    joint: gathering.joint,
    on: meeting.heldOn,
    openedAt: meeting.openedAt.toISOString(),
    closedAt: toMoment(meeting.closedAt),
    decisions: minutes.decisions.map(toDecision),
    seats: minutes.seats.map(toSeat),
    leftOpen: minutes.leftOpen.map(({ requestId, number, reason }) => ({ request: requestId, number, reason })),
  }
}

function toDecision(decision: Decision): z.input<typeof minutesAnswer>['decisions'][number] {
  const { count, until, text } = decision.facts
  return {
    id: decision.id,
    request: decision.requestId,
    number: decision.number,
    at: decision.at.toISOString(),
    by: decision.byName,
    byOrganization: decision.byOrganizationName,
    decision: decision.code,
    organization: decision.organizationName,
    count: count ?? null,
    until: until ?? null,
    text: text ?? null,
  }
}

function toSeat(seat: Seat): z.input<typeof minutesAnswer>['seats'][number] {
  return {
    organizationId: seat.organizationId,
    organization: seat.organizationName,
    present: seat.present.map(({ roleId, name, standsInFor }) => ({
      role: roleId,
      name,
      standsInFor: standsInFor ?? null,
    })),
    expected: seat.expected ?? null,
    standIn: seat.standIn ?? null,
  }
}

function toMoment(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
