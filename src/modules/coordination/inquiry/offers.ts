import type { Daypart } from '#kernel/dayparts.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'

/** What the requester's side may choose from, and until when. */
export type Offer = {
  organizationId: string
  name: string
  phone: string | null
  website: string | null
  answer: 'can-take' | 'other-date' | 'part'
  startOn: string | null
  dayparts: Daypart[]
  wished: boolean
}
export type OffersToChoose = { number: string; chooseBy: Date; offers: Offer[] }

/** Nothing when there is nothing to choose for this actor; row-level security decides whose choice it is. */
export async function findOffers(scope: Scope, requestId: string): Promise<OffersToChoose | undefined> {
  const { requests, offers } = await read(scope, {
    requests: build
      .selectFrom('requests.care_request')
      .select(['number', 'act_by as chooseBy'])
      .where('id', '=', requestId)
      .where('state', '=', 'proposed')
      .where('choice_by', 'is not', null),
    offers: build
      .selectFrom('coordination.inquiry_party as p')
      .innerJoin('coordination.inquiry as i', 'i.id', 'p.inquiry_id')
      .innerJoin('organizations.organization as o', 'o.id', 'p.organization_id')
      .innerJoin('requests.care_request as r', 'r.id', 'p.request_id')
      .select((eb) => [
        'o.id as organizationId',
        'o.name',
        'o.phone',
        'o.website',
        'p.answer',
        'p.start_on as startOn',
        'p.dayparts',
        eb.fn
          .coalesce(
            eb('o.id', '=', eb.fn.coalesce('r.preferred_organization_id', 'r.existing_organization_id')),
            eb.lit(false),
          )
          .as('wished'),
      ])
      .where('p.request_id', '=', requestId)
      .where('i.closed_at', 'is', null)
      .where('p.answer', 'in', ['can-take', 'other-date'])
      .orderBy('wished', 'desc')
      .orderBy('p.start_on', (order) => order.asc().nullsFirst())
      .orderBy('o.name'),
  })
  const [request] = requests
  if (!request?.chooseBy) return undefined
  return { number: request.number, chooseBy: request.chooseBy, offers: offers as Offer[] }
}
