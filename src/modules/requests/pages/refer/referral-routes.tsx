import type { FastifyReply, FastifyRequest } from 'fastify'
import { localDateOf } from '#kernel/dates.ts'
import { cleanLine } from '#kernel/text.ts'
import { idIn } from '#platform/http/address.ts'
import { type FieldErrors, FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { addAttachments } from '../../attachments.ts'
import { getReferral, lastPage, listReferrals, type ReferralFilter, searchReferrals } from '../../referrals.ts'
import { daysOf, type ReferralPeriod, referralGroups, referralPeriods } from '../../rules/referral.ts'
import { changeDate, supplementRequest } from '../../supplementing.ts'
import { listWithdrawalReasons, withdrawRequest } from '../../withdrawing.ts'
import { readFormWithFiles } from '../multipart.ts'
import { paths } from '../paths.ts'
import { readDate, readSupplement, readWithdrawal } from '../read-changes.ts'
import { tooManyFiles } from './form-words.nl.ts'
import { readAttachments } from './read-files.ts'
import { ReferralListPage } from './referral-list-page.tsx'
import { ReferralPage } from './referral-page.tsx'

type Params = { Params: { id: string } }

/** "Mijn verwijzingen": the list, one referral, and what can be done with it afterwards. */
export const referralRoutes: Routes = (app) => {
  const config = { who: 'requests.refer' as const }

  app.get(paths.referrals, { config }, async (request, reply) => {
    const filter = readFilter(request.query)
    const { rows, more } = await listReferrals(request.scope, filter)
    return reply.page(200, <ReferralListPage filter={filter} rows={rows} more={more} now={request.scope.now()} />)
  })

  app.post(paths.referralSearch, { config }, async (request, reply) => {
    const form = new FormReader(request.body)
    const sought = form.line('zoek', { required: 'Vul een nummer of het begin van een naam in', max: 100 })
    const rows = sought === undefined ? [] : await searchReferrals(request.scope, sought)
    const page = { filter: readFilter({}), rows, more: false, now: request.scope.now() }
    const typed = cleanLine(String(form.values.zoek ?? '')) ?? ''
    const error = form.errors.zoek
    return reply.page(error === undefined ? 200 : 422, <ReferralListPage {...page} sought={typed} error={error} />)
  })

  app.get<Params>(paths.referral(':id'), { config }, (request, reply) => showReferral(request, reply, 200))

  app.post<Params>(paths.referralDate(':id'), { config }, async (request, reply) => {
    const { form, value } = readDate(request.body, localDateOf(request.scope.now()))
    if (!value) return showReferral(request, reply, 422, form)
    const outcome = await changeDate(request.scope, { requestId: idIn(request), ...value })
    return outcome.ok ? done(request, reply, 'datum') : showReferral(request, reply, 409, notOpen('dischargeOn'))
  })

  app.post<Params>(paths.referralSupplement(':id'), { config }, async (request, reply) => {
    const { form, value } = readSupplement(request.body)
    if (value === undefined) return showReferral(request, reply, 422, form)
    const outcome = await supplementRequest(request.scope, { requestId: idIn(request), text: value })
    return outcome.ok ? done(request, reply, 'aangevuld') : showReferral(request, reply, 409, notOpen('text'))
  })

  app.post<Params>(paths.referralAttachments(':id'), { config }, async (request, reply) => {
    const sent = await readFormWithFiles(request)
    const form = new FormReader(sent.fields)
    const attachments = await readAttachments(form, sent)
    if (form.ok && attachments.length === 0) form.refuse('files', 'Kies een bestand')
    if (!form.ok) return showReferral(request, reply, 422, form)
    const outcome = await addAttachments(request.scope, { requestId: idIn(request), attachments })
    if (outcome.ok) return done(request, reply, 'bijlagen')
    const refused = outcome.refusal.code === 'too-many' ? { errors: { files: tooManyFiles } } : notOpen('files')
    return showReferral(request, reply, 409, refused)
  })

  app.post<Params>(paths.referralWithdraw(':id'), { config }, async (request, reply) => {
    const reasons = await listWithdrawalReasons(request.scope)
    const { form, value } = readWithdrawal(request.body, reasons)
    if (!value) return showReferral(request, reply, 422, form)
    const outcome = await withdrawRequest(request.scope, { requestId: idIn(request), ...value })
    return outcome.ok ? done(request, reply, 'ingetrokken') : showReferral(request, reply, 409, notOpen('reason'))
  })
}

type State = { values?: FormValues; errors: FieldErrors }

async function showReferral(request: FastifyRequest<Params>, reply: FastifyReply, status: number, state?: State) {
  const { scope } = request
  const period = readPeriod(request.query, 'quarter')
  const referral = await getReferral(scope, idIn(request), sinceOf(period, scope.now()))
  const reasons = await listWithdrawalReasons(scope)
  const page = { referral, reasons, period, now: scope.now(), values: state?.values, errors: state?.errors }
  return reply.page(status, <ReferralPage {...page} done={doneOf(request.query)} />)
}

function done(request: FastifyRequest<Params>, reply: FastifyReply, what: string): FastifyReply {
  return reply.seeOther(`${paths.referral(idIn(request))}?gelukt=${what}`)
}

function notOpen(field: string): State {
  return { errors: { [field]: 'Dit kan niet meer: de zorgvraag is gestart, ingetrokken of afgesloten. Bel het team.' } }
}

/** Filters stand in the address; one that means nothing is read as the usual one. */
function readFilter(query: unknown): ReferralFilter {
  const { groep, pagina } = (query ?? {}) as Record<string, unknown>
  const page = typeof pagina === 'string' && /^\d{1,4}$/.test(pagina) ? Number(pagina) : 1
  return {
    group: referralGroups.find((group) => group === groep) ?? 'open',
    period: readPeriod(query, 'all'),
    page: Math.min(Math.max(page, 1), lastPage),
  }
}

export function readPeriod(query: unknown, usual: ReferralPeriod): ReferralPeriod {
  const { periode } = (query ?? {}) as Record<string, unknown>
  return referralPeriods.find((period) => period === periode) ?? usual
}

export function sinceOf(period: ReferralPeriod, now: Date): Date {
  return period === 'all' ? new Date(0) : new Date(now.getTime() - daysOf[period] * 86_400_000)
}

function doneOf(query: unknown): string | undefined {
  const { gelukt, verstuurd } = (query ?? {}) as Record<string, unknown>
  if (verstuurd === 'ja') return 'verstuurd'
  return typeof gelukt === 'string' ? gelukt : undefined
}
