import { type FieldErrors, Select } from '#design/index.ts'
import { isId } from '#kernel/ids.ts'
import { read } from '#platform/database/transaction.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { sendOn, teamsToSendTo } from '../ending/sending-on.ts'
import { getSheet, mayNow, type Sheet } from '../list/sheet.ts'
import { commandText } from '../text.nl.ts'
import { backToRequest, queryOf } from './back.ts'
import { paths } from './paths.ts'
import { RequestForm } from './request-form.tsx'
import { showRequest } from './show-request.tsx'

const config = { who: ['requests.take', 'requests.oversee'] as const }
const unknown = 'Kies naar welk team de zorgvraag gaat'

/** It came to the wrong desk or team: on to the right one, with the moment that it had. */
export const sendOnRoutes: Routes = (app) => {
  app.get(paths.sendOn(':id'), { config }, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    if (!mayNow('send-on', sheet)) return backToRequest(request, reply)
    const { teams } = await read(request.scope, { teams: teamsToSendTo() })
    return reply.page(200, <SendOnPage card={sheet.card} teams={teams} query={queryOf(request)} />)
  })

  app.post(paths.sendOn(':id'), { config }, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const teamId = form.parsed('team', (line) => (isId(line) ? line : undefined), unknown, { required: unknown })
    const outcome = teamId ? await sendOn(request.scope, { requestId, teamId }) : undefined
    // It may be out of sight now: back to the list.
    if (outcome?.ok) return reply.seeOther(paths.requests)
    const sheet = await getSheet(request.scope, requestId)
    if (outcome && outcome.refusal.code !== 'team-unknown')
      return showRequest(request, reply, 409, sheet, commandText(outcome.refusal.code))
    if (outcome) form.refuse('team', unknown)
    const { teams } = await read(request.scope, { teams: teamsToSendTo() })
    return reply.page(422, <SendOnPage card={sheet.card} teams={teams} query={queryOf(request)} errors={form.errors} />)
  })
}

type Props = {
  card: Sheet['card']
  teams: readonly { id: string; name: string }[]
  query: string
  errors?: FieldErrors
}

function SendOnPage({ card, teams, query, errors = {} }: Props) {
  const others = teams.filter(({ id }) => id !== card.holderCoordinatingTeamId)
  return (
    <RequestForm
      id={card.id}
      number={card.number}
      query={query}
      errors={errors}
      title="Doorsturen naar een ander team"
      lead="De zorgvraag komt op de lijst van dat team. De tijd om iemand te vinden blijft dezelfde, en de aanvrager ziet bij wie het nu ligt."
      action={paths.sendOn(card.id) + query}
      go="Stuur door"
      icon="send"
    >
      <Select
        name="team"
        label="Naar welk team?"
        placeholder="Kies een team"
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.team}
      />
    </RequestForm>
  )
}
