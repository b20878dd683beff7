import type { FastifyRequest } from 'fastify'
import { Radios } from '#design/index.ts'
import { isId } from '#kernel/ids.ts'
import type { Light } from '#kernel/lights.ts'
import { formatPhone } from '#kernel/phone.ts'
import { getRegion } from '#modules/regions/index.ts'
import { idIn } from '#platform/http/address.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { redirectRequest } from '../ending/ending.ts'
import { type House, listHouses } from '../ending/houses.ts'
import { getSheet, mayNow, type Sheet } from '../list/sheet.ts'
import { toBed } from '../rules/beds.ts'
import { commandText } from '../text.nl.ts'
import { backToRequest, queryOf } from './back.ts'
import { paths } from './paths.ts'
import { type AboutRequest, RequestForm } from './request-form.tsx'
import { showRequest } from './show-request.tsx'

const config = { who: ['requests.take', 'requests.oversee'] as const }
/** A house that is not on the list: the requester arranges it, and is told so. */
const another = 'elders'

/** To a bed for a while, where the region agreed on beds: which houses there are, and who of them has room. */
export const toBedRoutes: Routes = (app) => {
  app.get(paths.toBed(':id'), { config }, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    const { wayOfWorking } = await getRegion(request.scope)
    if (!wayOfWorking.beds || !mayNow('redirect', sheet)) return backToRequest(request, reply)
    return reply.page(200, <ToBedPage {...(await propsOf(request, sheet))} />)
  })

  app.post(paths.toBed(':id'), { config }, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const chosen = form.line('huis', { max: 40 })
    const isChoice = chosen === another || (chosen !== undefined && isId(chosen))
    if (isChoice) {
      const houseId = chosen === another ? undefined : chosen
      const outcome = await redirectRequest(request.scope, { requestId, reason: toBed, houseId })
      if (outcome.ok) return backToRequest(request, reply)
      const { code } = outcome.refusal
      const sheet = await getSheet(request.scope, requestId)
      if (code !== 'house-unknown') return showRequest(request, reply, 409, sheet, commandText(code))
    }
    form.refuse('huis', commandText('house-unknown'))
    const props = await propsOf(request, await getSheet(request.scope, requestId))
    return reply.page(422, <ToBedPage {...props} values={form.values} errors={form.errors} />)
  })
}

async function propsOf(request: FastifyRequest, { card }: Sheet) {
  const houses = await listHouses(request.scope, card.id)
  return { id: card.id, number: card.number, query: queryOf(request), houses }
}

function ToBedPage({ houses, ...about }: AboutRequest & { houses: readonly House[] }) {
  const { one } = fieldsOf(about.values, about.errors)
  return (
    <RequestForm
      {...about}
      title="Naar tijdelijk verblijf"
      lead="Bel eerst het huis of er plek is. De aanvrager leest waar de cliënt heen kan, met het telefoonnummer. De zorgvraag gaat van uw lijst en kan worden heropend."
      action={paths.toBed(about.id) + about.query}
      go="Verwijs door"
    >
      <Radios
        legend="Naar welk huis?"
        hint={
          houses.length === 0 ? 'Geen organisatie in deze regio geeft aan dat zij tijdelijk verblijf heeft.' : undefined
        }
        options={[...houses.map(houseOption), anotherOption]}
        {...one('huis')}
      />
    </RequestForm>
  )
}

const anotherOption = {
  value: another,
  label: 'Een huis dat hier niet bij staat',
  hint: 'De aanvrager leest alleen dat tijdelijk verblijf beter past.',
}

/** What a light says: of room at the team, not of a bed that is held. */
const roomText: Record<Light, string> = {
  green: 'Groen: het team heeft vandaag ruimte',
  amber: 'Oranje: alleen na overleg met het team',
  red: 'Rood: het team heeft vandaag geen ruimte',
  unknown: 'Niet opgegeven of er ruimte is',
}

function houseOption({ id, name, phone, light }: House) {
  return {
    value: id,
    label: name,
    hint: phone ? `${roomText[light]}. Telefoon ${formatPhone(phone)}` : roomText[light],
  }
}
