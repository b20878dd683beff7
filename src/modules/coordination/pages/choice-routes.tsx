import type { FastifyReply } from 'fastify'
import { Radios, Text } from '#design/index.ts'
import { datesIn } from '#kernel/dates-in.ts'
import { isId } from '#kernel/ids.ts'
import type { Language } from '#kernel/languages.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { askByLink, OneQuestion } from '#modules/requests/index.ts'
import { paths as requestPaths } from '#modules/requests/pages/paths.ts'
import type { Scope } from '#platform/database/scope.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { chooseOffer } from '../inquiry/inquiring.ts'
import { findOffers, type Offer, type OffersToChoose } from '../inquiry/offers.ts'
import { wordsOf } from '../languages/index.ts'
import { paths } from './paths.ts'

/** Choosing between offers by the requester's side: with the private link, or by the referrer. */
export const choiceRoutes: Routes = (app, house) => {
  const refers = { config: { who: 'requests.refer' as const } }

  app.get(paths.chooseByReferrer(':id'), refers, (request, reply) => {
    const id = idIn(request)
    return show(reply, request.scope, id, { action: paths.chooseByReferrer(id), back: requestPaths.referral(id) })
  })
  app.post(paths.chooseByReferrer(':id'), refers, (request, reply) => {
    const id = idIn(request)
    const place = { action: paths.chooseByReferrer(id), back: requestPaths.referral(id) }
    return choose(reply, request.scope, id, request.body, place)
  })

  askByLink(app, house, requestPaths.followChoose, {
    show: (reply, { link, scope, requestId }) => show(reply, scope, requestId, placeOf(link)),
    answer: (reply, { link, scope, requestId }, body) => choose(reply, scope, requestId, body, placeOf(link)),
  })
}

/** The referrer's page is in Dutch. */
type Place = { action: string; back: string; language?: Language }

function placeOf({ number, key, language }: { number: string; key: string; language: Language }): Place {
  const action = requestPaths.followChoose(number, key, language)
  return { action, back: requestPaths.follow(number, key, language), language }
}

async function show(reply: FastifyReply, scope: Scope, requestId: string, place: Place, error?: string) {
  const found = await findOffers(scope, requestId)
  if (!found) return reply.seeOther(place.back)
  return reply.page(error ? 422 : 200, <ChoicePage found={found} place={place} now={scope.now()} error={error} />)
}

async function choose(reply: FastifyReply, scope: Scope, requestId: string, body: unknown, place: Place) {
  const organizationId = new FormReader(body).line('organisatie', { max: 36 }) ?? ''
  if (!isId(organizationId)) return show(reply, scope, requestId, place, wordsOf(place.language ?? 'nl').choose)
  const outcome = await chooseOffer(scope, { requestId, organizationId })
  if (outcome.ok) return reply.seeOther(`${place.back}?gelukt=gekozen`)
  return show(reply, scope, requestId, place, wordsOf(place.language ?? 'nl').refused(outcome.refusal.code))
}

type Props = { found: OffersToChoose; place: Place; now: Date; error?: string }

function ChoicePage({ found: { number, chooseBy, offers }, place, now, error }: Props) {
  const language = place.language ?? 'nl'
  const [words, dates] = [wordsOf(language), datesIn(language)]
  return (
    <OneQuestion
      title={words.title}
      back={{ href: place.back, label: words.request(formatRequestNumber(number)) }}
      lead={<Text kind="lead">{words.lead(dates.moment(chooseBy, now))}</Text>}
      action={place.action}
      send={words.go}
      leave={words.notNow}
      errors={error ? { organisatie: error } : {}}
    >
      <Radios
        name="organisatie"
        legend={words.which}
        options={offers.map((offer) => ({
          value: offer.organizationId,
          label: offer.name,
          hint: hintOf(offer, language),
        }))}
        error={error}
      />
    </OneQuestion>
  )
}

function hintOf({ answer, startOn, phone, wished }: Offer, language: Language): string {
  const [words, dates] = [wordsOf(language), datesIn(language)]
  const parts = [
    wished && words.wished,
    answer === 'other-date' && startOn ? words.beginsOn(dates.date(startOn)) : words.beginsAsAsked,
    phone && words.phone(formatPhone(phone)),
  ]
  return parts.filter(Boolean).join(', ')
}
