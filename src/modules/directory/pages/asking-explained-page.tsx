import type { FastifyInstance } from 'fastify'
import { Actions, Heading, Link, LinkButton, List, Stack, Text } from '#design/index.ts'
import { type Language, languageCodes } from '#kernel/languages.ts'
import { getRegion } from '#modules/regions/index.ts'
import { read } from '#platform/database/transaction.ts'
import { wordsOf } from '../languages/index.ts'
import { asPublic } from '../public-scope.ts'
import { formQuestions } from '../rules/form-questions.ts'
import { type Desk, deskQuery } from '../store.ts'
import { InDutch, PhoneLink, Urgent } from './parts.tsx'
import { paths } from './paths.ts'
import { PublicPage } from './public-page.tsx'

/** What the form asks, question by question, to look at before one begins. */
export function askingExplainedPage(app: FastifyInstance): void {
  for (const language of languageCodes) {
    const config = { who: 'everyone', translated: true } as const
    app.get(paths.askingExplained(language), { config }, async (request, reply) => {
      const { wayOfWorking } = await getRegion(request.scope)
      const { desks } = await read(asPublic(request.scope), { desks: deskQuery(wayOfWorking.fallbackDeskId) })
      const shared = { language, origin: request.scope.publicUrl }
      return reply.page(200, <AskingExplainedPage {...shared} desk={desks[0]} />)
    })
  }
}

type Props = { language: Language; origin: string; desk: Desk | undefined }

function AskingExplainedPage({ language, origin, desk }: Props) {
  const { askingExplained: words, asking } = wordsOf(language)
  return (
    <PublicPage
      language={language}
      origin={origin}
      title={words.title}
      description={words.lead}
      address={paths.askingExplained}
      width="reading"
    >
      <Stack>
        <Heading level={1}>{words.title}</Heading>
        <Text kind="lead">{words.lead}</Text>
        <Urgent language={language} />
        <Heading level={2}>{words.call}</Heading>
        <Text>
          {words.callHelp} {desk && <PhoneLink phone={desk.phone} />}
          {desk && (
            <>
              {' '}
              (<InDutch language={language}>{`${desk.name}, ${desk.phoneHours}`}</InDutch>)
            </>
          )}
          {desk && '. '}
          <Link href={paths.callBack(language)}>{asking.callBack}</Link>. {words.callBackHelp}
        </Text>
        <Heading level={2}>{words.form}</Heading>
        <Text>{words.formHelp}</Text>
        <List
          ordered
          items={formQuestions.map((key) => ({
            key,
            content: (
              <>
                <strong>{words.quotes[key]}</strong> {words.questions[key]}
              </>
            ),
          }))}
        />
        <Heading level={2}>{words.buttons}</Heading>
        <List
          items={words.buttonQuotes.map((button, place) => ({
            key: button,
            content: (
              <>
                <strong>{button}</strong>
                {': '}
                {words.buttonsHelp[place]}
              </>
            ),
          }))}
        />
        <Heading level={2}>{words.after}</Heading>
        <Text>{words.afterHelp}</Text>
        <Actions>
          <LinkButton href={paths.ask(language)}>{asking.ask}</LinkButton>
        </Actions>
      </Stack>
    </PublicPage>
  )
}
