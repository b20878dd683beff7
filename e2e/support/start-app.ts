import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const mainFile = join(import.meta.dirname, '../../dist/main.js')

/**
 * For Playwright's `globalSetup`: the built app with a practice region of its own, on a free port; stopped at the end.
 * With WIJKPOORT_ADDRESS the journeys go to an app that already runs.
 */
export default async function startForJourneys(): Promise<() => Promise<void>> {
  const looks = await mkdtemp(join(tmpdir(), 'wijkpoort-looks-'))
  process.env.WIJKPOORT_LOOKS = looks
  const forgetLooks = () => rm(looks, { recursive: true, force: true })
  if (process.env.WIJKPOORT_ADDRESS) return forgetLooks
  const dataDir = await mkdtemp(join(tmpdir(), 'wijkpoort-journeys-'))
  const app = await startApp(dataDir)
  process.env.WIJKPOORT_ADDRESS = app.address
  return async () => {
    await app.stop()
    await rm(dataDir, { recursive: true, force: true })
    await forgetLooks()
  }
}

async function startApp(dataDir: string) {
  const child = spawn(process.execPath, ['--enable-source-maps', mainFile], {
    env: {
      ...process.env,
      NODE_ENV: '',
      PORT: '0',
      HOST: '',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      PRACTICE: 'yes',
      PUBLIC_URL: '',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (fault) => resolve(fault.message))
    child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? code}`))
  })
  const address = await Promise.race([addressOf(child), ended.then(() => undefined)])
  if (!address) throw new Error(`The app did not start: ${await ended}`)
  return {
    address,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Passes on what the app says, and reads its address from the line that tells it to people. */
function addressOf(child: ChildProcess): Promise<string> {
  child.stderr?.pipe(process.stderr)
  return new Promise((resolve) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      console.log(`  ${line}`)
      const address = /^Wijkpoort draait op (http:\/\/\S+)/.exec(line)?.[1]
      if (address) resolve(address)
    })
  })
}
