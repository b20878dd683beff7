import type { FastifyInstance } from 'fastify'
import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Notice,
  PostForm,
  Screen,
  Text,
  TextField,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatRequestNumber, parseRequestNumber } from '#kernel/request-number.ts'
import { systemScope } from '#platform/database/as-system.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import { findTerm, letTermRunOut, type TimePassed, type TimeRefusal } from '../deadlines/practice-time.ts'
import { paths } from './paths.ts'

const config = { who: 'everyone', noStore: true } as const

const refusalText: Record<TimeRefusal, string> = {
  unknown: 'Dit nummer kennen wij niet in deze oefenregio',
  'nothing-runs': 'Voor deze zorgvraag loopt geen termijn meer',
}

/** What happens when nobody does anything, without waiting for it. There in practice mode only. */
export function practiceTimePage(app: FastifyInstance): void {
  app.get(paths.practiceTime, { config }, async (request, reply) => {
    const { om } = request.query as { om?: unknown }
    const number = typeof om === 'string' ? parseRequestNumber(om) : undefined
    const passed = number ? await findTerm(systemScope(request.scope, 'practice'), number) : undefined
    return reply.page(200, <PracticeTimePage values={{}} passed={passed} now={request.scope.now()} />)
  })

  app.post(paths.practiceTime, { config }, async (request, reply) => {
    const now = request.scope.now()
    const form = new FormReader(request.body)
    const typed = form.line('nummer', { required: 'Vul het nummer van de zorgvraag in', max: 20 }) ?? ''
    const number = parseRequestNumber(typed)
    if (form.ok && !number) form.refuse('nummer', refusalText.unknown)
    const outcome = form.ok && number ? await letTermRunOut(systemScope(request.scope, 'practice'), number) : undefined
    if (outcome?.ok) return reply.seeOther(`${paths.practiceTime}?om=${number}`)
    if (outcome) form.refuse('nummer', refusalText[outcome.refusal])
    return reply.page(422, <PracticeTimePage values={form.values} errors={form.errors} now={now} />)
  })
}

type Props = { values: FormValues; errors?: FieldErrors; passed?: TimePassed; now: Date }

function PracticeTimePage({ values, errors = {}, passed, now }: Props) {
  const { one, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Tijd laten verlopen"
      density="professional"
      error={wrong}
      back={{ href: '/oefenen', label: 'Oefenen' }}
    >
      <ErrorSummary errors={errors} />
      {passed && (
        <Notice kind="good" title={`De termijn van ${formatRequestNumber(passed.number)} is om`}>
          <Text>
            Nu aan zet: {passed.holder}
            {passed.actBy && `, tot ${formatMoment(passed.actBy, now)}`}.
          </Text>
        </Notice>
      )}
      <Heading level={1}>Tijd laten verlopen</Heading>
      <Text kind="lead">
        Wat gebeurt er als niemand een zorgvraag oppakt? Hier hoeft u er niet op te wachten: de zorgvraag wordt in één
        keer zo oud dat de termijn om is. Wat de regio daarvoor afsprak, gebeurt dan meteen.
      </Text>
      <PostForm action={paths.practiceTime}>
        <TextField label="Nummer van de zorgvraag" hint="Zoals K7MX-4PQR" width="short" {...one('nummer')} />
        <Button>Laat de termijn verlopen</Button>
      </PostForm>
    </Screen>
  )
}
