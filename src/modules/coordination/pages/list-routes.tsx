import { may } from '#kernel/actor.ts'
import { findArea, getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import type { Routes } from '#platform/http/house.ts'
import { listRequests } from '../list/list.ts'
import { toListQuestion, type View, views } from '../list/list-question.ts'
import { ListPage } from './list-page.tsx'
import { paths } from './paths.ts'

export const listRoutes: Routes = (app) => {
  app.get(paths.requests, { config: { who: ['requests.list', 'requests.oversee'] } }, async (request, reply) => {
    const { scope } = request
    const question = toListQuestion(request.query)
    return reply.page(
      200,
      <ListPage
        list={await listRequests(scope, question)}
        question={question}
        views={viewsOf(scope)}
        now={scope.now()}
        placeOf={await placesOf(scope)}
        done={(request.query as Record<string, unknown>).gelukt}
      />,
    )
  })
}

export function viewsOf({ actor }: Scope): readonly View[] {
  return may(actor, 'requests.take') ? views : views.filter((view) => view !== 'own')
}

/** Place names by four digits; the region's facts are kept in memory, so this costs no trip. */
export async function placesOf(scope: Scope): Promise<(pc4: string) => string> {
  const region = await getRegion(scope)
  return (pc4) => findArea(region, pc4)?.place ?? ''
}
