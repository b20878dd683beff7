import { instantOf, type LocalDate } from '#kernel/dates.ts'
import { nextHolder } from '#modules/coordination/rules/escalation.ts'
import { explainRoute, routeFor } from '#modules/coordination/rules/routing.ts'
import { actByAfterEscalation, actByFor, confirmStartBy } from '#modules/regions/index.ts'
import type { HistoryCode } from '#modules/requests/index.ts'
import type { Person, PracticeRegion, ProviderInRegion } from '../region/practice-region.ts'
import type { InventedRequest } from './cards.ts'

export type CourseEntry = {
  at: Date
  code: HistoryCode
  by: 'user' | 'link' | 'system' | 'public'
  organizationId?: string
  teamId?: string
  actBy?: Date
  facts: Readonly<Record<string, unknown>>
  /** Who did it, where that is not the taker or whoever asked. */
  person?: Person
}
export type CourseAssignment = {
  provider: ProviderInRegion
  nurse: Person | undefined
  takenAt: Date
  startedOn?: LocalDate
  ended?: { at: Date; how: 'returned' | 'withdrawn' | 'closed'; reason?: string }
}

/**
 * The life of one invented request as it was lived, moved by the same rules as a real one: where it goes, when somebody
 * has to act, who is next when nobody did. Deeds come in order of time.
 */
export class Course {
  readonly entries: CourseEntry[] = []
  readonly assignments: CourseAssignment[] = []
  readonly teamId: string
  state: 'listed' | 'assigned' | 'started' | 'closed' | 'withdrawn' | 'redirected' = 'listed'
  stateSince: Date
  holder: { teamId: string } | { organizationId: string } | undefined
  actBy: Date | undefined
  escalationLevel = 0
  listRank: 0 | 1 = 1
  returned: { at: Date; reason: string } | undefined
  withdrawalReason: string | undefined
  startedOn: LocalDate | undefined
  endedAt: Date | undefined
  supplement: { at: Date; text: string } | undefined
  dateChangedAt: Date | undefined
  startOn: LocalDate

  constructor(
    readonly region: PracticeRegion,
    readonly request: InventedRequest,
  ) {
    const { wayOfWorking, deskId } = region
    const at = request.sentAt
    const routable = { ...request, pc4: request.person.pc4 }
    const route = routeFor(region.routes, routable)
    this.teamId = route?.coordinatingTeamId ?? deskId
    this.stateSince = at
    this.startOn = request.startOn
    this.holder = { teamId: this.teamId }
    this.actBy = actByFor(wayOfWorking, request.priority, at)
    const isLay = request.source === 'client' || request.source === 'informal-carer'
    this.add({ at, code: 'submitted', by: isLay ? 'public' : 'user', teamId: deskId, facts: {} })
    this.add({ at, code: 'routed', by: 'system', teamId: this.teamId, facts: { why: explainRoute(route, routable) } })
  }

  get taker(): CourseAssignment | undefined {
    const last = this.assignments.at(-1)
    return last?.ended?.how === 'returned' || last?.ended?.how === 'withdrawn' ? undefined : last
  }

  /** Every act-by that passed before this moment moves the request on. */
  passTo(at: Date): void {
    while (this.actBy && this.actBy < at && (this.state === 'listed' || this.state === 'assigned')) {
      const { wayOfWorking, deskId } = this.region
      const moment = new Date(Math.min(at.getTime(), this.actBy.getTime() + 30_000))
      const next = nextHolder(
        {
          state: this.state,
          coordinatingTeamId: this.teamId,
          holderCoordinatingTeamId: this.holder && 'teamId' in this.holder ? this.holder.teamId : null,
          escalationLevel: this.escalationLevel,
        },
        deskId,
      )
      this.holder = { teamId: next.coordinatingTeamId }
      this.actBy = actByAfterEscalation(wayOfWorking, moment)
      this.escalationLevel = next.level
      this.listRank = 0
      const facts = { level: next.level, why: next.why }
      this.add({ at: moment, code: 'escalated', by: 'system', teamId: next.coordinatingTeamId, facts })
    }
  }

  take(at: Date, provider: ProviderInRegion, nurse: Person | undefined): void {
    this.passTo(at)
    const { wayOfWorking } = this.region
    this.moveTo('assigned', at)
    this.assignments.push({ provider, nurse, takenAt: at })
    this.holder = { organizationId: provider.id }
    this.actBy = confirmStartBy(wayOfWorking, instantOf(this.startOn, wayOfWorking.opening.from), at)
    this.escalationLevel = 0
    this.listRank = 1
    this.add({ at, code: 'taken', by: 'user', organizationId: provider.id, facts: {} })
  }

  giveBack(at: Date, reason: string): void {
    this.passTo(at)
    const provider = this.endAssignment(at, 'returned', reason)
    this.moveTo('listed', at)
    this.holder = { teamId: this.teamId }
    this.actBy = actByFor(this.region.wayOfWorking, this.request.priority, at)
    this.escalationLevel = 0
    this.listRank = 0
    this.returned = { at, reason }
    this.add({ at, code: 'returned', by: 'user', organizationId: provider?.id, facts: { reason } })
  }

  start(at: Date, startedOn: LocalDate): void {
    this.passTo(at)
    this.moveTo('started', at)
    this.startedOn = startedOn
    this.escalationLevel = 0
    const assignment = this.assignments.at(-1)
    if (assignment) assignment.startedOn = startedOn
    this.leave()
    this.add({ at, code: 'started', by: 'user', organizationId: assignment?.provider.id, facts: { startedOn } })
  }

  close(at: Date): void {
    const provider = this.endAssignment(at, 'closed')
    this.moveTo('closed', at)
    this.endedAt = at
    this.add({ at, code: 'closed', by: 'system', organizationId: provider?.id, facts: {} })
  }

  withdraw(at: Date, reason: string): void {
    this.passTo(at)
    this.endAssignment(at, 'withdrawn')
    this.moveTo('withdrawn', at)
    this.endedAt = at
    this.withdrawalReason = reason
    this.leave()
    const isReferred = this.request.referrer !== undefined
    this.add({ at, code: 'withdrawn', by: isReferred ? 'user' : 'link', facts: { reason } })
  }

  /** To another region, where it has another number. */
  passOn(at: Date, region: string, number: string, person: Person | undefined): void {
    this.passTo(at)
    this.moveTo('redirected', at)
    this.endedAt = at
    this.leave()
    this.add({ at, code: 'passed-to-region', by: 'system', facts: { region, number }, person })
  }

  /** It was sent by the product itself, out of another region. */
  cameFrom(region: string, number: string): void {
    for (const entry of this.entries) entry.by = 'system'
    const at = this.request.sentAt
    this.add({ at, code: 'came-from-region', by: 'system', facts: { region, number } })
  }

  addSupplement(at: Date, text: string): void {
    this.passTo(at)
    this.supplement = { at, text }
    this.add({ at, code: 'supplemented', by: this.request.referrer ? 'user' : 'link', facts: {} })
  }

  changeDate(at: Date, startOn: LocalDate): void {
    this.passTo(at)
    this.dateChangedAt = at
    const facts = { from: this.startOn, to: startOn }
    this.startOn = startOn
    this.add({ at, code: 'date-changed', by: 'user', facts })
  }

  private add(entry: CourseEntry): void {
    this.entries.push({ ...entry, actBy: entry.code === 'closed' || entry.code === 'started' ? undefined : this.actBy })
  }

  private moveTo(state: Course['state'], at: Date): void {
    this.state = state
    this.stateSince = at
  }

  private leave(): void {
    this.holder = undefined
    this.actBy = undefined
  }

  private endAssignment(at: Date, how: 'returned' | 'withdrawn' | 'closed', reason?: string) {
    const open = this.assignments.at(-1)
    if (!open || open.ended) return undefined
    open.ended = { at, how, reason }
    return open.provider
  }
}
