import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Actor } from '#kernel/actor.ts'
import * as access from '#modules/access/index.ts'
import { jobs as accessJobs, schedule as accessSchedule } from '#modules/access/jobs.ts'
import { reactions as accessReactions } from '#modules/access/reactions.ts'
import { routes as accessRoutes } from '#modules/access/routes.tsx'
import { jobs as auditJobs, schedule as auditSchedule } from '#modules/audit/jobs.ts'
import { routes as auditRoutes } from '#modules/audit/routes.tsx'
import { jobs as capacityJobs, schedule as capacitySchedule } from '#modules/capacity/jobs.ts'
import { reactions as capacityReactions } from '#modules/capacity/reactions.ts'
import { routes as capacityRoutes } from '#modules/capacity/routes.ts'
import { jobs as coordinationJobs, schedule as coordinationSchedule } from '#modules/coordination/jobs.ts'
import { reactions as coordinationReactions } from '#modules/coordination/reactions.ts'
import { routes as coordinationRoutes } from '#modules/coordination/routes.ts'
import { servingTeamsQuery } from '#modules/coordination/routing/serving.ts'
import { routes as directoryRoutes } from '#modules/directory/routes.ts'
import { routes as exchangeRoutes } from '#modules/exchange/routes.ts'
import { jobs as matchingJobs, schedule as matchingSchedule, type TravelServers } from '#modules/matching/jobs.ts'
import { reactions as matchingReactions } from '#modules/matching/reactions.ts'
import { routes as matchingRoutes } from '#modules/matching/routes.ts'
import { reactions as organizationReactions } from '#modules/organizations/reactions.ts'
import { routes as organizationRoutes } from '#modules/organizations/routes.tsx'
import { jobs as peopleJobs, schedule as peopleSchedule } from '#modules/people/asking.ts'
import { routes as peopleRoutes } from '#modules/people/routes.tsx'
import { type Door, doorOf, doorOfRegion, getRegion, listDoors, type RegionFacts } from '#modules/regions/index.ts'
import { routes as regionRoutes } from '#modules/regions/routes.tsx'
import { jobs as requestJobs, schedule as requestSchedule } from '#modules/requests/jobs.ts'
import { reactions as requestReactions } from '#modules/requests/reactions.ts'
import { routes as requestRoutes } from '#modules/requests/routes.ts'
import { importJobs, importSchedule } from '#platform/csv/kept.ts'
import type { Database } from '#platform/database/connect.ts'
import { EventBus } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { forgetWhatServed } from '#platform/forgetting.ts'
import type { House } from '#platform/http/house.ts'
import { createServer } from '#platform/http/server.ts'
import { type Jobs, runJobs, type Schedule } from '#platform/jobs/jobs.ts'
import { LiveHub } from '#platform/live/hub.ts'
import { LiveStreams } from '#platform/live/stream.ts'
import { type Postman, sendMailJob } from '#platform/mail/mail.ts'
import { makeSeal } from '#platform/seal/seal.ts'
import { serveAssets } from './site/assets.ts'
import { ErrorPage } from './site/error-page.tsx'
import { type Frame, frameOf, languageFor } from './site/frame.tsx'
import { measure } from './site/metrics.ts'
import { describeApi } from './site/openapi.ts'
import { siteRoutes } from './site/routes.tsx'

export type AppOptions = {
  database: Database
  log: Logger
  /** 32 bytes or more; all keys are derived from it. */
  secretKey: Buffer
  practice: boolean
  publicUrl: string
  trustedProxies: string[]
  /** Off only where one address makes thousands of calls on purpose: tests and benchmarks. */
  limits: boolean
  postman: Postman
  /** The folder that `npm run build` wrote: styles, script, fonts. */
  assetsFolder: string
  /** Where the newest seal of the audit log is kept outside the database. */
  anchorFile?: string
  securityContact?: string
  /** Servers that know roads and addresses; without them travel is estimated. */
  travelServers?: TravelServers
  now?: () => Date
  /** Tests say themselves who acts. */
  identify?: Identify
}

/** Finds out who asks, from the session or the token that came with the call. */
type Identify = (request: FastifyRequest, scope: Scope) => Promise<{ actor: Actor; entry?: Scope['entry'] } | undefined>

export type App = {
  server: FastifyInstance
  house: House
  live: LiveStreams
  /** Starts what runs beside the calls: live updates and jobs. */
  start(): Promise<void>
  /** The scopes in which the product itself acts, one per region; the first region's first. */
  systemScopes(job: string): Promise<readonly Scope[]>
  /** Finishes the calls that run, closes the streams, stops the jobs. */
  stop(): Promise<void>
}

/** The composition root: platform and modules become one app. Also what tests start. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, log } = options
  const now = options.now ?? (() => new Date())
  const secure = options.publicUrl.startsWith('https:')
  const seal = makeSeal(options.secretKey)
  const events = new EventBus()
  accessReactions(events)
  organizationReactions(events)
  capacityReactions(events)
  requestReactions(events)
  matchingReactions(events)
  coordinationReactions(events)

  const hub = new LiveHub(database, log)
  const live = new LiveStreams(hub)
  const shared = { database, events, seal, now, installationUrl: options.publicUrl }
  const house: House = {
    database,
    seal,
    live,
    practice: options.practice,
    secure,
    installationUrl: options.publicUrl,
    anchorFile: options.anchorFile,
  }
  const systemScopeOf = (door: Door, job: string): Scope => ({
    ...shared,
    publicUrl: door.url,
    actor: { kind: 'system', regionId: door.regionId, job },
    requestId: `job-${job}`,
    accessPoint: 'job',
  })
  const scopesOf = async (job: string, regionId?: string): Promise<Scope[]> => {
    const doors = regionId === undefined ? await listDoors(shared) : [await doorOfRegion(shared, regionId)]
    return doors.map((door) => systemScopeOf(door, job))
  }

  /** The region each call is for, at hand for what is around its page. */
  const regions = new WeakMap<FastifyRequest, RegionFacts>()
  const door = access.makeDoor(house)
  const identify: Identify = options.identify ?? ((request, scope) => door.identify(request, scope))
  const frame: Frame = frameOf(options.assetsFolder, (request) => regions.get(request), house)

  const server = await createServer({
    log,
    database,
    trustedProxies: options.trustedProxies,
    secure,
    limits: options.limits,
    async scopeOf(request) {
      const { regionId, url } = await doorOf(shared, request.hostname)
      const anyone: Scope = {
        ...shared,
        publicUrl: url,
        actor: { kind: 'public', regionId },
        requestId: request.id,
        accessPoint: accessPointOf(seal, request),
      }
      regions.set(request, await getRegion(anyone))
      const known = request.routeOptions.config.embedded ? undefined : await identify(request, anyone)
      // Who is signed in in another region is nobody here.
      return known?.actor.regionId === regionId ? { ...anyone, actor: known.actor, entry: known.entry } : anyone
    },
    forgetActor: (request) => door.forget(request, request.scope),
    frame,
    errorPage: (request, status, number) =>
      ErrorPage({
        status,
        number,
        signedIn: request.scope?.actor.kind === 'user',
        language: languageFor(request),
      }),
  })

  measure(server, { database, live })
  await serveAssets(server, options.assetsFolder)
  await describeApi(server)
  for (const routes of [
    siteRoutes(options),
    accessRoutes,
    auditRoutes,
    organizationRoutes,
    directoryRoutes(servingTeamsQuery),
    peopleRoutes,
    regionRoutes,
    capacityRoutes,
    requestRoutes,
    matchingRoutes,
    coordinationRoutes,
    exchangeRoutes,
  ]) {
    await server.register(async (app) => routes(app, house))
  }

  const jobs: Jobs = {
    'send-mail': sendMailJob(options.postman),
    ...importJobs,
    'forget-what-served': forgetWhatServed,
    ...auditJobs(house),
    ...accessJobs,
    ...peopleJobs,
    ...capacityJobs(house),
    ...requestJobs,
    ...matchingJobs(options.travelServers ?? {}),
    ...coordinationJobs,
  }
  const schedule: Schedule = {
    ...importSchedule,
    'forget-what-served': '29 3 * * *',
    ...auditSchedule,
    ...accessSchedule,
    ...peopleSchedule,
    ...capacitySchedule,
    ...requestSchedule,
    ...matchingSchedule,
    ...coordinationSchedule,
  }
  let running: { stop(): Promise<void> } | undefined
  return {
    server,
    house,
    live,
    systemScopes: (job) => scopesOf(job),
    async start() {
      await hub.start()
      running = await runJobs(database, jobs, schedule, scopesOf, log)
    },
    async stop() {
      live.closeAll()
      await server.close()
      await hub.stop()
      await running?.stop()
    },
  }
}

/** Tells two devices apart in the audit log without keeping an address. */
function accessPointOf(seal: House['seal'], request: FastifyRequest): string {
  const device = createHash('sha256')
    .update(request.headers['user-agent'] ?? '')
    .digest('hex')
  return seal.hash('access-point', `${request.ip}|${device}`).toString('hex').slice(0, 16)
}
