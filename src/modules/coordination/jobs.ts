import type { House } from '#platform/http/house.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'

export function jobs(_house: House): Jobs {
  return {}
}

export const schedule: Schedule = {}
