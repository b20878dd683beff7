import type { FastifyInstance } from 'fastify'
import { Actions, Button, Heading, Link, Notice, PostForm, Progress, Screen, Text } from '#design/index.ts'
import { formatTime } from '#kernel/dates.ts'
import { RegionTabs } from '#modules/regions/index.ts'
import { paths } from '#modules/regions/pages/paths.ts'
import type { Replayer } from '../own-months/replayer.ts'
import type { Ending, OwnReplay } from '../own-months/store.ts'
import { OwnReplayView } from './own-replay-view.tsx'

const config = { who: 'region.manage' } as const

/** What would have happened with the region's own requests of the last months, had teams been asked at once. */
export function ownReplayPage(app: FastifyInstance, replayer: Replayer): void {
  app.get(paths.replayWays, { config }, async ({ scope }, reply) =>
    reply.page(200, <OwnReplayPage own={await replayer.look(scope)} />),
  )

  app.post(paths.replayWays, { config }, async ({ scope }, reply) => {
    await replayer.again(scope)
    return reply.seeOther(paths.replayWays)
  })

  app.post(paths.stopReplay, { config }, async ({ scope }, reply) => {
    await replayer.stop(scope)
    return reply.seeOther(paths.replayWays)
  })
}

function OwnReplayPage({ own }: { own: OwnReplay }) {
  return (
    <Screen
      title="Wat was er gebeurd?"
      width="wide"
      density="professional"
      script
      lookAgain={own.state === 'running' ? 5 : undefined}
      back={{ href: paths.wayOfWorking, label: 'Terug naar de werkwijze' }}
      tabs={<RegionTabs current={paths.wayOfWorking} />}
    >
      <Heading level={1}>Wat was er gebeurd als wij meteen vroegen?</Heading>
      {own.state === 'running' && (own.stopAsked ? <Stopping /> : <Running {...own} />)}
      {own.state === 'ready' && <Ready {...own} />}
      {own.state === 'no-past' && (
        <Notice kind="info" title="Er zijn nog te weinig zorgvragen om na te spelen">
          <Text>Wij hebben de zorgvragen van minstens acht weken nodig. Kijk later nog eens.</Text>
          <Again />
        </Notice>
      )}
      {own.state === 'failed' && (
        <Notice kind="attention" title="Het naspelen is niet gelukt">
          <Text>Probeer het nog eens. Aan uw werkwijze en uw zorgvragen verandert er niets door.</Text>
          <Again />
        </Notice>
      )}
    </Screen>
  )
}

function Running({ done, of }: { done: number; of: number }) {
  return (
    <Notice kind="info" title="Wij spelen het na">
      <Text>
        {of === 0 ? 'Wij zijn net begonnen.' : `Klaar: ${done} van de ${of} keer.`} Dit duurt meestal minder dan een
        minuut. U kunt intussen iets anders doen: wij gaan door, en deze pagina ververst zichzelf.
      </Text>
      <Progress label="Naspelen" value={done} max={of || 1} />
      <Actions>
        <Link href={paths.replayWays} kind="strong">
          Kijk of het klaar is
        </Link>
      </Actions>
      <PostForm action={paths.stopReplay} inline>
        <Button kind="secondary" small>
          Stop met naspelen
        </Button>
      </PostForm>
    </Notice>
  )
}

function Stopping() {
  return (
    <Notice kind="info" title="Wij stoppen met naspelen">
      <Text>Wat al klaar is, ziet u zo. Dat duurt hooguit enkele tellen.</Text>
      <Actions>
        <Link href={paths.replayWays} kind="strong">
          Kijk of het zover is
        </Link>
      </Actions>
    </Notice>
  )
}

function Ready({ result, askedAt, askedByName }: OwnReplay & Extract<Ending, { state: 'ready' }>) {
  const { cut, done, of, compared } = result
  return (
    <>
      {cut && (
        <Notice
          kind="attention"
          title={cut === 'stopped' ? 'Het naspelen is gestopt' : 'Na drie minuten was het nog niet klaar'}
        >
          <Text>
            {compared
              ? `Klaar waren ${done} van de ${of} keer. De cijfers hieronder zijn daardoor minder zeker.`
              : 'Er was nog te weinig klaar om iets te kunnen zeggen.'}
          </Text>
          <Again />
        </Notice>
      )}
      {compared && <OwnReplayView result={result} compared={compared} />}
      <Text kind="soft">
        Nagespeeld vandaag om {formatTime(askedAt)}, voor {askedByName}. Wie vandaag kijkt, ziet dezelfde cijfers.
      </Text>
      {!cut && <Again />}
    </>
  )
}

/** Somebody may want what was sent since in it as well. */
function Again() {
  return (
    <PostForm action={paths.replayWays} inline>
      <Button kind="secondary">Speel opnieuw na</Button>
    </PostForm>
  )
}
