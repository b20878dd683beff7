import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { type Config, readConfig } from '#platform/config.ts'
import { readInstallation } from '#platform/database/installation.ts'
import { migrate } from '#platform/database/migrate.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database/index.ts'
import { makeSeal } from '#platform/seal/seal.ts'
import { keptSecretKey } from '#platform/secret-key.ts'
import { StartRefusal } from '#platform/start-refusal.ts'
import { fillPracticeRegion, usualSize } from './index.ts'

const help = `npm run practice -- [--size ${usualSize}] [--seed 1]

Vult een lege database met de oefenregio en veertien maanden verzonnen geschiedenis.

  --size   hoeveel zorgvragen (tot 2.000.000; veel is bedoeld om snelheid te meten)
  --seed   hetzelfde getal maakt dezelfde regio

Leest dezelfde instellingen als npm start: zonder DATABASE_URL komt de regio in de ingebouwde database in DATA_DIR.
Een database waar al iets in staat, blijft zoals hij is. Opnieuw beginnen: stop Wijkpoort en kies een andere DATA_DIR.`

const root = join(import.meta.dirname, '..')

async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2))
  if (asked === 'help') return say(help)
  const config = readConfig(process.env)
  if (config.production && config.practice !== 'yes') {
    throw new StartRefusal('Met NODE_ENV=production komt er geen oefenregio, tenzij u PRACTICE=yes zet.', 78)
  }
  const { owner, appLogin, secretKey, stop } = await openDatabase(config)
  try {
    await migrate(owner, join(root, 'database/migrations'), appLogin)
    if (await readInstallation(owner)) {
      throw new StartRefusal(
        'In deze database staat al een regio. De oefenregio komt alleen in een lege database; kies een andere DATA_DIR of DATABASE_URL.',
        78,
      )
    }
    const fill = { ...asked, now: new Date(), seal: makeSeal(secretKey), log: say, ...publicUrlOf(config) }
    const { requests, organizations, people, seconds } = await fillPracticeRegion(owner, fill)
    say(
      `Klaar in ${seconds.toLocaleString('nl-NL')} seconden: ${requests.toLocaleString('nl-NL')} zorgvragen, ${organizations} organisaties, ${people} mensen.`,
    )
  } finally {
    await stop()
  }
}

function readArguments(given: string[]): { size: number; seed: number } | 'help' {
  try {
    const options = { size: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } } as const
    const { values } = parseArgs({ args: given, options })
    if (values.help) return 'help'
    return {
      size: wholeNumber('--size', values.size ?? String(usualSize), 100, 2_000_000),
      seed: wholeNumber('--seed', values.seed ?? '1', 0, 2 ** 32 - 1),
    }
  } catch (fault) {
    if (fault instanceof StartRefusal) throw fault
    throw new StartRefusal(help, 78)
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new StartRefusal(`${name} is een getal van ${least} tot en met ${most}.`, 78)
}

type Opened = { owner: pg.ClientConfig; appLogin: string; secretKey: Buffer; stop(): Promise<void> }

async function openDatabase(config: Config): Promise<Opened> {
  if (config.databaseUrl && config.secretKey) {
    const connectionString = config.migrateDatabaseUrl ?? config.databaseUrl
    const isOneLogin = connectionString === config.databaseUrl
    return {
      owner: { connectionString },
      appLogin: isOneLogin ? 'wijkpoort_app' : decodeURIComponent(new URL(config.databaseUrl).username),
      secretKey: config.secretKey,
      stop: async () => undefined,
    }
  }
  const log = { info: () => undefined, warn: say, error: say }
  const { ownerConfig, stop } = await startEmbeddedDatabase({ dataDir: config.dataDir, log })
  const secretKey = config.secretKey ?? (await keptSecretKey(config.dataDir))
  return { owner: ownerConfig, appLogin: 'wijkpoort_app', secretKey, stop }
}

function publicUrlOf({ publicUrl, port }: Config): { publicUrl: string } {
  return { publicUrl: publicUrl ?? `http://127.0.0.1:${port}` }
}

function say(sentence: string): void {
  console.log(sentence)
}

main().catch((fault: Error) => {
  console.error(fault instanceof StartRefusal ? fault.message : fault)
  process.exitCode = fault instanceof StartRefusal ? fault.exitCode : 1
})
