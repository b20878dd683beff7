import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { isTestBsn } from '#kernel/bsn.ts'
import { findPersonal } from '#kernel/personal-text.ts'
import { isRequestNumber } from '#kernel/request-number.ts'
import { createTestDatabase, type TestDatabase } from '#platform/database/testing.ts'
import { makeSeal } from '#platform/seal/seal.ts'
import { DatabaseIsNotEmpty, fillPracticeRegion, readInstallation, type Summary } from './index.ts'

const now = new Date('2026-11-22T09:30:00Z')
const seal = makeSeal(Buffer.alloc(32, 7))

describe('the practice region', () => {
  let test7000: TestDatabase
  let summary: Summary
  beforeAll(async () => {
    test7000 = await createTestDatabase()
    expect(await readInstallation(test7000.database.owner)).toBeUndefined()
    summary = await fillPracticeRegion(test7000.database.owner, { now, seal })
  })

  test('says how much there is', () => {
    console.log(summary)
    expect(summary).toMatchObject({ requests: 7000 })
  })
})
