import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type pg from 'pg'
import type { BenchRegion } from './region.ts'

const mainFile = join(import.meta.dirname, '../main.js')

/** The built app in a process of its own, on a region. */
export type BenchApp = {
  address: string
  child: ChildProcess
  /** The 99th percentile of how late its event loop was since this was last asked, in milliseconds; 1 of it is the look itself. */
  loopDelay(): Promise<number>
  stop(): Promise<void>
}

/** Looks at the event loop of the thread that answers pages, and tells when it gets the signal. */
const watch = `import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  process.on('SIGUSR2', () => {
    console.log('Event loop p99: ' + delay.percentile(99) / 1e6)
    delay.reset()
  })
}`

export function startApp(region: BenchRegion): Promise<BenchApp> {
  return start({
    DATA_DIR: region.dataDir,
    DATABASE_URL: addressOf(region.app),
    MIGRATE_DATABASE_URL: addressOf(region.owner),
    SECRET_KEY: region.secretKey.toString('base64'),
  })
}

/** The same with the embedded database on a folder; filled with the practice region at the first start. */
export function startAppOnFolder(dataDir: string): Promise<BenchApp> {
  return start({ DATA_DIR: dataDir })
}

async function start(settings: Record<string, string>): Promise<BenchApp> {
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, mainFile], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      PRACTICE: 'yes',
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout! })
  const address = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const said = /^Wijkpoort draait op (http:\/\/\S+)/.exec(line)?.[1]
      if (said) resolve(said)
    })
    ended.then(() => reject(new Error('The app did not start')))
  })
  return {
    address,
    child,
    loopDelay() {
      const told = new Promise<number>((resolve) => {
        const listen = (line: string) => {
          const p99 = /^Event loop p99: (.+)/.exec(line)?.[1]
          if (p99 === undefined) return
          lines.off('line', listen)
          resolve(Number(p99))
        }
        lines.on('line', listen)
      })
      child.kill('SIGUSR2')
      return told
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function addressOf({ host, port, user, database }: pg.ClientConfig): string {
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`
}
