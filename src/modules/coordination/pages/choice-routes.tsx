import type { FastifyReply } from 'fastify'
import {
  Actions,
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  PostForm,
  Radios,
  Screen,
  Text,
} from '#design/index.ts'
import { formatDate, formatMoment } from '#kernel/dates.ts'
import { isId } from '#kernel/ids.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { type LinkRequest, whenVerified } from '#modules/requests/index.ts'
import { paths as requestPaths } from '#modules/requests/pages/paths.ts'
import type { Scope } from '#platform/database/scope.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { chooseOffer } from '../inquiry/inquiring.ts'
import { findOffers, type Offer, type OffersToChoose } from '../inquiry/offers.ts'
import { commandText } from '../text.nl.ts'
import { idOf } from './back.ts'
import { paths } from './paths.ts'

/** Choosing between offers by the requester's side: with the private link, or by the referrer. */
export const choiceRoutes: Routes = (app, house) => {
  const refers = { config: { who: 'requests.refer' as const } }
  const everyone = { config: { who: 'everyone' as const, noStore: true, limit: { calls: 60, minutes: 10 } } }

  app.get(paths.chooseByReferrer(':id'), refers, (request, reply) => {
    const id = idOf(request)
    return show(reply, request.scope, id, { action: paths.chooseByReferrer(id), back: requestPaths.referral(id) })
  })
  app.post(paths.chooseByReferrer(':id'), refers, (request, reply) => {
    const id = idOf(request)
    const place = { action: paths.chooseByReferrer(id), back: requestPaths.referral(id) }
    return choose(reply, request.scope, id, request.body, place)
  })

  const byLink = paths.chooseByLink(':number', ':key')
  app.get(byLink, everyone, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, ({ link, scope, requestId }) => show(reply, scope, requestId, placeOf(link))),
  )
  app.post(byLink, everyone, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, ({ link, scope, requestId }) =>
      choose(reply, scope, requestId, request.body, placeOf(link)),
    ),
  )
}

type Place = { action: string; back: string }

function placeOf({ number, key }: { number: string; key: string }): Place {
  return { action: paths.chooseByLink(number, key), back: requestPaths.follow(number, key) }
}

async function show(reply: FastifyReply, scope: Scope, requestId: string, place: Place, error?: string) {
  const found = await findOffers(scope, requestId)
  if (!found) return reply.seeOther(place.back)
  return reply.page(error ? 422 : 200, <ChoicePage found={found} place={place} now={scope.now()} error={error} />)
}

async function choose(reply: FastifyReply, scope: Scope, requestId: string, body: unknown, place: Place) {
  const organizationId = new FormReader(body).line('organisatie', { max: 36 }) ?? ''
  if (!isId(organizationId)) return show(reply, scope, requestId, place, 'Kies een organisatie')
  const outcome = await chooseOffer(scope, { requestId, organizationId })
  if (outcome.ok) return reply.seeOther(`${place.back}?gelukt=gekozen`)
  return show(reply, scope, requestId, place, commandText(outcome.refusal.code))
}

type Props = { found: OffersToChoose; place: Place; now: Date; error?: string }

function ChoicePage({ found: { number, chooseBy, offers }, place, now, error }: Props) {
  const errors: FieldErrors = error ? { organisatie: error } : {}
  return (
    <Screen
      title="Kies een organisatie"
      width="form"
      error={error !== undefined}
      back={{ href: place.back, label: `Zorgvraag ${formatRequestNumber(number)}` }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>Kies een organisatie</Heading>
      <Text kind="lead">
        Deze organisaties kunnen de zorg geven. U kunt kiezen tot {formatMoment(chooseBy, now)}. Kiest u niet, dan kiest
        het team voor u.
      </Text>
      <PostForm action={place.action}>
        <Radios
          name="organisatie"
          legend="Welke organisatie heeft uw voorkeur?"
          options={offers.map((offer) => ({ value: offer.organizationId, label: offer.name, hint: hintOf(offer) }))}
          error={errors.organisatie}
        />
        <Actions>
          <Button>Kies deze organisatie</Button>
          <Link href={place.back}>Nu niet</Link>
        </Actions>
      </PostForm>
    </Screen>
  )
}

function hintOf({ answer, startOn, phone, wished }: Offer): string {
  const parts = [
    wished && 'uw voorkeur',
    answer === 'other-date' && startOn
      ? `kan beginnen op ${formatDate(startOn)}`
      : 'kan beginnen op de dag die u vroeg',
    phone && `telefoon ${formatPhone(phone)}`,
  ]
  return parts.filter(Boolean).join(', ')
}
