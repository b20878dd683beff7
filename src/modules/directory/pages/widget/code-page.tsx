import type { FastifyInstance } from 'fastify'
import { Button, Card, FilterForm, Heading, List, Notice, Select, Stack, Text, TextField } from '#design/index.ts'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { getRegion } from '#modules/regions/index.ts'
import { wordsOf } from '../../languages/index.ts'
import { contrast, readColour, themeOf } from '../../rules/widget-theme.ts'
import { paths } from '../paths.ts'
import { PublicPage } from '../public-page.tsx'
import { readSettings, type WidgetSettings, widgetQuestion } from './settings.ts'

/** How high the box is in the code without script: the search and the answer for one team fit. */
const usualHeight = 520

/** For who keeps a website: choose colours, see it, copy one line. */
export function widgetCodePage(app: FastifyInstance): void {
  for (const language of languageCodes) {
    app.get(paths.widgetCode(language), { config: { who: 'everyone', translated: true } }, async (request, reply) => {
      const query = request.query as Record<string, unknown>
      const chosen = languageCodes.find((code) => code === query.taal) ?? language
      const settings = readSettings({ kleur: query.kleur, achtergrond: query.achtergrond }, chosen)
      const typed = { colour: textOf(query.kleur), ground: textOf(query.achtergrond) }
      // The preview is a frame of our own; no other page has one.
      const policy = String(reply.raw.getHeader('content-security-policy') ?? '')
      reply.header('content-security-policy', `${policy};frame-src 'self'`)
      const [example] = (await getRegion(request.scope)).areas.keys()
      return reply.page(200, <CodePage {...{ language, origin: request.scope.publicUrl, settings, typed, example }} />)
    })
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 20) : ''
}

type Props = {
  language: Language
  origin: string
  settings: WidgetSettings
  typed: { colour: string; ground: string }
  /** A neighbourhood to show it with. */
  example: string | undefined
}

function CodePage({ language, origin, settings, typed, example }: Props) {
  const { widgetCode: words } = wordsOf(language)
  const { colours } = settings
  const inner = wordsOf(settings.language).widget
  const theme = themeOf(colours)
  const isAdjusted = theme.accent !== colours.colour || theme.button !== colours.colour
  const wrong = (text: string) => (text === '' || readColour(text) ? undefined : words.wrongColour)
  const address = origin + paths.widget(settings.language)
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={words.title}
      description={words.lead}
      address={paths.widgetCode}
      query={widgetQuestion(settings)}
      width="wide"
    >
      <Stack>
        <Heading level={1}>{words.title}</Heading>
        <Text kind="lead">{words.lead}</Text>
      </Stack>
      <Card title={words.colours}>
        <FilterForm action={paths.widgetCode(language)} label={words.colours}>
          <TextField
            name="kleur"
            label={words.colour}
            hint={words.colourHint}
            width="short"
            maxLength={7}
            required={false}
            spellCheck={false}
            value={wrong(typed.colour) ? typed.colour : colours.colour}
            error={wrong(typed.colour)}
          />
          <TextField
            name="achtergrond"
            label={words.ground}
            hint={words.colourHint}
            width="short"
            maxLength={7}
            required={false}
            spellCheck={false}
            value={wrong(typed.ground) ? typed.ground : colours.ground}
            error={wrong(typed.ground)}
          />
          <Select
            name="taal"
            label={words.language}
            required={false}
            value={settings.language}
            options={languageCodes.map((code) => ({ value: code, label: wordsOf(code).name }))}
          />
          <Button kind="secondary">{words.show}</Button>
        </FilterForm>
      </Card>
      {isAdjusted && contrast(colours.colour, colours.ground) < 4.5 && <Notice kind="info" title={words.adjusted} />}
      <Card title={words.preview}>
        <iframe
          className="frame"
          src={paths.widget(settings.language) + widgetQuestion(settings, example)}
          title={inner.title}
          height={usualHeight}
          loading="lazy"
        />
      </Card>
      <Card title={words.plain}>
        <Text>{words.plainLead}</Text>
        <Code text={frameCode(address + widgetQuestion(settings), inner.title)} />
      </Card>
      <Card title={words.growing}>
        <Text>{words.growingLead}</Text>
        <Code
          text={`${frameCode(address + widgetQuestion({ asked: { ...settings.asked, hoogte: 'groeit' } }), inner.title)}\n<script src="${origin}${paths.widgetHost}" async></script>`}
        />
      </Card>
      <Card title={words.link}>
        <Text>{words.linkLead}</Text>
        <Code
          text={`<a href="${origin}${example ? paths.neighbourhood(example, settings.language) : paths.find(settings.language)}">${inner.title}</a>`}
        />
      </Card>
      <Card title={words.factsTitle}>
        <List items={words.facts.map((content) => ({ key: content, content }))} />
      </Card>
    </PublicPage>
  )
}

function Code({ text }: { text: string }) {
  return (
    <pre className="code">
      <code>{text}</code>
    </pre>
  )
}

function frameCode(address: string, title: string): string {
  const source = address.replace(/&/g, '&amp;')
  return `<iframe src="${source}" title="${title}" width="100%" height="${usualHeight}" loading="lazy" referrerpolicy="no-referrer" style="border:0"></iframe>`
}
