import type { FastifyReply, FastifyRequest } from 'fastify'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { otherRegions } from '../ending/to-region.ts'
import type { Sheet } from '../list/sheet.ts'
import { backToList } from './back.ts'
import { placesOf } from './list-routes.tsx'
import { RequestPage } from './request-page.tsx'

/** The page of one request, with what was just tried and could not be done. */
export async function showRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  sheet: Sheet,
  refused?: string,
) {
  const { scope } = request
  const region = await getRegion(scope)
  const reasons = new Map(
    (['return', 'closing', 'refusal'] as const)
      .flatMap((list) => listReasons(region, list))
      .map(({ code, label }) => [code, label]),
  )
  return reply.page(
    status,
    <RequestPage
      sheet={sheet}
      now={scope.now()}
      placeOf={await placesOf(scope)}
      back={backToList(request.query)}
      reasonText={(code) => reasons.get(code) ?? code}
      beds={region.wayOfWorking.beds}
      otherRegions={(await otherRegions(scope)).length > 0}
      refused={refused}
    />,
  )
}
