import { Heading, Link, Screen, Text } from '#design/index.ts'

const words: Record<number, { title: string; text: string }> = {
  400: {
    title: 'Dit kunnen wij niet lezen',
    text: 'Er ging iets mis met het versturen. Ga terug en probeer het nog eens.',
  },
  401: { title: 'Log eerst in', text: 'Deze pagina is voor zorgverleners die zijn ingelogd.' },
  403: {
    title: 'Dit kan niet vanaf hier',
    text: 'Deze pagina hoort niet bij uw rol, of het formulier stond te lang open. Ga terug, ververs de pagina en probeer het nog eens.',
  },
  404: {
    title: 'Deze pagina is er niet',
    text: 'Misschien is het adres niet goed overgenomen, of is de pagina niet voor u.',
  },
  413: { title: 'Dit is te groot', text: 'Een bestand mag 10 MB zijn. Ga terug en kies een kleiner bestand.' },
  415: {
    title: 'Dit soort bestand kunnen wij niet lezen',
    text: 'Stuur een PDF, een foto (JPEG of PNG) of gewone tekst.',
  },
  429: {
    title: 'Even wachten',
    text: 'Er kwamen te veel verzoeken achter elkaar. Wacht een minuut en probeer het nog eens.',
  },
  503: {
    title: 'Wij kunnen nu niets opslaan',
    text: 'Er is een storing. Wat al is verstuurd, is veilig bewaard. Probeer het over een paar minuten nog eens, of bel.',
  },
}
const ours = {
  title: 'Er ging bij ons iets mis',
  text: 'Wat al is verstuurd, is veilig bewaard. Probeer het nog eens. Blijft het misgaan, bel dan en noem het nummer hieronder.',
}

/** Says in plain words what is wrong and what one can do; the number is found in the log. */
export function ErrorPage({ status, number, signedIn }: { status: number; number: string; signedIn: boolean }) {
  const { title, text } = words[status] ?? (status < 500 ? words[400]! : ours)
  return (
    <Screen title={title} width="reading" density={signedIn ? 'professional' : 'public'}>
      <Heading level={1}>{title}</Heading>
      <Text>{text}</Text>
      {status >= 500 && (
        <Text>
          Nummer van deze melding: <strong>{number}</strong>
        </Text>
      )}
      <Text>
        <Link href="/">Naar het begin</Link>
      </Text>
    </Screen>
  )
}
