import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayparts } from '#kernel/dayparts.ts'
import { isId } from '#kernel/ids.ts'
import { isNotGreen, lights } from '#kernel/lights.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import { NotFound } from '#platform/http/faults.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import { addException, getPattern, type Pattern, removeException, savePattern } from '../pattern.ts'
import type { PatternLight } from '../rules/pattern.ts'
import { getExpiry } from '../settings.ts'
import { exceptionRefusalText, patternRefusalText } from '../text.nl.ts'
import { paths } from './paths.ts'
import { PatternPage, type PatternPageProps, patternName } from './pattern-page.tsx'

const config = { who: ['capacity.set', 'organization.administer'] } as const

export function patternPage(app: FastifyInstance): void {
  app.get(paths.pattern(':teamId'), { config }, async (request, reply) => {
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return answer(request, reply, 200, { pattern: await patternOf(request), saved })
  })

  app.post(paths.pattern(':teamId'), { config }, async (request, reply) => {
    const pattern = await patternOf(request)
    const form = new FormReader(request.body)
    const seen = form.integer('gezien', { min: 0, max: 999_999_999, required: 'Ververs de pagina en probeer opnieuw' })
    const { reason, reasonText } = await readReason(request, form, 'reden', 'toelichting')
    const wanted = readLights(form, pattern, { reason, reasonText })
    const again = (more: Partial<PatternPageProps>, status = 422) =>
      answer(request, reply, status, { pattern, values: form.values, errors: form.errors, wrong: 'pattern', ...more })
    if (!form.ok || seen === undefined) return again({})
    const outcome = await savePattern(request.scope, { teamId: pattern.team.id, seen, lights: wanted })
    if (outcome.ok) return reply.seeOther(`${paths.pattern(pattern.team.id)}?bewaard=ja`)
    if (outcome.refusal === 'changed-meanwhile')
      return answer(request, reply, 409, { pattern: await patternOf(request), changedMeanwhile: true })
    const field =
      outcome.refusal === 'reason-wants-text' || outcome.refusal === 'text-too-long' ? 'toelichting' : 'reden'
    return again({ errors: { [field]: patternRefusalText[outcome.refusal] } })
  })

  app.post(paths.exception(':teamId'), { config }, async (request, reply) => {
    const pattern = await patternOf(request)
    const { team } = pattern
    const form = new FormReader(request.body)
    const gone = form.values.weg
    if (typeof gone === 'string' && isId(gone)) {
      await removeException(request.scope, { teamId: team.id, id: gone })
      return reply.seeOther(`${paths.pattern(team.id)}?bewaard=ja`)
    }
    const firstOn = form.date('eerste', { required: 'Vul de eerste dag in' }) ?? ''
    const lastOn = form.date('laatste') ?? firstOn
    const light = form.choice('licht', lights, { required: 'Kies wat er dan geldt' }) ?? 'unknown'
    const { reason, reasonText } = await readReason(request, form, 'waarom', 'uitleg')
    const again = (errors: Record<string, string>) =>
      answer(request, reply, 422, { pattern, values: form.values, errors, wrong: 'exception' })
    if (!form.ok) return again(form.errors)
    const exception = { firstOn, lastOn, light, reason, reasonText }
    const outcome = await addException(request.scope, { teamId: team.id, exception })
    if (outcome.ok) return reply.seeOther(`${paths.pattern(team.id)}?bewaard=ja`)
    return again({ [exceptionField[outcome.refusal]]: exceptionRefusalText[outcome.refusal] })
  })
}

const exceptionField = {
  'ends-before-it-begins': 'laatste',
  over: 'laatste',
  'too-long': 'laatste',
  'no-reason': 'waarom',
  'unknown-reason': 'waarom',
  'reason-wants-text': 'uitleg',
  'text-too-long': 'uitleg',
} as const

function patternOf(request: FastifyRequest): Promise<Pattern> {
  const { teamId } = request.params as { teamId: string }
  if (!isId(teamId)) throw new NotFound()
  return getPattern(request.scope, teamId)
}

async function readReason(request: FastifyRequest, form: FormReader, name: string, note: string) {
  const codes = listReasons(await getRegion(request.scope), 'light').map(({ code }) => code)
  return { reason: form.choice(name, codes) ?? null, reasonText: form.line(note, { max: 200 }) ?? null }
}

type Reason = { reason: string | null; reasonText: string | null }

/** What stays as it was keeps its own reason; what is new gets the one that was chosen. */
function readLights(form: FormReader, pattern: Pattern, { reason, reasonText }: Reason): PatternLight[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    dayparts.flatMap((daypart) => {
      const light = form.choice(patternName(weekday, daypart), lights) ?? 'unknown'
      if (light === 'unknown') return []
      const known = pattern.lights.find((one) => one.weekday === weekday && one.daypart === daypart)
      if (known?.light === light) return [known]
      const explained = isNotGreen(light)
      return [{ weekday, daypart, light, reason: explained ? reason : null, reasonText: explained ? reasonText : null }]
    }),
  )
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  shown: Omit<PatternPageProps, 'reasons' | 'now' | 'expiry'>,
) {
  const [region, expiry] = [await getRegion(request.scope), await getExpiry(request.scope)]
  const page = { ...shown, expiry, reasons: listReasons(region, 'light'), now: request.scope.now() }
  return reply.page(status, <PatternPage {...page} />)
}
