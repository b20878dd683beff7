// `npm test`: everything this project checks, on a fresh clone. Goes on after a failed stage, so one run shows them all.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './find-browser.mjs'
import { install, nodeTooOld, root } from './install.mjs'
import { countPlaywright, countVitest, stageResult, summaryLine } from './test-counts.mjs'

const tooOld = nodeTooOld(process.versions.node)
if (tooOld) {
  console.error(tooOld)
  process.exit(1)
}
process.chdir(root)
await install({ dev: true })
const reports = await mkdtemp(join(tmpdir(), 'wijkpoort-reports-'))
const report = (name) => join(reports, `${name}.json`)

/** Each keeps one core busy for a while: they go together, and each tells what it found when it is done. */
const checks = [
  { name: 'Format and lint', command: ['biome', 'ci', '--colors=off', '.'] },
  { name: 'Types', command: ['tsc', '--noEmit'] },
  { name: 'Dead code', command: ['knip'] },
  { name: 'Import rules', command: ['depcruise', 'src', 'e2e', '--config', '.dependency-cruiser.cjs'] },
]
const stages = [
  {
    name: 'Unit, property, database, page and API tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report('vitest')}`],
    count: async () => countVitest(await readReport('vitest')),
  },
  { name: 'Build', command: [process.execPath, 'scripts/build.mjs'] },
  {
    name: 'Journeys in Chromium',
    prepare: async () => ({
      WIJKPOORT_CHROMIUM: await findBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report('playwright'),
    }),
    command: ['playwright', 'test', '--reporter=list,json'],
    count: async () => countPlaywright(await readReport('playwright')),
  },
]

const results = await Promise.all(checks.map((stage) => runStage({ ...stage, told: 'at the end' })))
for (const stage of stages) results.push(await runStage(stage))
await rm(reports, { recursive: true, force: true })

console.log('\n')
for (const { name, passed, failed, seconds } of results) {
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
}
const { line, exitCode } = summaryLine(results)
console.log(line)
process.exitCode = exitCode

async function runStage({ name, command, prepare, count, told = 'at once' }) {
  if (told === 'at once') console.log(`\n── ${name}`)
  const started = Date.now()
  const title = told === 'at the end' ? `\n── ${name}` : undefined
  const exitCode = await runCommand(command, prepare, title).catch((fault) => {
    console.error(fault.message)
    return 1
  })
  const counts = count && (await count().catch((fault) => console.error(fault.message)))
  return {
    name,
    seconds: Math.round((Date.now() - started) / 1000),
    ...stageResult({ exitCode, tests: Boolean(count), counts }),
  }
}

/** With a title it says nothing until it is done: then the title and all it said. */
async function runCommand([program, ...args], prepare, title) {
  const environment = { ...process.env, ...(await prepare?.()), ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) }
  environment.PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`
  const out = title === undefined ? 'inherit' : 'pipe'
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', out, out], env: environment })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (title !== undefined) console.log(`${title}\n${Buffer.concat(said)}`)
      resolve(code ?? 1)
    })
  })
}

async function readReport(name) {
  return JSON.parse(await readFile(report(name), 'utf8'))
}
