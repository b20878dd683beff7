import {
  Actions,
  Button,
  Checkboxes,
  Columns,
  ErrorSummary,
  Fieldset,
  Heading,
  HiddenField,
  Link,
  Notice,
  PostForm,
  Screen,
  Text,
  TextField,
} from '#design/index.ts'
import type { UserActor } from '#kernel/actor.ts'
import { findPersonal } from '#kernel/personal-text.ts'
import { formatPhone } from '#kernel/phone.ts'
import type { Door } from '#modules/regions/index.ts'
import { paths as regionPaths } from '#modules/regions/pages/paths.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import type { PendingAttachment } from '../../attachments.ts'
import type { FormFacts } from '../../referring.ts'
import { sourceOf, usualLocation } from '../../rules/referral.ts'
import { OtherDoor } from '../other-door.tsx'
import { paths } from '../paths.ts'
import { typed } from '../typed.ts'
import { CareFields } from './care-fields.tsx'
import { type CheckAnswer, CheckFields, ClientFields, SendAnyway } from './client-fields.tsx'
import { type FormState, isTouched, one, ticks } from './form-fields.ts'
import { ExecutionSection, HealthSection, PalliativeSection, TreatmentSection } from './health-fields.tsx'
import { AttachmentsSection, HomeSection, WishesSection } from './home-fields.tsx'
import { ActionsSection, FinanceSection } from './indication-fields.tsx'

export type ReferPageProps = {
  actor: UserActor
  facts: FormFacts
  sentKey: string
  now: Date
  values?: FormValues
  errors?: FieldErrors
  answer?: CheckAnswer
  pending?: readonly PendingAttachment[]
  /** Of the region that has the postcode, when that is another one. */
  otherDoor?: Door | undefined
}

/** One page: what must be known on top, what few need folded away below. */
export function ReferPage(props: ReferPageProps) {
  const { actor, facts, sentKey, now, values, errors = {}, answer, pending = [], otherDoor } = props
  const state: FormState = { values: values ?? startValues(facts), errors }
  const failed = Object.keys(errors).length > 0
  return (
    <Screen title="Cliënt verwijzen" width="reading" density="professional" script error={failed}>
      <ErrorSummary errors={errors} />
      {otherDoor && <OtherDoor door={otherDoor} path={paths.refer} what="Verwijs de cliënt daar" />}
      <Heading level={1}>Cliënt verwijzen</Heading>
      <Text kind="lead">
        Eén formulier, één keer. U ziet daarna steeds wie ermee bezig is en wanneer u antwoord hebt. Vul in wat u weet;
        wat achter een kopje staat, mag leeg blijven.
      </Text>
      {facts.showsRoom && <RoomNearby state={state} />}
      <PostForm action={paths.refer} multipart>
        <HiddenField name="sentKey" value={sentKey} />
        <CheckFields state={state} answer={answer} now={now} />
        <ClientFields state={state} />
        <CareFields state={state} namesSomebody={namesSomebody(state)} />
        <Fieldset
          legend="4. Meer over de zorg"
          hint="Alles hier is niet verplicht. De diagnoses, de toelichtingen en de bijlagen ziet alleen wie de zorg aanneemt."
        >
          <ActionsSection state={state} />
          <FinanceSection state={state} />
          <HealthSection state={state} />
          <TreatmentSection state={state} />
          <ExecutionSection state={state} />
          <PalliativeSection state={state} />
          <HomeSection state={state} />
          <WishesSection state={state} providers={facts.providers} />
          <AttachmentsSection state={state} pending={pending} />
        </Fieldset>
        <RequesterFields state={state} actor={actor} />
        {failed && isTouched(state, ['files']) && pending.length > 0 && (
          <Notice kind="info" title="Uw andere bestanden zijn bewaard">
            <Text>U hoeft ze niet opnieuw te kiezen.</Text>
          </Notice>
        )}
        <SendAnyway state={state} />
        <Actions>
          <Button icon="send">Verstuur de zorgvraag</Button>
        </Actions>
      </PostForm>
    </Screen>
  )
}

/** Before asking: who has room, where the client lives as soon as that is known. */
function RoomNearby({ state }: { state: FormState }) {
  const pc4 = /^[1-9]\d{3}/.exec(String(state.values.postcode ?? '').trim())?.[0]
  return (
    <Text>
      <Link href={pc4 ? `${regionPaths.room}?postcode=${pc4}` : regionPaths.room}>
        {pc4 ? `Waar is ruimte in ${pc4}?` : 'Waar is ruimte?'}
      </Link>{' '}
      Het stoplicht van de regio zegt het per team en per dagdeel.
    </Text>
  )
}

function RequesterFields({ state, actor }: { state: FormState; actor: UserActor }) {
  return (
    <Fieldset legend="5. Uzelf en toestemming" hint={`U verwijst als ${actor.name}, ${actor.organizationName}.`}>
      <Columns>
        <TextField {...one(state, 'requesterPhone')} label="Uw directe nummer" type="tel" autoComplete="tel" />
        <TextField
          {...one(state, 'requesterReachable')}
          label="Bereikbaar"
          hint="Zoals: werkdagen tot 16.30 uur."
          optional
        />
        <TextField {...one(state, 'requesterEmail')} label="Uw e-mail" type="email" autoComplete="email" optional />
      </Columns>
      <Checkboxes
        {...ticks(state, 'warmHandover')}
        legend="Warme overdracht"
        options={[{ value: 'ja', label: 'Bel mij voor een warme overdracht' }]}
        required={false}
      />
      <Checkboxes
        {...ticks(state, 'consent')}
        legend="Toestemming"
        options={[
          {
            value: 'told',
            label: 'De cliënt of vertegenwoordiger weet hiervan en vindt het goed',
            hint: 'Het team ziet de zorgvraag zonder naam. Wie de zorg aanneemt, ziet alles.',
          },
        ]}
      />
    </Fieldset>
  )
}

/** Prefilled with who refers and what is usual there. */
function startValues(facts: FormFacts): FormValues {
  const source = sourceOf(facts.organizationKind)
  return {
    location: usualLocation(source),
    certainty: 'expected',
    requesterPhone: facts.phone ? formatPhone(facts.phone) : '',
    requesterEmail: facts.email ?? '',
  }
}

function namesSomebody({ values }: FormState): boolean {
  const names = ['familyName', 'givenName', 'contactName'].map((name) => typed(values[name])).filter(Boolean)
  return findPersonal(typed(values.question), { names }).length > 0
}
