import type { FastifyRequest } from 'fastify'
import { FormSection, Radios, TextField } from '#design/index.ts'
import { isId } from '#kernel/ids.ts'
import { parsePostcode } from '#kernel/postcode.ts'
import { type Door, findOtherDoor, getRegion, listReasons } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { idIn } from '#platform/http/address.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { redirectRequest } from '../ending/ending.ts'
import { otherRegions, passToRegion, type ToRegion } from '../ending/to-region.ts'
import { getSheet, mayNow, type Sheet } from '../list/sheet.ts'
import { agreeing } from '../mediation/letter.ts'
import { agreeText, commandText } from '../text.nl.ts'
import { backToRequest, queryOf } from './back.ts'
import { paths } from './paths.ts'
import { type AboutRequest, RequestForm } from './request-form.tsx'
import { showRequest } from './show-request.tsx'

const config = { who: ['requests.take', 'requests.oversee'] as const }

/** To another region that runs here: which one, who says yes, and where care is given then. */
export const toRegionRoutes: Routes = (app) => {
  app.get(paths.passToRegion(':id'), { config }, async (request, reply) => {
    const sheet = await getSheet(request.scope, idIn(request))
    const { card } = sheet
    const regions = await otherRegions(request.scope)
    if (!mayNow('pass-to-region', sheet) || regions.length === 0) return backToRequest(request, reply)
    const likely = await findOtherDoor(request.scope, card.pc4)
    const props = await propsOf(request, sheet, regions)
    return reply.page(200, <ToRegionPage {...props} values={{ regio: likely?.regionId ?? '' }} />)
  })

  app.post(paths.passToRegion(':id'), { config }, async (request, reply) => {
    const requestId = idIn(request)
    const form = new FormReader(request.body)
    const outcome = await send(request.scope, requestId, form)
    if (outcome?.ok) return backToRequest(request, reply)
    const sheet = await getSheet(request.scope, requestId)
    const code = outcome?.refusal.code
    const field = code && fieldOf[code]
    if (code && !field) return showRequest(request, reply, 409, sheet, commandText(code))
    if (code && field) form.refuse(field, commandText(code))
    const props = await propsOf(request, sheet, await otherRegions(request.scope))
    return reply.page(422, <ToRegionPage {...props} values={form.values} errors={form.errors} />)
  })
}

/** A region that does not run here is only named: the requester asks there anew. */
const notHere = { value: 'elders', reason: 'other-region' } as const

async function send(scope: Scope, requestId: string, form: FormReader) {
  if (form.line('regio') === notHere.value) return redirectRequest(scope, { requestId, reason: notHere.reason })
  const input = readToRegion(form)
  return input && passToRegion(scope, { requestId, ...input })
}

/** What can be mended in the form, at the field where. */
const fieldOf: Partial<Record<string, 'regio' | 'postcode'>> = {
  'region-unknown': 'regio',
  'reason-unknown': 'regio',
  'channel-closed': 'regio',
  'not-there': 'regio',
  'outside-region': 'postcode',
}

function readToRegion(form: FormReader): Omit<ToRegion, 'requestId'> | undefined {
  const wanted = commandText('region-unknown')
  const regionId = form.parsed('regio', (line) => (isId(line) ? line : undefined), wanted, { required: wanted })
  const postcode = form.parsed('postcode', (line) => parsePostcode(line)?.pc6, 'Vul een postcode in, zoals 1234 AB')
  const houseNumber = form.line('huisnummer', { max: 20 })
  if (postcode && !houseNumber) form.refuse('huisnummer', 'Vul het huisnummer in')
  if (houseNumber && !postcode && !form.errors.postcode) form.refuse('postcode', 'Vul de postcode in')
  const consentBy = form.choice('akkoord', agreeing, { required: 'Kies wie het goed vindt' })
  if (!form.ok || !regionId || !consentBy) return undefined
  return { regionId, consentBy, ...(postcode && houseNumber ? { address: { postcode, houseNumber } } : {}) }
}

type Props = AboutRequest & { pc4: string; regions: readonly Door[]; othersToo: boolean }

async function propsOf(request: FastifyRequest, { card }: Sheet, regions: readonly Door[]): Promise<Props> {
  const reasons = listReasons(await getRegion(request.scope), 'redirection')
  const othersToo = reasons.some(({ code }) => code === notHere.reason)
  return { id: card.id, number: card.number, query: queryOf(request), pc4: card.pc4, regions, othersToo }
}

const notListed = {
  value: notHere.value,
  label: 'Een regio die hier niet bij staat',
  hint: 'Dan gaat er niets mee. De aanvrager leest dat een andere regio hierbij past.',
}

function ToRegionPage({ pc4, regions, othersToo, ...about }: Props) {
  const { one } = fieldsOf(about.values, about.errors)
  const address = [one('postcode'), one('huisnummer')]
  return (
    <RequestForm
      {...about}
      title="Overdragen aan een andere regio"
      lead="De hele zorgvraag gaat mee, met bijlagen. Daar krijgt hij een nieuw nummer en een nieuwe tijd; hier is hij afgelopen. De aanvrager krijgt bericht en ziet waar het verder gaat."
      action={paths.passToRegion(about.id) + about.query}
      go="Draag over"
      icon="send"
    >
      <Radios
        legend="Naar welke regio?"
        options={[
          ...regions.map(({ regionId, name }) => ({ value: regionId, label: name })),
          ...(othersToo ? [notListed] : []),
        ]}
        {...one('regio')}
      />
      <FormSection
        title="Woont de cliënt daar op een ander adres?"
        about={`Nu is de postcode ${pc4}. Laat dit leeg als het adres hetzelfde blijft.`}
        open={address.some(({ value, error }) => value || error)}
      >
        <TextField label="Postcode" width="short" autoComplete="off" {...one('postcode')} />
        <TextField label="Huisnummer" width="short" autoComplete="off" {...one('huisnummer')} />
      </FormSection>
      <Radios
        legend="Wie vindt het goed dat alles naar die regio gaat?"
        hint="Ook naam en adres. Vraag het eerst; wij bewaren wie ja zei."
        options={agreeing.map((value) => ({ value, label: agreeText[value] }))}
        {...one('akkoord')}
      />
    </RequestForm>
  )
}
