import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { getRegion } from '#modules/regions/index.ts'
import { ActorIsStale } from '#platform/database/scope.ts'
import { logFault } from '#platform/http/errors.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { Routes } from '#platform/http/house.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { toHistory, toOutcome, toSearchSet } from './bundles.ts'
import { interactions, toCapabilityStatement } from './capability.ts'
import { capacityOf } from './capacity-status.ts'
import type { DirectoryRow } from './directory-rows.ts'
import { placesOf } from './places.ts'
import { type Question, readQuestion } from './question.ts'
import { type DirectoryResource, type ResourceType, resourceTypes, toResource } from './resources.ts'
import { parseFhirDate } from './rules/search-values.ts'
import { findVersion, listAlong, listHistory, searchDirectory } from './store.ts'

const root = '/fhir/r4'
/** Public facts, and nobody's session: what a page of the neighbourhood shows as well. */
const config = { who: 'everyone', csrf: false } as const

/** The directory for other systems: FHIR R4, to read (IHE mCSD). */
export const routes: Routes = (app) => {
  app.setErrorHandler((error, request, reply) => answerFault(error as Error, request, reply))
  app.addHook('preHandler', async (request, reply) => {
    if (wantsOtherFormat(request)) {
      return send(reply, 406, toOutcome('not-supported', 'Wij geven alleen application/fhir+json'))
    }
  })
  app.get(`${root}/metadata`, { config }, async (request, reply) => {
    const region = await getRegion(request.scope)
    return send(
      reply,
      200,
      toCapabilityStatement(baseOf(request), region.name, packageJson.version, request.scope.now()),
    )
  })
  for (const type of resourceTypes) serve(app, type)
  const unknown = (_request: FastifyRequest, reply: FastifyReply) =>
    send(reply, 404, toOutcome('not-supported', 'Deze bron geven wij niet; /fhir/r4/metadata zegt welke wel'))
  app.get(root, { config }, unknown)
  app.get(`${root}/*`, { config }, unknown)
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE'],
    url: `${root}/*`,
    config,
    handler: (_request, reply) =>
      send(reply.header('allow', 'GET, HEAD'), 405, toOutcome('not-supported', 'Hier valt alleen te lezen')),
  })
}

/** Where the directory of this region is. */
function baseOf({ scope }: FastifyRequest): string {
  return `${scope.publicUrl}${root}`
}

function serve(app: FastifyInstance, type: ResourceType): void {
  const at = (interaction: keyof typeof interactions) => `${root}/${type}${interactions[interaction]}`
  const search = (request: FastifyRequest, reply: FastifyReply, parameters: [string, string][]) =>
    answerSearch(request, reply, { base: baseOf(request), type, parameters })
  app.get(at('search-type'), { config }, (request, reply) => search(request, reply, pairsOf(request.query)))
  app.post(`${root}/${type}/_search`, { config }, (request, reply) =>
    search(request, reply, [...pairsOf(request.query), ...pairsOf(request.body)]),
  )
  app.get(at('read'), { config }, async (request, reply) => {
    const { id } = request.params as { id: string }
    const found = isId(id) ? await findVersion(request.scope, type, id) : undefined
    if (!found) throw new NotFound('Deze bron kennen wij niet')
    if (found.what === null) return send(reply, 410, toOutcome('deleted', 'Dit is verwijderd'))
    const [resource] = await withWhatIsNow(request, type, [toResource(type, found as DirectoryRow)])
    return sendResource(reply, resource as DirectoryResource)
  })
  app.get(at('vread'), { config }, async (request, reply) => {
    const { id, versionId } = request.params as { id: string; versionId: string }
    const known = isId(id) && /^[1-9]\d{0,8}$/.test(versionId)
    const found = known ? await findVersion(request.scope, type, id, Number(versionId)) : undefined
    if (!found) throw new NotFound('Deze versie kennen wij niet')
    if (found.what === null) return send(reply, 410, toOutcome('deleted', 'In deze versie werd het verwijderd'))
    return sendResource(reply, toResource(type, found as DirectoryRow))
  })
  app.get(at('history-type'), { config }, (request, reply) =>
    answerHistory(request, reply, { base: baseOf(request), type }),
  )
  app.get(at('history-instance'), { config }, async (request, reply) => {
    const { id } = request.params as { id: string }
    if (!isId(id) || !(await findVersion(request.scope, type, id))) throw new NotFound('Deze bron kennen wij niet')
    return answerHistory(request, reply, { base: baseOf(request), type, id })
  })
}

type Asked = { base: string; type: ResourceType; parameters: [string, string][] }

async function answerSearch(request: FastifyRequest, reply: FastifyReply, { base, type, parameters }: Asked) {
  const strict = String(request.headers.prefer ?? '').includes('handling=strict')
  const read = readQuestion(type, parameters, strict)
  if (!read.ok) {
    const { code, parameter, value } = read.refusal
    const sentence =
      code === 'value'
        ? `${parameter} kan niet ‘${value.slice(0, 60)}’ zijn`
        : `${parameter} kennen wij niet; /fhir/r4/metadata zegt wat wel kan`
    return send(reply, 400, toOutcome(code, sentence))
  }
  const question = read.value
  const at = request.scope.now()
  const { rows, total, more } = await searchDirectory(request.scope, type, question)
  const matches = await withWhatIsNow(
    request,
    type,
    rows.map((row) => toResource(type, row)),
  )
  const along = await alongOf(request, question, matches)
  return send(reply, 200, toSearchSet({ base, type, at }, question, { matches, along, total, more }))
}

/** What the asker wants along: what these point to, and what points to these; each once, and not what is there already. */
async function alongOf(request: FastifyRequest, question: Question, matches: readonly DirectoryResource[]) {
  const there = new Set(matches.map(keyOf))
  const targets = new Map<ResourceType, Set<string>>()
  for (const { to } of question.include) {
    const ids = targets.get(to) ?? targets.set(to, new Set()).get(to)
    for (const [, id = ''] of JSON.stringify(matches).matchAll(new RegExp(`"reference":"${to}/([^"]+)"`, 'g')))
      ids?.add(id)
  }
  const wanted = [...targets].map(([type, ids]) => ({ type, ids: [...ids] })).filter(({ ids }) => ids.length > 0)
  const ids = matches.map(({ id }) => id ?? '')
  const pointing = ids.length === 0 ? [] : question.revinclude.map((include) => ({ include, ids }))
  if (wanted.length + pointing.length === 0) return []
  const found = await listAlong(request.scope, wanted, pointing)
  const along = found
    .map(({ type, row }) => toResource(type, row))
    .filter((resource) => !there.has(keyOf(resource)) && there.add(keyOf(resource)))
  const services = along.filter(({ resourceType }) => resourceType === 'HealthcareService')
  const others = along.filter(({ resourceType }) => resourceType !== 'HealthcareService')
  return [...others, ...(await withWhatIsNow(request, 'HealthcareService', services))]
}

function keyOf({ resourceType, id }: DirectoryResource): string {
  return `${resourceType}/${id}`
}

async function answerHistory(
  request: FastifyRequest,
  reply: FastifyReply,
  { base, type, id }: { base: string; type: ResourceType; id?: string },
) {
  const parameters = pairsOf(request.query)
  const asked = (name: string) => parameters.find(([key]) => key === name)?.[1]
  const [since, count = '50', cursor] = [asked('_since'), asked('_count'), asked('_cursor')]
  const from = since === undefined ? undefined : parseFhirDate(since)?.from
  if (since !== undefined && !from) return send(reply, 400, toOutcome('value', '_since is geen moment van FHIR'))
  if (!/^\d{1,6}$/.test(count)) return send(reply, 400, toOutcome('value', '_count is geen getal'))
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor))
    return send(reply, 400, toOutcome('value', '_cursor komt uit de link naar de volgende bladzijde'))
  const size = Math.min(Math.max(Number(count), 1), 200)
  const found = await listHistory(request.scope, type, { id, since: from, count: size, before: cursor })
  const understood = parameters.filter(([key]) => key === '_since' || key === '_count')
  const path = id === undefined ? `${type}/_history` : `${type}/${id}/_history`
  return send(reply, 200, toHistory({ base, type, at: found.at }, { path, parameters: understood, cursor }, found))
}

/** What is no part of a version: where a service is and comes, and its light to whom that is for. */
async function withWhatIsNow(
  { scope }: FastifyRequest,
  type: ResourceType,
  resources: DirectoryResource[],
): Promise<DirectoryResource[]> {
  if (type !== 'HealthcareService') return resources
  const ids = resources.map(({ id }) => id ?? '')
  const [capacity, places] = await Promise.all([capacityOf(scope, ids), placesOf(scope, ids)])
  return resources.map((resource) => {
    const extension = capacity.get(resource.id ?? '')
    return { ...resource, ...places.get(resource.id ?? ''), ...(extension ? { extension } : {}) } as DirectoryResource
  })
}

/** Each pair in the order in which it was asked; a name may come more than once. */
function pairsOf(given: unknown): [string, string][] {
  if (given === null || typeof given !== 'object') return []
  return Object.entries(given).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  )
}

function wantsOtherFormat(request: FastifyRequest): boolean {
  const [, format] = pairsOf(request.query).find(([name]) => name === '_format') ?? []
  if (format !== undefined) return !/^(application\/(fhir\+)?json|json|text\/json)\b/.test(format.replace(' ', '+'))
  const { accept } = request.headers
  // A browser asks for a page, and gets what there is.
  return accept !== undefined && !/json|\*\/\*|application\/\*|text\/html/.test(accept)
}

function sendResource(reply: FastifyReply, resource: DirectoryResource) {
  reply.header('etag', `W/"${resource.meta?.versionId}"`)
  reply.header('last-modified', new Date(resource.meta?.lastUpdated ?? 0).toUTCString())
  return send(reply, 200, resource)
}

function send(reply: FastifyReply, status: number, body: { resourceType: string }) {
  return reply.code(status).header('content-type', 'application/fhir+json; charset=utf-8').send(JSON.stringify(body))
}

function answerFault(error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply) {
  // The door looks the actor up again, as everywhere.
  if (error instanceof ActorIsStale) throw error
  const status = logFault(error, request)
  if (status === 429 || status === 503) reply.header('retry-after', status === 429 ? 60 : 30)
  return send(reply, status, outcomeOf(status, error, request))
}

/** Of a refusal what it says; of a fault or an outage only the number under which we find it back. */
function outcomeOf(status: number, error: Error, { id }: FastifyRequest) {
  if (status === 404) return toOutcome('not-found', error.message)
  if (status === 429) return toOutcome('throttled', 'Te veel verzoeken achter elkaar')
  if (status < 500) return toOutcome('invalid', 'Dit verzoek kunnen wij niet lezen')
  const sentence = `Er ging bij ons iets mis. Noem bij een melding nummer ${id}`
  return toOutcome(status === 503 ? 'transient' : 'exception', sentence)
}
