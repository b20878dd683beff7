import { join } from 'node:path'
import pg from 'pg'
import pino, { type Logger } from 'pino'
import { createApp } from './app.ts'
import { fillPracticeRegion } from './demo/index.ts'
import { type Config, readConfig } from './platform/config.ts'
import { connect, type Logins } from './platform/database/connect.ts'
import { readInstallation } from './platform/database/installation.ts'
import { migrate } from './platform/database/migrate.ts'
import { startEmbeddedDatabase } from './platform/embedded-database/index.ts'
import { catchingPostman, smtpPostman } from './platform/mail/mail.ts'
import { makeSeal } from './platform/seal/seal.ts'
import { keptSecretKey } from './platform/secret-key.ts'
import { StartRefusal } from './platform/start-refusal.ts'
import { inviteFirstPeople } from './site/first-people.ts'
import { makeFirstRegion, makeMoreRegions } from './site/first-region.ts'
import { choosePort, listen } from './site/listen.ts'
import { decidePractice } from './site/practice.ts'

const root = join(import.meta.dirname, '..')

/** Reads the environment, brings up the database, and serves until told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino(
    { level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  )
  const undo: (() => Promise<void>)[] = []
  const stop = once(async () => {
    for (const step of undo.reverse()) await step()
  })
  stopOnSignals(stop, log)
  try {
    await serve(config, log, undo)
  } catch (error) {
    await stop()
    throw error
  }
}

async function serve(config: Config, log: Logger, undo: (() => Promise<void>)[]): Promise<void> {
  const { logins, secretKey } = await openDatabase(config, log, undo)
  const ran = await migrate(logins.owner, join(root, 'database/migrations'), loginOf(logins.app))
  if (ran.length > 0) say(`Database bijgewerkt (${ran.length} stappen)`)

  const port = await choosePort(config)
  const publicUrl =
    config.publicUrl ??
    `http://${config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host}:${port}`
  const installation = await readInstallation(logins.owner)
  const practice = decidePractice(config, installation)
  if (!installation && practice) {
    say('Oefenregio wordt gevuld: veertien maanden geschiedenis. Dit duurt een halve minuut.')
    await fillPracticeRegion(logins.owner, { now: new Date(), seal: makeSeal(secretKey), publicUrl, log: say })
  }

  const database = await connect(logins)
  undo.push(() => database.close())
  if (!installation && !practice) await makeFirstRegion(logins.owner)
  const made = practice ? [] : await makeMoreRegions(logins.owner, config.moreRegions)
  if (made.length > 0) say(`Nieuwe regio’s: ${made.join(', ')}`)

  const app = await createApp({
    database,
    log,
    secretKey,
    practice,
    publicUrl,
    trustedProxies: config.trustedProxies,
    limits: config.limits,
    postman: config.smtpUrl && !practice ? smtpPostman(config.smtpUrl, config.mailFrom) : catchingPostman,
    assetsFolder: join(import.meta.dirname, 'assets'),
    anchorFile: join(config.dataDir, 'audit-anchor.log'),
    securityContact: config.securityContact,
    travelServers: { osrmUrl: config.osrmUrl, addressServiceUrl: config.addressServiceUrl },
  })
  undo.push(() => app.stop())
  const address = await listen(app.server, { host: config.host, port })
  await app.start()
  say(`Wijkpoort draait op ${address}`)
  if (!practice) {
    const emails = { manager: config.firstManager, 'privacy-officer': config.firstPrivacyOfficer }
    for (const sentence of await inviteFirstPeople(app, { mailServer: Boolean(config.smtpUrl), emails })) say(sentence)
  }
  if (practice) {
    say(
      `Probeer eerst: ${address}/oefenen om iemand te kiezen, of ${address}/aanvragen om zorg aan te vragen. Stoppen: Ctrl+C`,
    )
  }
}

async function openDatabase(
  config: Config,
  log: Logger,
  undo: (() => Promise<void>)[],
): Promise<{ logins: Logins; secretKey: Buffer }> {
  if (config.databaseUrl && config.secretKey) {
    const owner = { connectionString: config.migrateDatabaseUrl ?? config.databaseUrl }
    // One address for both: the app then steps down to the role that row-level security holds for.
    const app =
      config.migrateDatabaseUrl === config.databaseUrl
        ? { ...owner, options: '-c role=wijkpoort_app' }
        : { connectionString: config.databaseUrl }
    return { logins: { owner, app }, secretKey: config.secretKey }
  }
  say('Database wordt gestart')
  const embedded = await startEmbeddedDatabase({ dataDir: config.dataDir, log })
  undo.push(() => embedded.stop())
  return {
    logins: { owner: embedded.ownerConfig, app: embedded.appConfig },
    secretKey: config.secretKey ?? (await keptSecretKey(config.dataDir)),
  }
}

/** The name that the app signs in with; with one address for both that is the owner, who then needs the app's role as well. */
function loginOf(app: Logins['app']): string {
  return new pg.Client(app).user ?? 'wijkpoort_app'
}

/** The first signal stops gently, the second at once. */
function stopOnSignals(stop: () => Promise<void>, log: Logger): void {
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: { type: error.name, code: error.code, stack: error.stack } }, 'did not stop cleanly')
          process.exit(1)
        },
      )
    })
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}

/** For the person at the terminal; the log goes to the other stream. */
function say(sentence: string): void {
  console.log(sentence)
}

main().catch((error: Error) => {
  console.error(error instanceof StartRefusal ? error.message : error)
  process.exit(error instanceof StartRefusal ? error.exitCode : 1)
})
