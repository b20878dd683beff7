import type { FastifyReply } from 'fastify'
import { Checkboxes, type FieldErrors, Text } from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import type { Scope } from '#platform/database/scope.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { useLanguage, wordsOf } from '../languages/index.ts'
import { listUnwanted, takeBackUnwanted } from '../unwanted.ts'
import type { LinkParts } from './follow/follow-page.tsx'
import { askByLink } from './follow/linked.tsx'
import { OneQuestion } from './one-question.tsx'
import { paths } from './paths.ts'

type Params = { Params: { id: string } }

/** Taking back "rather not from …": with the private link, by the referrer, and by who holds the request and has the client on the phone. */
export const unwantedRoutes: Routes = (app, house) => {
  const refers = { config: { who: 'requests.refer' as const } }
  const holds = { config: { who: 'requests.take' as const } }

  const ofRequest = (path: string, options: typeof refers | typeof holds, placeOf: (id: string) => Place) => {
    app.get<Params>(path, { ...options }, (request, reply) => {
      const id = idIn(request)
      return show(reply, request.scope, id, placeOf(id))
    })
    app.post<Params>(path, { ...options }, (request, reply) => {
      const id = idIn(request)
      return takeBack(reply, request.scope, id, request.body, placeOf(id))
    })
  }
  ofRequest(paths.referralUnwanted(':id'), refers, ofReferral)
  ofRequest(paths.requestUnwanted(':id'), holds, ofHeld)

  askByLink(app, house, paths.followUnwanted, {
    show: (reply, { link, scope, requestId }) => show(reply, scope, requestId, ofLink(link)),
    answer: (reply, { link, scope, requestId }, body) => takeBack(reply, scope, requestId, body, ofLink(link)),
  })
}

/** `lead` where it is not the client who reads. */
type Place = { action: string; back: string; done: string; lead?: string; language?: Language }

const ofReferral = (id: string): Place => ({
  action: paths.referralUnwanted(id),
  back: paths.referral(id),
  done: `${paths.referral(id)}?gelukt=wens`,
  lead: 'De cliënt wilde liever geen zorg van deze organisatie. Mag zij nu toch worden gevraagd? Doe dit alleen als de cliënt het zelf zegt.',
})
const ofHeld = (id: string): Place => ({
  ...ofReferral(id),
  action: paths.requestUnwanted(id),
  back: `/zorgvragen/${id}`,
  done: `/zorgvragen/${id}`,
})
const ofLink = ({ number, key, language }: LinkParts): Place => ({
  action: paths.followUnwanted(number, key, language),
  back: paths.follow(number, key, language),
  done: `${paths.follow(number, key, language)}?gelukt=wens`,
  language,
})

type Tried = { status: number; errors: FieldErrors }

async function show(reply: FastifyReply, scope: Scope, requestId: string, place: Place, tried?: Tried) {
  const unwanted = await listUnwanted(scope, requestId)
  // Taken back meanwhile, or never there for who looks.
  if (unwanted.length === 0) return reply.seeOther(place.back)
  return reply.page(
    tried?.status ?? 200,
    <UnwantedPage unwanted={unwanted} place={place} errors={tried?.errors ?? {}} />,
  )
}

async function takeBack(reply: FastifyReply, scope: Scope, requestId: string, body: unknown, place: Place) {
  const form = new FormReader(body, place.language)
  const { unwanted: words } = wordsOf(form.language)
  const unwanted = await listUnwanted(scope, requestId)
  const organizationIds = form.choices(
    'toch',
    unwanted.map(({ id }) => id),
  )
  if (organizationIds.length === 0)
    return show(reply, scope, requestId, place, { status: 422, errors: { toch: words.none } })
  const outcome = await takeBackUnwanted(scope, { requestId, organizationIds })
  if (outcome.ok) return reply.seeOther(place.done)
  return show(reply, scope, requestId, place, { status: 409, errors: { toch: words.tooLate } })
}

type Props = { unwanted: readonly { id: string; name: string }[]; place: Place; errors: FieldErrors }

function UnwantedPage({ unwanted, place, errors }: Props) {
  const { unwanted: own, change, question } = useLanguage().words
  return (
    <OneQuestion
      title={own.title}
      back={{ href: place.back, label: question.back }}
      lead={<Text kind="lead">{place.lead ?? own.lead}</Text>}
      action={place.action}
      send={change.keep}
      leave={change.dont}
      errors={errors}
      density={place.lead ? 'professional' : undefined}
    >
      <Checkboxes
        name="toch"
        legend={own.which}
        options={unwanted.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.toch}
      />
    </OneQuestion>
  )
}
