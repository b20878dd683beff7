import type { FastifyRequest } from 'fastify'
import type { ReactElement } from 'react'
import type { Outcome } from '#kernel/outcome.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { idIn } from '#platform/http/address.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { Routes } from '#platform/http/house.ts'
import { askRequester } from '../deadlines/holding.ts'
import { confirmDate } from '../deadlines/new-date.ts'
import { lapseRequest, redirectRequest, reopenRequest } from '../ending/ending.ts'
import { otherRegions } from '../ending/to-region.ts'
import { getSheet, mayNow, type Sheet } from '../list/sheet.ts'
import { openReasons, toBed } from '../rules/beds.ts'
import type { Command, CommandRefusal } from '../rules/commands.ts'
import { commandText } from '../text.nl.ts'
import { backToRequest, queryOf } from './back.ts'
import { AskRequesterPage, type CommandPageProps, LapsePage, RedirectPage } from './command-pages.tsx'
import { paths } from './paths.ts'
import { pressRoute } from './press.ts'
import { wordsField } from './request-form.tsx'
import { showRequest } from './show-request.tsx'

const config = { who: ['requests.take', 'requests.oversee'] as const }
type Refusal = { code: CommandRefusal | 'reason-unknown' | 'text-wanted' | 'no-beds' | 'house-unknown' }
type Form = {
  command: Command
  path: (id: string) => string
  reasons?: 'redirection' | 'withdrawal'
  page: (props: CommandPageProps) => ReactElement
  /** The field that a wrong answer belongs to. */
  field: string
  /** Nothing when what was typed cannot be read. */
  send: (request: FastifyRequest, requestId: string, form: FormReader) => Promise<Outcome<void, Refusal>> | undefined
}

const forms: readonly Form[] = [
  {
    command: 'ask-requester',
    path: paths.askRequester,
    page: AskRequesterPage,
    field: 'vraag',
    send: (request, requestId, form) =>
      askRequester(request.scope, { requestId, text: form.text('vraag', { max: 500 }) ?? '' }),
  },
  {
    command: 'redirect',
    path: paths.redirect,
    reasons: 'redirection',
    page: RedirectPage,
    field: 'reden',
    send: (request, requestId, form) => {
      const why = readReason(form)
      return form.ok ? redirectRequest(request.scope, { requestId, ...why }) : undefined
    },
  },
  {
    command: 'lapse',
    path: paths.lapse,
    reasons: 'withdrawal',
    page: LapsePage,
    field: 'reden',
    send: (request, requestId, form) => {
      const why = readReason(form)
      return form.ok ? lapseRequest(request.scope, { requestId, ...why }) : undefined
    },
  },
]

/** What is asked, sent elsewhere, ended, opened again or confirmed. Each page shows only while the table allows it. */
export const commandRoutes: Routes = (app) => {
  for (const form of forms) {
    app.get(form.path(':id'), { config }, async (request, reply) => {
      const sheet = await getSheet(request.scope, idIn(request))
      if (!mayNow(form.command, sheet)) return backToRequest(request, reply)
      return reply.page(200, form.page(await propsOf(request, sheet, form)))
    })

    app.post(form.path(':id'), { config }, async (request, reply) => {
      const requestId = idIn(request)
      const read = new FormReader(request.body)
      const further = form.command === 'redirect' && (await furtherPage(request.scope, read.line('reden', { max: 40 })))
      if (further) return reply.seeOther(further(requestId) + queryOf(request))
      const outcome = await form.send(request, requestId, read)
      if (outcome?.ok) return backToRequest(request, reply)
      const code = outcome?.refusal.code
      const sheet = await getSheet(request.scope, requestId)
      if (code && !ofTheField.includes(code)) return showRequest(request, reply, 409, sheet, commandText(code))
      const field = form.reasons && code === 'text-wanted' ? wordsField : form.field
      if (code) read.refuse(field, commandText(code))
      const props = await propsOf(request, sheet, form, read.values)
      return reply.page(422, form.page({ ...props, errors: read.errors }))
    })
  }

  pressRoute(app, {
    path: paths.reopen(':id'),
    options: { config },
    send: ({ scope }, requestId) => reopenRequest(scope, { requestId }),
    say: ({ code }) => commandText(code),
  })
  pressRoute(app, {
    path: paths.confirmDate(':id'),
    options: { config },
    send: ({ scope }, requestId) => confirmDate(scope, { requestId }),
    say: ({ code }) => commandText(code),
  })
}

function readReason(form: FormReader) {
  return { reason: form.line('reden', { max: 40 }) ?? '', text: form.text(wordsField, { max: 500 }) }
}

/** What can be mended on the page itself. */
const ofTheField: readonly Refusal['code'][] = ['reason-unknown', 'text-wanted', 'no-beds']

/** A region that runs here takes it over, instead of the requester who has to ask again; and to a bed there is a house to choose. */
async function furtherPage(scope: Scope, reason: string | undefined): Promise<((id: string) => string) | undefined> {
  if (reason === 'other-region') return (await otherRegions(scope)).length > 0 ? paths.passToRegion : undefined
  return reason === toBed && (await getRegion(scope)).wayOfWorking.beds ? paths.toBed : undefined
}

async function propsOf(request: FastifyRequest, { card }: Sheet, { reasons }: Form, values?: FormValues) {
  const region = await getRegion(request.scope)
  return {
    id: card.id,
    number: card.number,
    query: queryOf(request),
    reasons: reasons ? openReasons(listReasons(region, reasons), region.wayOfWorking.beds) : [],
    noBeds: reasons === 'redirection' && !region.wayOfWorking.beds,
    values,
  }
}
