// How `npm test` counts. A check that ran nothing counts as failed: silence is not success.

/** Of vitest's JSON report. A test file that could not be loaded has no tests to count, so it counts as one that failed. */
export function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed),
  )
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
}
const isFailed = ({ status }) => status === 'failed'

/** Of Playwright's JSON report. A test that passed only at its second attempt has failed. */
export function countPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** One stage: its tests, or itself as one check. `counts` is missing when the tests left no report. */
export function stageResult({ exitCode, tests, counts }) {
  if (!tests) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const { passed = 0, failed = 0 } = counts ?? {}
  const silent = failed === 0 && (passed === 0 || exitCode !== 0)
  return { passed, failed: silent ? 1 : failed }
}

/** The last line of `npm test`, and its exit code. */
export function summaryLine(results) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  const [passed, failed] = [total('passed'), total('failed')]
  return { line: `${passed} passed, ${failed} failed`, exitCode: failed > 0 || passed === 0 ? 1 : 0 }
}
