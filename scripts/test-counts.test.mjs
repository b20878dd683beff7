import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest, stageResult, summaryLine } from './test-counts.mjs'

describe('npm test', () => {
  test('counts a stage without tests as one check', () => {
    expect(stageResult({ exitCode: 0, tests: false })).toEqual({ passed: 1, failed: 0 })
    expect(stageResult({ exitCode: 2, tests: false })).toEqual({ passed: 0, failed: 1 })
  })

  test('counts every test of a stage', () => {
    expect(stageResult({ exitCode: 1, tests: true, counts: { passed: 7, failed: 2 } })).toEqual({
      passed: 7,
      failed: 2,
    })
    expect(stageResult({ exitCode: 0, tests: true, counts: { passed: 7, failed: 0 } })).toEqual({
      passed: 7,
      failed: 0,
    })
  })

  test('does not take a stage that ran no test for one that passed', () => {
    expect(stageResult({ exitCode: 0, tests: true, counts: { passed: 0, failed: 0 } }).failed).toBe(1)
    expect(stageResult({ exitCode: 0, tests: true, counts: undefined }).failed).toBe(1)
  })

  test('does not believe good counts of a runner that fell over', () => {
    expect(stageResult({ exitCode: 1, tests: true, counts: { passed: 7, failed: 0 } })).toEqual({
      passed: 7,
      failed: 1,
    })
  })

  test('counts a test file that could not be loaded', () => {
    const loaded = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
    const unloaded = { status: 'failed', assertionResults: [] }
    const counts = countVitest({ numPassedTests: 1, numFailedTests: 1, testResults: [loaded, unloaded] })
    expect(counts).toEqual({ passed: 1, failed: 2 })
  })

  test('counts a journey that needed a second attempt as failed', () => {
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({
      passed: 4,
      failed: 2,
    })
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] }).failed).toBe(1)
  })

  test('ends with one line, and a code that says the same', () => {
    const good = { passed: 3, failed: 0 }
    expect(summaryLine([good, good])).toEqual({ line: '6 passed, 0 failed', exitCode: 0 })
    expect(summaryLine([good, { passed: 0, failed: 1 }])).toEqual({ line: '3 passed, 1 failed', exitCode: 1 })
    expect(summaryLine([])).toEqual({ line: '0 passed, 0 failed', exitCode: 1 })
  })
})
