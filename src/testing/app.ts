import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { catchingPostman } from '#platform/mail/mail.ts'
import { type App, createApp } from '../app.ts'
import type { SmallRegion } from './small-region.ts'
import { Visitor } from './visitor.ts'

export type TestApp = App & {
  /**
   * Asks and posts as this actor (or as anyone), keeping cookies and form tokens like a browser without script; at the door of
   * the first region, unless another name is given.
   */
  as(actor?: Actor, hostname?: string): Visitor
  /** Every line that was logged so far. */
  logged(): string
  /** Sets the clock of the app; without an argument it runs again. */
  setClock(at?: Date): void
}

/** The whole app on the region's database, without a port. Who acts is said by the test, unless `realDoor` is set. */
export async function createTestApp(
  region: SmallRegion,
  { realDoor = false, limits = false, practice = true } = {},
): Promise<TestApp> {
  const assetsFolder = mkdtempSync(join(tmpdir(), 'wijkpoort-assets-'))
  writeFileSync(join(assetsFolder, 'manifest.json'), JSON.stringify({ css: 'main.css', script: 'app.js', fonts: [] }))
  let logged = ''
  let clock: Date | undefined
  const actors = new Map<string, Actor>()
  const app = await createApp({
    database: region.database,
    log: pino(
      { level: 'debug' },
      {
        write(line: string) {
          logged += line
        },
      },
    ),
    secretKey: Buffer.alloc(32, 7),
    practice,
    publicUrl: 'http://127.0.0.1:3000',
    trustedProxies: [],
    limits,
    postman: catchingPostman,
    assetsFolder,
    now: () => clock ?? new Date(),
    identify: realDoor
      ? undefined
      : async (request) => {
          const actor = actors.get(String(request.headers['x-test-actor']))
          return actor && { actor }
        },
  })
  await app.server.ready()
  afterAll(async () => {
    await app.stop()
    rmSync(assetsFolder, { recursive: true, force: true })
  })
  return Object.assign(app, {
    as(actor?: Actor, hostname?: string) {
      const key = actor?.kind === 'user' ? actor.userId : 'anyone'
      if (actor) actors.set(key, actor)
      const headers: Record<string, string> = actor ? { 'x-test-actor': key } : {}
      return new Visitor(app.server, hostname === undefined ? headers : { ...headers, host: hostname })
    },
    logged: () => logged,
    setClock(at?: Date) {
      clock = at
    },
  })
}
