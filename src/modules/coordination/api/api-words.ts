import type { z } from 'zod'
import type { HistoryLine, Identity } from '#modules/requests/index.ts'
import type { ListRow } from '../list/list.ts'
import type { cardAnswer, identityAnswer, sheetAnswer } from './api-schema.ts'

/** A row of the list as the API tells it, field by field: what is added to a row later does not leave by itself. */
export function toCardAnswer(row: ListRow): z.input<typeof cardAnswer> {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    priority: row.priority,
    source: row.source,
    requester: row.requesterName,
    coordinatingTeam: row.teamName,
    holder: row.holderName,
    actBy: row.actBy?.toISOString() ?? null,
    takenBy: row.takerName,
    escalationLevel: row.escalationLevel,
    returned: row.returnedAt !== null,
    submittedAt: row.submittedAt.toISOString(),
    pc4: row.pc4,
    ageBand: row.ageBand,
    gender: row.gender,
    careKinds: row.careKinds,
    dayparts: row.dayparts,
    timesPerWeek: row.timesPerWeek,
    hoursPerWeek: row.hoursPerWeek,
    startOn: row.startOn,
    startCertainty: row.startCertainty,
    dischargeOn: row.dischargeOn,
    location: row.location,
    expectedDuration: row.expectedDuration,
    financing: row.financing,
    insurer: row.insurer,
    indication: row.indication,
    nursingActions: row.nursingActions,
    twoCarers: row.twoCarers,
    palliative: row.palliative,
    alerts: row.alerts,
    preferredOrganization: row.preferredName,
    existingOrganization: row.existingName,
    languages: row.languages,
    faith: row.faith,
    carerGender: row.carerGender,
    question: row.question,
    questionWithheld: row.questionWithheld,
    warmHandover: row.warmHandover,
    startedOn: row.startedOn,
    splitBy: row.splitBy,
    parts:
      row.parts?.map(({ id, dayparts, careKinds, keepsOverview, takerName, startsOn, startedOn }) => ({
        id,
        dayparts,
        careKinds,
        keepsOverview,
        takenBy: takerName,
        startsOn,
        startedOn,
      })) ?? null,
  }
}

type HistoryAnswer = z.input<typeof sheetAnswer>['history'][number]

export function toHistoryAnswer({ at, code, organizationName, teamName, actBy }: HistoryLine): HistoryAnswer {
  return {
    at: at.toISOString(),
    code,
    organization: organizationName,
    team: teamName,
    actBy: actBy?.toISOString() ?? null,
  }
}

export function toIdentityAnswer(identity: Identity & { bsn: string | null }): z.input<typeof identityAnswer> {
  const { hasBsn: _, contacts, requester, particulars, ...rest } = identity
  return {
    ...rest,
    contacts: contacts.map((contact) => ({ ...contact })),
    requester: { ...requester },
    particulars: particulars as Record<string, unknown>,
  }
}
