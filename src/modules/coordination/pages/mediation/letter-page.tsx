import { Card, Heading, Link, List, Screen, Text } from '#design/index.ts'
import { agreeing } from '../../mediation/letter.ts'
import type { LetterWords } from '../../mediation/letter-words.ts'
import { agreeText } from '../../text.nl.ts'
import { paths } from '../paths.ts'
import { type AboutRequest, RequestChoice } from '../request-form.tsx'
import { mediationPaths } from './paths.ts'

type LetterProps = { id: string; words: LetterWords; pdf: string; query: string }

/** The letter as it will be sent; printing the page gives the same on paper. */
export function LetterPage({ id, words, pdf, query }: LetterProps) {
  return (
    <Screen
      title={words.title}
      width="reading"
      density="professional"
      back={{ href: paths.request(id) + query, label: 'Terug naar de zorgvraag' }}
    >
      <Text>
        <Link href={pdf} icon="download">
          Bewaar als PDF
        </Link>
      </Text>
      <Text kind="soft">
        In deze brief staan gegevens van de cliënt. Stuur hem alleen via beveiligde mail of per post naar de
        zorgverzekeraar.
      </Text>
      <Card>
        <Text>Aan {words.to}</Text>
        <Text>{words.on}</Text>
        <Heading level={1}>{words.title}</Heading>
        {words.opening.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
        {words.sections.map(({ title, lines }) => (
          <section key={title}>
            <Heading level={2}>{title}</Heading>
            <List items={lines.map((line, index) => ({ key: `${index}`, content: line }))} />
          </section>
        ))}
        {words.closing.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </Card>
    </Screen>
  )
}

/** Before the letter: somebody of the client's side says that the insurer may be asked. */
export function AgreePage(about: AboutRequest) {
  return (
    <RequestChoice
      {...about}
      title="De zorgverzekeraar vragen om te bemiddelen"
      lead="In de brief staan naam, geboortedatum, adres en telefoon van de cliënt, en welke zorg nodig is. Bel daarom eerst, en vraag of dat goed is. Daarna ziet u de brief. Wij bewaren wie ja zei, en wanneer."
      action={mediationPaths.letter(about.id) + about.query}
      go="Maak de brief"
      legend="Wie vindt het goed?"
      field="akkoord"
      options={agreeing.map((value) => ({ value, label: agreeText[value] }))}
    />
  )
}
