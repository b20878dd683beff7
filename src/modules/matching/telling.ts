import { toWanted } from './knowing.ts'
import type { LaidOut } from './laying-out.ts'
import type { Result } from './proposal.ts'
import { type Explanation, explain, sumsOf } from './rules/division/explain.ts'
import { inTurn } from './rules/division/in-turn.ts'
import { latelyDone } from './rules/division/lately.ts'
import { missingThings } from './rules/division/missing.ts'
import type { Divided } from './solver/divide.ts'

/** What is kept and shown of a division: why, what the next best costs, what it gains, and what stays open. */
export function tell({ problem, takers, lately, weights }: LaidOut, { division, quality }: Divided): Result {
  const [last] = lately
  return {
    quality,
    lines: explain(problem, division).map(nearest),
    sums: {
      proposal: sumsOf(problem, division),
      inTurn: sumsOf(problem, inTurn(problem, takers)),
      ...(last
        ? {
            lately: {
              on: last.row.takenOn,
              stillOpen: last.row.stillOpen,
              ...latelyDone(
                lately.map(({ row, takers: own }) => ({
                  wanted: toWanted(row, row.takenOn),
                  organizationId: row.takerOrganizationId,
                  parties: own,
                })),
                weights,
              ),
            },
          }
        : {}),
    },
    missing: missingThings(problem, division),
    teams: Object.fromEntries(
      takers.map(({ teamId, teamName, organizationId, organizationName }) => [
        teamId,
        { name: teamName, organization: organizationName, organizationId },
      ]),
    ),
  }
}

/** The nearest are worth reading; the others would only make the row long. */
function nearest(line: Explanation): Explanation {
  if (line.kind === 'nobody') return { ...line, barred: line.barred.slice(0, mostTold) }
  if (line.kind === 'full') return { ...line, nearest: line.nearest.slice(0, mostTold) }
  return { ...line, better: line.better.slice(0, mostTold) }
}

const mostTold = 3
