import {
  Button,
  Card,
  Columns,
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  Heading,
  Link,
  Notice,
  PostForm,
  Radios,
  Screen,
  Stack,
  StatusTag,
  Text,
  TextArea,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { CardView, type RequestCard } from '#modules/requests/index.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { Consult, Consults } from '../../consult/consults.ts'
import { paths } from '../paths.ts'
import { type AboutRequest, RequestForm } from '../request-form.tsx'
import { consultPaths } from './paths.ts'

type AskProps = AboutRequest & { teams: readonly { id: string; name: string; description: string }[] }

/** A question to a specialist; the request stays where it is and its clock runs on. */
export function AskConsultPage({ teams, ...about }: AskProps) {
  const { one } = fieldsOf(about.values, about.errors)
  return (
    <RequestForm
      {...about}
      title="Advies vragen"
      lead="De specialist ziet de kaart en niet over wie het gaat. U blijft aan zet: de zorgvraag blijft bij u en de klok loopt door."
      action={consultPaths.ask(about.id) + about.query}
      go="Vraag advies"
      icon="send"
    >
      <Radios
        legend="Aan wie?"
        options={teams.map(({ id, name, description }) => ({ value: id, label: name, hint: description }))}
        {...one('team')}
      />
      <TextArea
        label="Wat wilt u weten?"
        hint="Noem geen namen, adressen of telefoonnummers."
        rows={5}
        maxLength={2000}
        {...one('vraag')}
      />
    </RequestForm>
  )
}

/** What one's own teams were asked, what they answered, and what one's own organisation asked. */
export function ConsultsPage({ consults, now }: { consults: Consults; now: Date }) {
  const { toAnswer, answered, asked } = consults
  return (
    <Screen title="Consulten" width="reading" density="professional" script>
      <turbo-stream-source src={consultPaths.live} />
      <Heading level={1}>Consulten</Heading>
      <Heading level={2}>
        {toAnswer.length > 0 ? `Uw advies gevraagd (${toAnswer.length})` : 'Uw advies gevraagd'}
      </Heading>
      {toAnswer.length === 0 ? (
        <EmptyState title="Er wacht geen vraag op u" icon="circle-check">
          <Text>Vraagt een collega om advies, dan staat de vraag hier en krijgt uw team een mail.</Text>
        </EmptyState>
      ) : (
        <Stack gap="small">
          {toAnswer.map((consult) => (
            <Card
              key={consult.id}
              level={3}
              title={`Vraag van ${consult.askedByOrganization}`}
              href={consultPaths.consult(consult.id)}
            >
              <DueTag consult={consult} now={now} />
              <Text>{consult.question}</Text>
              <Text kind="small">
                Aan {consult.teamName}, {formatMoment(consult.askedAt, now)}
              </Text>
            </Card>
          ))}
        </Stack>
      )}
      <Told title="Door u geadviseerd" consults={answered} now={now} hrefOf={({ id }) => consultPaths.consult(id)} />
      <Told title="Door u gevraagd" consults={asked} now={now} hrefOf={({ requestId }) => paths.request(requestId)} />
    </Screen>
  )
}

type ToldProps = { title: string; consults: readonly Consult[]; now: Date; hrefOf: (consult: Consult) => string }

function Told({ title, consults, now, hrefOf }: ToldProps) {
  if (consults.length === 0) return null
  return (
    <>
      <Heading level={2}>{title}</Heading>
      <Stack gap="small">
        {consults.map((consult) => (
          <Card key={consult.id} level={3} title={consult.teamName} href={hrefOf(consult)}>
            <DueTag consult={consult} now={now} />
            <Text>{consult.question}</Text>
            {consult.answer && <Text kind="soft">Advies: {consult.answer}</Text>}
          </Card>
        ))}
      </Stack>
    </>
  )
}

function DueTag({ consult: { answeredAt, answerBy }, now }: { consult: Consult; now: Date }) {
  if (answeredAt) return <StatusTag kind="good" label={`advies ${formatMoment(answeredAt, now)}`} />
  const moment = formatMoment(answerBy, now)
  return answerBy <= now ? (
    <StatusTag kind="urgent" label={`te laat: ${moment}`} />
  ) : (
    <StatusTag kind="info" label={`vóór ${moment}`} />
  )
}

type ConsultProps = {
  consult: Consult
  card: RequestCard | undefined
  place: string
  now: Date
  values?: FormValues
  errors?: FieldErrors
}

/** One question with the card it is about, and room for the advice. */
export function ConsultPage({ consult, card, place, now, values = {}, errors = {} }: ConsultProps) {
  const { one } = fieldsOf(values, errors)
  return (
    <Screen
      title="Consult"
      width="wide"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: consultPaths.list, label: 'Consulten' }}
    >
      <ErrorSummary errors={errors} />
      <Heading level={1} caption={`Vraag van ${consult.askedByName}, ${consult.askedByOrganization}`}>
        Consult
      </Heading>
      <DueTag consult={consult} now={now} />
      <Columns kind="main-aside">
        <Stack>
          <Card title="De vraag">
            <Text>{consult.question}</Text>
          </Card>
          {consult.answer ? (
            <Card title="Het advies">
              <Text>{consult.answer}</Text>
              <Text kind="small">
                {consult.answeredByName}, {consult.answeredAt && formatMoment(consult.answeredAt, now)}
              </Text>
            </Card>
          ) : (
            <Card title="Uw advies">
              <PostForm action={consultPaths.consult(consult.id)}>
                <TextArea
                  label="Advies"
                  hint="Blijft bij de zorgvraag. Noem geen namen, adressen of telefoonnummers."
                  rows={6}
                  maxLength={4000}
                  {...one('advies')}
                />
                <Button icon="send">Geef advies</Button>
              </PostForm>
            </Card>
          )}
        </Stack>
        {card ? (
          <Card title="De zorgvraag" aside={<Text kind="small">{formatRequestNumber(card.number)}</Text>}>
            <CardView card={card} place={place} identityOpen={false} />
          </Card>
        ) : (
          <Notice kind="info" title="De kaart is gesloten">
            <Text>De zorgvraag is afgelopen, of het advies is langer dan een week geleden gegeven.</Text>
          </Notice>
        )}
      </Columns>
    </Screen>
  )
}

type OnRequestProps = { consults: readonly Consult[]; mayAsk: boolean; href: string; now: Date }

/** On the page of a request: what was asked and advised, and asking more. */
export function ConsultCard({ consults, mayAsk, href, now }: OnRequestProps) {
  if (consults.length === 0 && !mayAsk) return null
  return (
    <Card title="Advies">
      <Stack gap="small">
        {consults.map((consult) => (
          <div key={consult.id}>
            <Heading level={3}>{consult.teamName}</Heading>
            <Text>‘{consult.question}’</Text>
            {consult.answer ? <Text>{consult.answer}</Text> : <DueTag consult={consult} now={now} />}
            {consult.answer && (
              <Text kind="small">
                {consult.answeredByName}, {consult.answeredAt && formatMoment(consult.answeredAt, now)}
              </Text>
            )}
            {!consult.answer && mayAsk && (
              <PostForm action={consultPaths.withdraw(consult.id)} inline>
                <Button kind="quiet" small what={`de vraag aan ${consult.teamName}`}>
                  Trek in
                </Button>
              </PostForm>
            )}
          </div>
        ))}
        {mayAsk && (
          <Text>
            <Link href={href} icon="stethoscope">
              Vraag advies aan een specialist
            </Link>
          </Text>
        )}
      </Stack>
    </Card>
  )
}
