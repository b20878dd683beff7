import type { FastifyInstance } from 'fastify'
import {
  Actions,
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  PostForm,
  Radios,
  Screen,
  Text,
} from '#design/index.ts'
import { localDateOf } from '#kernel/dates.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { getAgreed, proposeWayOfWorking, switchPracticeRegion } from '../proposing.ts'
import { fillIn, usualAskAtOnce } from '../rules/presets.ts'
import { presets } from '../rules/way-of-working.ts'
import { proposeRefusalText } from '../text.nl.ts'
import { presetText } from '../way-of-working.nl.ts'
import { dateValues, FromDay, SwitchNow } from './change-way-page.tsx'
import { paths } from './paths.ts'
import { RegionTabs } from './region-tabs.tsx'

const config = { who: 'region.manage' } as const

/** One of the seven ways of working, whole: what was agreed otherwise before is set to what the preset says. */
export function chooseWayPage(app: FastifyInstance, { practice }: House): void {
  app.get(paths.chooseWayOfWorking, { config }, async (request, reply) => {
    const { now } = await getAgreed(request.scope)
    const asks: FormValues = now.askAtOnce ? { askAtOnce: 'ja' } : {}
    const values = { preset: now.preset, ...asks, ...dateValues(localDateOf(request.scope.now())) }
    return reply.page(200, <ChooseWayPage values={values} practice={practice} />)
  })

  app.post(paths.chooseWayOfWorking, { config }, async (request, reply) => {
    const { now } = await getAgreed(request.scope)
    const form = new FormReader(request.body)
    const preset = form.choice('preset', presets, { required: 'Kies een werkwijze' })
    const chosen = preset && {
      ...fillIn(preset, now.fallbackDeskId),
      askAtOnce: form.checked('askAtOnce') ? usualAskAtOnce : null,
    }
    if (practice && chosen && form.values.nu === 'ja') {
      await switchPracticeRegion(request.scope, { value: chosen })
      return reply.seeOther(`${paths.wayOfWorking}?gelukt=omgezet`)
    }
    const effectiveOn = form.date('from-day', { required: 'Vul in vanaf welke dag dit geldt' })
    const outcome =
      form.ok && chosen && effectiveOn
        ? await proposeWayOfWorking(request.scope, { value: chosen, effectiveOn })
        : undefined
    if (outcome?.ok) return reply.seeOther(paths.wayOfWorkingProposal(outcome.value.id))
    if (outcome) form.refuse('from-day', proposeRefusalText[outcome.refusal])
    return reply.page(422, <ChooseWayPage values={form.values} errors={form.errors} practice={practice} />)
  })
}

type Props = { values: FormValues; errors?: FieldErrors; practice: boolean }

function ChooseWayPage({ values, errors = {}, practice }: Props) {
  const { one, many, wrong } = fieldsOf(values, errors)
  return (
    <Screen
      title="Werkwijze kiezen"
      density="professional"
      script
      error={wrong}
      back={{ href: paths.wayOfWorking, label: 'Terug naar de werkwijze' }}
      tabs={<RegionTabs current={paths.wayOfWorking} />}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>Werkwijze kiezen</Heading>
      <Text kind="lead">
        Zeven manieren waarop regio’s in Nederland samenwerken. Daarna kunt u elke afspraak aanpassen.
      </Text>
      <Text>
        Wat u kiest, geldt in zijn geheel: wat uw regio eerder anders afsprak, vervalt. Wilt u alleen één afspraak
        veranderen, zoals meteen vragen? <Link href={paths.changeWayOfWorking}>Wijzig dan die afspraak.</Link>
      </Text>
      <PostForm action={paths.chooseWayOfWorking}>
        <Radios
          legend="Hoe werkt uw regio?"
          options={presets.map((value) => ({ value, label: presetText[value].name, hint: presetText[value].about }))}
          {...one('preset')}
        />
        <Checkboxes
          legend="Wilt u niet wachten op het overleg?"
          options={[
            {
              value: 'ja',
              label: 'Vraag elke nieuwe zorgvraag meteen aan het team dat het beste past',
              hint: 'Zegt dat nee of niets, dan het volgende. Wat overblijft, wordt verdeeld zoals hierboven.',
            },
          ]}
          {...many('askAtOnce')}
        />
        <FromDay values={values} errors={errors} />
        <Actions>
          <Button>Laat zien wat dit betekent</Button>
          {practice && <SwitchNow />}
        </Actions>
      </PostForm>
    </Screen>
  )
}
