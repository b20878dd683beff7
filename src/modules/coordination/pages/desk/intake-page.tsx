import {
  Actions,
  Button,
  ErrorSummary,
  Heading,
  Link,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  Select,
  SummaryList,
  Text,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber, speakRequestNumber } from '#kernel/request-number.ts'
import { paths as matchingPaths } from '#modules/matching/pages/paths.ts'
import { type Confirmation, type FoundAtDesk, IntakeFields, sourceText } from '#modules/requests/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FieldErrors, FormValues } from '#platform/http/form-reader.ts'
import type { Intake } from '../../desk/intake.ts'
import { FoundList } from './found-list.tsx'
import { deskPaths } from './paths.ts'

type Props = {
  intake: Intake
  now: Date
  values?: FormValues
  errors?: FieldErrors
  /** Open requests for the same person, found when it was sent. */
  open?: readonly FoundAtDesk[]
}

/** Who calls for their work: then the request also stands on the list of their own organisation. */
function CallerOrganization({ intake, state }: { intake: Intake; state: { values: FormValues; errors: FieldErrors } }) {
  const { caller, callerOrganizations } = intake
  if (callerOrganizations.length === 0) return null
  return (
    <Select
      {...fieldsOf(state.values, state.errors).one('callerOrganization')}
      label={`Voor welke organisatie belt ${caller.name}?`}
      hint="Dan staat de zorgvraag ook in de lijst van die organisatie, en krijgt zij bericht."
      placeholder="Onbekend of een andere"
      options={callerOrganizations.map(({ id, name }) => ({ value: id, label: name }))}
      optional
    />
  )
}

/** A request, asked on the phone: one page, in the order of a conversation, kept while it is typed. */
export function IntakePage({ intake, now, values, errors = {}, open = [] }: Props) {
  const { callId, caller } = intake
  const state = { values: values ?? intake.values, errors }
  return (
    <Screen
      title="Zorgvraag per telefoon"
      width="reading"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: deskPaths.call(callId), label: 'Gesprek' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1}>Zorgvraag per telefoon</Heading>
      <Text kind="lead">
        {caller.name} belt ({sourceText[caller.kind]}
        {caller.phone ? `, ${formatPhone(caller.phone)}` : ''}). Wat u typt, bewaren wij meteen.
      </Text>
      {intake.keptAt && !values && (
        <Notice kind="info" title="U gaat verder waar u was">
          <Text>Alles wat eerder is getypt, staat er nog.</Text>
        </Notice>
      )}
      {open.length > 0 && (
        <Notice kind="attention" title="Er loopt al een zorgvraag voor deze cliënt">
          <FoundList found={open} now={now} />
        </Notice>
      )}
      <PostForm
        action={deskPaths.intake(callId)}
        data-controller="keep-typed"
        data-keep-typed-url-value={deskPaths.keepIntake(callId)}
        data-action="input->keep-typed#typed change->keep-typed#typed"
      >
        <CallerOrganization intake={intake} state={state} />
        <IntakeFields state={state} providers={intake.providers} />
        <Actions>
          <Button icon="send">Verstuur de zorgvraag</Button>
          <Button kind="secondary" formAction={deskPaths.keepIntake(callId)}>
            Bewaar en ga later verder
          </Button>
          <span data-keep-typed-target="told" role="status" />
        </Actions>
      </PostForm>
    </Screen>
  )
}

type SentProps = {
  callId: string
  sent: { requestId: string; number: string; seen: boolean }
  confirmation: Confirmation | undefined
  now: Date
}

/** What to tell the caller before hanging up: the number, who has it, until when. */
export function IntakeSentPage({ callId, sent, confirmation, now }: SentProps) {
  const { number, requestId, seen } = sent
  const { holder, holderPhone, holderHours, actBy, asked } = confirmation ?? {}
  return (
    <Screen
      title="Verstuurd"
      width="form"
      density="professional"
      script
      back={{ href: deskPaths.board, label: 'Balie' }}
    >
      <Notice kind="good" title="De zorgvraag is verstuurd">
        <Text>Lees dit voor aan de beller.</Text>
      </Notice>
      <PageHeading>
        <Heading level={1} caption="Nummer van de zorgvraag">
          {formatRequestNumber(number)}
        </Heading>
        <Text kind="soft">Gespeld: {speakRequestNumber(number)}</Text>
      </PageHeading>
      <SummaryList
        rows={[
          { label: 'Wie is aan zet', value: holder || 'Het loket' },
          {
            label: 'Telefoon',
            value: holderPhone ? (
              <>
                <Link href={`tel:${holderPhone}`}>{formatPhone(holderPhone)}</Link>
                {holderHours && <Text kind="small">{holderHours}</Text>}
              </>
            ) : (
              'Niet bekend'
            ),
          },
          {
            label: asked ? 'Gevraagd, antwoord uiterlijk' : 'Antwoord uiterlijk',
            value: actBy ? formatMoment(actBy, now) : 'Niet bekend',
          },
        ]}
      />
      <Actions>
        <LinkButton href={deskPaths.board} icon="phone">
          Volgend gesprek
        </LinkButton>
        {seen && (
          <LinkButton kind="secondary" icon="users" href={matchingPaths.shortlist(requestId)}>
            Wie kan dit?
          </LinkButton>
        )}
        <LinkButton kind="secondary" href={deskPaths.call(callId)}>
          Naar dit gesprek
        </LinkButton>
      </Actions>
    </Screen>
  )
}
