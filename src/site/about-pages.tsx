import { Heading, Link, List, Screen, Text } from '#design/index.ts'
import { version } from './version.ts'

export function PrivacyPage() {
  return (
    <Screen title="Privacy" width="reading">
      <Heading level={1}>Wat wij met uw gegevens doen</Heading>
      <Text>U vraagt zorg aan. Daarvoor hebben wij gegevens van u nodig. Zo gaan wij ermee om:</Text>
      <List
        items={[
          {
            key: 'card',
            content:
              'De wijkverpleegkundigen in uw buurt zien eerst alleen welke zorg nodig is, uw leeftijdsgroep en de cijfers van uw postcode. Niet uw naam en niet uw adres.',
          },
          { key: 'taker', content: 'Pas als een organisatie de zorg aanneemt, ziet die organisatie wie u bent.' },
          {
            key: 'log',
            content:
              'Wij houden bij wie wat heeft gezien. U kunt dat zelf bekijken op de pagina waar u uw aanvraag volgt.',
          },
          { key: 'mail', content: 'In onze e-mails staat niets over u of uw gezondheid. Er staat alleen een link in.' },
          {
            key: 'cookies',
            content:
              'Wij gebruiken alleen cookies die nodig zijn om het formulier veilig te versturen en u ingelogd te houden. Wij volgen u niet.',
          },
        ]}
      />
      <Text>
        Wilt u uw gegevens laten verbeteren of verwijderen? Doe dat op de pagina waar u uw aanvraag volgt, of bel het
        loket van de regio.
      </Text>
    </Screen>
  )
}

export function AccessibilityPage() {
  return (
    <Screen title="Toegankelijkheid" width="reading">
      <Heading level={1}>Voor iedereen te gebruiken</Heading>
      <Text>
        Deze website is gemaakt om te werken zonder muis, zonder script, met een schermlezer, vergroot tot 400 procent
        en op een telefoon. Wij bouwen volgens WCAG 2.2, niveau AA. Bij elke wijziging loopt een automatische controle
        over alle pagina's.
      </Text>
      <Text>
        Een onderzoek door een onafhankelijk bureau is nog niet gedaan. Loopt u ergens tegenaan? Bel het loket van de
        regio, of <Link href="/terugbellen">laat u terugbellen</Link>.
      </Text>
    </Screen>
  )
}

export function AboutPage() {
  return (
    <Screen title="Over Wijkpoort" width="reading">
      <Heading level={1}>Over Wijkpoort</Heading>
      <Text>
        Wijkpoort is één voordeur voor wijkverpleging in de regio. Organisaties die thuis zorg geven, werken hier samen:
        u vraagt het één keer, en er is altijd iemand die uw vraag in handen heeft.
      </Text>
      <Text>Wijkpoort is open source (EUPL-1.2). De regio beheert het zelf. Dit is versie {version}.</Text>
    </Screen>
  )
}
