import {
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  LinkButton,
  Notice,
  PageHeading,
  PostForm,
  Screen,
  Stack,
  StatusTag,
  Text,
  TextField,
} from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import type { FormValues } from '#platform/http/form-reader.ts'
import type { Connections } from '../connections.ts'
import { paths } from './paths.ts'

/** What was made just now and is shown this once, and a form that was sent wrong. */
export type Shown = { feed?: string; secret?: string; values?: FormValues; errors?: FieldErrors }

export function ConnectionsPage(props: Connections & Shown & { now: Date }) {
  const { feed, secret, errors = {}, keepsWebhooks } = props
  return (
    <Screen
      title="Koppelingen van het stoplicht"
      width="wide"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      back={{ href: paths.week, label: 'Stoplicht zetten' }}
    >
      <ErrorSummary errors={errors} />
      {feed && (
        <Once
          title="Dit is het adres van de agenda"
          words="Zet het in uw agendaprogramma. Wij tonen het alleen nu."
          value={feed}
        />
      )}
      {secret && (
        <Once
          title="Dit is het geheim van de koppeling"
          words="Geef het aan wie de koppeling bouwt. Wij tonen het alleen nu."
          value={secret}
        />
      )}
      <Stack gap="large">
        <PageHeading
          actions={
            <>
              <LinkButton kind="secondary" href={paths.importLights} icon="upload">
                Bestand inlezen
              </LinkButton>
              <LinkButton kind="secondary" href={paths.exportLights} icon="download" download>
                Bestand ophalen
              </LinkButton>
            </>
          }
        >
          <Heading level={1}>Koppelingen van het stoplicht</Heading>
        </PageHeading>
        <Feeds {...props} />
        {keepsWebhooks && <Webhooks {...props} />}
      </Stack>
    </Screen>
  )
}

function Once({ title, words, value }: { title: string; words: string; value: string }) {
  return (
    <Notice kind="good" title={title}>
      <Text>{words}</Text>
      <p>
        <code>{value}</code>
      </p>
    </Notice>
  )
}

function Feeds({ teams, feeds, now }: Connections & { now: Date }) {
  return (
    <Card>
      <Heading level={2}>Agenda per team</Heading>
      <Text>
        Wie het adres heeft, ziet het stoplicht van het team in de eigen agenda. Trek het in als het op straat ligt.
      </Text>
      <DataTable
        caption="Agenda per team"
        captionHidden
        columns={[
          { key: 'team', label: 'Team' },
          { key: 'made', label: 'Adres gemaakt' },
          { key: 'act', label: 'Wijzig' },
        ]}
        rows={teams.map((team) => {
          const feed = feeds.find(({ teamId }) => teamId === team.id)
          return {
            key: team.id,
            cells: {
              team: team.name,
              made: feed ? `${formatMoment(feed.madeAt, now)}, ${feed.madeByName}` : 'nog niet',
              act: <FeedButtons team={team} there={feed !== undefined} />,
            },
          }
        })}
      />
    </Card>
  )
}

function FeedButtons({ team, there }: { team: { id: string; name: string }; there: boolean }) {
  return (
    <PostForm action={paths.feed} inline data-turbo="false">
      <HiddenField name="team" value={team.id} />
      <Button kind="secondary" small what={`voor ${team.name}`}>
        {there ? 'Nieuw adres' : 'Maak adres'}
      </Button>
      {there && (
        <Button kind="quiet" small name="weg" value="ja" what={`adres van ${team.name}`}>
          Trek in
        </Button>
      )}
    </PostForm>
  )
}

function Webhooks({ webhooks, values = {}, errors = {}, now }: Connections & Shown & { now: Date }) {
  return (
    <Card>
      <Heading level={2}>Bericht aan een ander systeem</Heading>
      <Text>
        Verandert een stoplicht van uw organisatie, dan roepen wij dit adres aan. Er staat alleen in welk team en welke
        dagen het zijn. Lukt het niet, dan proberen wij het later opnieuw.
      </Text>
      {webhooks.length === 0 ? (
        <EmptyState title="Nog geen adres" icon="send" />
      ) : (
        <DataTable
          caption="Adressen die wij aanroepen"
          captionHidden
          columns={[
            { key: 'url', label: 'Adres' },
            { key: 'state', label: 'Hoe het gaat' },
            { key: 'act', label: 'Wijzig' },
          ]}
          rows={webhooks.map((hook) => ({
            key: hook.id,
            cells: {
              url: hook.url,
              state: stateOf(hook, now),
              act: (
                <PostForm action={paths.webhook} inline>
                  <HiddenField name="weg" value={hook.id} />
                  <Button kind="quiet" small icon="trash" what={hook.url}>
                    Haal weg
                  </Button>
                </PostForm>
              ),
            },
          }))}
        />
      )}
      <PostForm action={paths.webhook} data-turbo="false">
        <TextField
          name="url"
          label="Adres"
          hint="Begint met https://"
          type="url"
          value={typeof values.url === 'string' ? values.url : undefined}
          error={errors.url}
        />
        <Button kind="secondary">Voeg adres toe</Button>
      </PostForm>
    </Card>
  )
}

function stateOf(hook: Connections['webhooks'][number], now: Date) {
  if (!hook.triedAt) return 'nog niet aangeroepen'
  const when = formatMoment(hook.triedAt, now)
  if (!hook.active)
    return <StatusTag kind="attention" label={`uitgezet na ${hook.failures} mislukte pogingen, ${when}`} />
  if (hook.lastError) return <StatusTag kind="attention" label={`mislukt, ${when} (${hook.lastError})`} />
  return <StatusTag kind="good" label={`gelukt, ${when}`} />
}
