import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { forgetOwnReplays } from './own-months/store.ts'
import { AddressService } from './travel/address-service.ts'
import { countClientAreas } from './travel/client-areas.ts'
import { findPlaces } from './travel/finding.ts'
import { measureTravel } from './travel/measuring.ts'
import { RouteServer } from './travel/route-server.ts'

/** Servers that the region points out; without them travel is estimated. */
export type TravelServers = { osrmUrl?: string; addressServiceUrl?: string }

export function jobs({ osrmUrl, addressServiceUrl }: TravelServers): Jobs {
  return {
    'find-places': async (scope) => addressServiceUrl && findPlaces(scope, new AddressService(addressServiceUrl)),
    'count-client-areas': countClientAreas,
    'measure-travel': async (scope) => osrmUrl && measureTravel(scope, new RouteServer(osrmUrl)),
    'forget-own-replays': forgetOwnReplays,
  }
}

/** First where bases lie, then how far it is from there. */
export const schedule: Schedule = {
  'find-places': '13 2 * * *',
  'count-client-areas': '33 2 * * *',
  'measure-travel': '43 2 * * *',
  'forget-own-replays': '57 3 * * *',
}
