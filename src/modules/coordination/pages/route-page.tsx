import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { coordinatingTeamsQuery } from '#modules/organizations/index.ts'
import { areaPlacesQuery, getRegion } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import { type KeptRoute, removeRoute, routesQuery, saveRoute, seenOfRoute } from '../routing/keeping-routes.ts'
import { coverageOf } from '../rules/coverage.ts'
import { withRoute } from '../rules/owners.ts'
import { readRoute, toValues } from './read-route.ts'
import { RouteView, type RouteViewProps } from './route-view.tsx'

const config = { who: 'region.manage' } as const

/** One line of the table: tried on the map before it counts. */
export function routePage(app: FastifyInstance): void {
  app.get(paths.newRoute, { config }, async (request, reply) => {
    const { team } = request.query as { team?: unknown }
    const values = { priority: '100', coordinatingTeamId: typeof team === 'string' ? team : '' }
    return reply.page(200, <RouteView {...(await settingOf(request))} values={values} />)
  })
  app.get(paths.route(':id'), { config }, async (request, reply) => {
    const setting = await settingOf(request)
    const route = setting.route as KeptRoute
    return reply.page(200, <RouteView {...setting} values={toValues(route)} seen={seenOfRoute(route)} />)
  })
  app.post(paths.newRoute, { config }, (request, reply) => answer(request, reply))
  app.post(paths.route(':id'), { config }, (request, reply) => answer(request, reply))
}

async function answer(request: FastifyRequest, reply: FastifyReply) {
  const setting = await settingOf(request)
  const form = new FormReader(request.body)
  const seen = form.line('seen', { max: 30 }) ?? ''
  const step = form.choice('step', ['look', 'save', 'remove']) ?? 'save'
  const known = setting.route
  if (step === 'remove' && known) {
    const outcome = await removeRoute(request.scope, { id: known.id, seen })
    if (outcome.ok) return reply.seeOther(`${paths.routes}?bewaard=ja`)
    const { now } = outcome.refusal
    return reply.page(409, <RouteView {...setting} values={toValues(now)} seen={seenOfRoute(now)} now={now} />)
  }
  const { scope } = request
  const teamIds = setting.teams.map(({ id }) => id)
  const facts = readRoute(form, teamIds, await getRegion(scope))
  const { values, errors } = form
  if (!form.ok) return reply.page(422, <RouteView {...setting} {...{ values, errors, seen }} />)
  const route = { ...facts, id: known?.id ?? 'new' }
  const effect = effectOf(setting, route)
  // What makes a gap or an overlap is looked at before it counts.
  const looked = !effect.worse || form.line('effect', { max: 4000 }) === effect.text
  if (step === 'look' || !looked) {
    const status = step === 'look' ? 200 : 409
    return reply.page(status, <RouteView {...setting} {...{ values, seen, effect }} tried={route} />)
  }
  const outcome = await saveRoute(scope, { id: known?.id, seen, route: facts })
  if (outcome.ok) return reply.seeOther(`${paths.routes}?bewaard=ja`)
  const { now } = outcome.refusal
  return reply.page(409, <RouteView {...setting} values={values} seen={seenOfRoute(now)} now={now} />)
}

type Setting = Pick<RouteViewProps, 'route' | 'routes' | 'teams' | 'places' | 'deskId'>

async function settingOf(request: FastifyRequest): Promise<Setting> {
  const { id } = request.params as { id?: string }
  const region = await getRegion(request.scope)
  const { routes, teams, places } = await read(request.scope, {
    routes: routesQuery(),
    teams: coordinatingTeamsQuery(),
    places: areaPlacesQuery(),
  })
  const route = routes.find((one) => one.id === id)
  if (id !== undefined && (!isId(id) || !route)) throw new NotFound()
  return { route, routes, teams, places, deskId: region.wayOfWorking.fallbackDeskId }
}

/** The gaps and overlaps that this line would make which are not there now. */
function effectOf({ routes, teams, places }: Setting, route: KeptRoute): { worse: boolean; text: string } {
  const working = (all: readonly KeptRoute[]) =>
    all.filter(({ coordinatingTeamId }) => teams.some(({ id, active }) => id === coordinatingTeamId && active))
  const pc4s = places.map(({ pc4 }) => pc4)
  const now = coverageOf(working(routes), pc4s)
  const then = coverageOf(working(withRoute(routes, route.id, route) as KeptRoute[]), pc4s)
  const gaps = then.gaps.filter((pc4) => !now.gaps.includes(pc4))
  const overlaps = then.overlaps.filter(({ pc4 }) => !now.overlaps.some((one) => one.pc4 === pc4))
  const text = [...gaps, '/', ...overlaps.map(({ pc4 }) => pc4)].join(' ')
  return { worse: gaps.length + overlaps.length > 0, text }
}
