import { Actions, Button, ErrorSummary, FileField, Heading, LinkButton, PostForm, Screen, Text } from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { paths } from '../paths.ts'
import type { LinkParts } from './follow-page.tsx'

/** Whoever asked adds a file, such as a photo of the wound or a list of medicines. */
export function FilePage({ link, error }: { link: LinkParts; error?: string }) {
  const back = paths.follow(link.number, link.key)
  return (
    <Screen
      title="Een bestand toevoegen"
      width="form"
      error={error !== undefined}
      back={{ href: back, label: `Zorgvraag ${formatRequestNumber(link.number)}` }}
    >
      <ErrorSummary errors={error === undefined ? {} : { files: error }} />
      <Heading level={1}>Een bestand toevoegen</Heading>
      <Text kind="lead">
        Bijvoorbeeld een lijst met medicijnen of een foto van de wond. Alleen wie de zorg geeft, kan het bestand openen.
      </Text>
      <PostForm action={paths.followFiles(link.number, link.key)} multipart>
        <FileField
          name="files"
          label="Kies een of meer bestanden"
          hint="Een pdf, foto (jpg of png) of tekst. Een bestand is hoogstens 10 MB."
          accept=".pdf,.jpg,.jpeg,.png,.txt"
          multiple
          error={error}
        />
        <Actions>
          <Button>Voeg toe</Button>
          <LinkButton href={back} kind="quiet">
            Niet doen
          </LinkButton>
        </Actions>
      </PostForm>
    </Screen>
  )
}
