import { Button, LinkButton } from './button.tsx'
import { Card } from './card.tsx'
import { Details } from './details.tsx'
import { Heading } from './heading.tsx'
import { Icon } from './icon.tsx'
import { type IconName, icons } from './icons.ts'
import { Actions, Columns, Hero, List, PageHeading, Stack } from './layout.tsx'
import { BackLink, Link } from './link.tsx'
import { LinkList } from './link-list.tsx'
import { Pick } from './pick.tsx'
import { Portrait } from './portrait.tsx'
import { SkipLink } from './skip-link.tsx'
import { StatusTag } from './status-tag.tsx'
import { Sample } from './style-page-sample.tsx'
import { Text } from './text.tsx'
import { Tiles } from './tiles.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

const iconNames = Object.keys(icons) as IconName[]

/** Words, links, buttons and cards. */
export function ContentSamples({ prefix }: { prefix: string }) {
  return (
    <>
      <Sample name="Koppen en tekst">
        <Stack>
          <Heading level={4} size={1} caption="Zorgvraag K7MX-4PQR">
            Zo staat het met uw aanvraag
          </Heading>
          <Text kind="lead">Uw aanvraag is bij Team Noord. Zij bellen u voor vanmiddag 14:00.</Text>
          <Heading level={4} size={2}>
            Wat er nu gebeurt
          </Heading>
          <Text>
            De wijkverpleegkundigen van alle organisaties in uw buurt kijken samen wie er ruimte heeft. Dat doen zij
            elke werkdag om half negen. <Link href="#wie">Wie zijn dat?</Link>
          </Text>
          <Heading level={4} size={3}>
            Wat u klaar kunt leggen
          </Heading>
          <List
            items={[
              { key: 'card', content: 'Een paspoort of identiteitskaart' },
              { key: 'list', content: 'De lijst met medicijnen van de apotheek' },
            ]}
          />
          <List
            ordered
            items={[
              { key: 'call', content: 'Een verpleegkundige belt u' },
              { key: 'visit', content: 'Zij komt bij u langs' },
            ]}
          />
          <Text kind="soft">Aangevraagd op maandag 3 augustus om 9:12.</Text>
          <Text kind="small">Arbeidsongeschiktheidsverzekeringsmaatschappij, wijkverpleegkundigenoverleg</Text>
        </Stack>
      </Sample>
      <Sample name="Begin van de voorpagina">
        <div className="sample__frame">
          <Hero>
            <Heading level={4} size={1}>
              Zorg thuis nodig?
            </Heading>
            <Text kind="lead">Vraag het één keer. Wij zoeken wie in uw buurt ruimte heeft.</Text>
            <LinkButton href="#aanvragen">Zorg aanvragen</LinkButton>
          </Hero>
        </div>
      </Sample>
      <Sample name="Links">
        <Stack>
          <SkipLink />
          <BackLink href="#terug" label="Terug naar de werklijst" name={`Terug (${prefix})`} />
          <Actions>
            <Link href="#gewoon">Gewone link</Link>
            <Link href="#sterk" kind="strong" icon="phone">
              Bel 026 123 45 67
            </Link>
            <Link href="#rustig" kind="quiet">
              Rustige link
            </Link>
            <Link href="#bestand" icon="download" download>
              Download de lijst
            </Link>
            <Link href="https://www.thuisarts.nl/" external>
              Thuisarts
            </Link>
          </Actions>
        </Stack>
      </Sample>
      <Sample name="Mensen">
        <ul className="faces">
          <li>
            <Portrait name="Marit" about="Wijkverpleegkundige, De Linde" />
          </li>
          <li>
            <Portrait name="Øyvind" about="Verzorgende, Het Wilgenblad" />
          </li>
        </ul>
      </Sample>
      <Sample name="Kiezen uit kaarten">
        <Tiles>
          <Card title="De Linde" level={4}>
            <Pick name={`${prefix}-pick`} value="linde">
              Vergelijk De Linde
            </Pick>
          </Card>
          <Card title="Het Wilgenblad" level={4}>
            <Pick name={`${prefix}-pick`} value="wilgenblad">
              Vergelijk Het Wilgenblad
            </Pick>
          </Card>
        </Tiles>
      </Sample>
      <Sample name="Veel korte links">
        <LinkList
          items={['Arnhem', 'Oosterbeek', 'Velp', 'Zevenaar'].map((place) => ({
            key: place,
            href: `#${place}`,
            label: place,
            note: place === 'Velp' ? '(Rheden)' : undefined,
          }))}
        />
      </Sample>
      <Sample name="Knoppen">
        <Stack>
          <Actions>
            <Button>Volgende</Button>
            <Button kind="secondary">Bewaar en stop</Button>
            <Button kind="quiet">Annuleer</Button>
            <Button kind="danger">Trek in</Button>
            <Button disabled>Verstuur</Button>
          </Actions>
          <Actions>
            <Button small what="zorgvraag K7MX-4PQR">
              Oppakken
            </Button>
            <Button small kind="secondary" icon="phone">
              Bel terug
            </Button>
            <Button small kind="quiet">
              Sla over
            </Button>
            <Button small kind="danger" icon="trash">
              Verwijder
            </Button>
          </Actions>
          <Actions>
            <LinkButton href="#vraag" icon="heart-handshake">
              Vraag hulp voor iemand anders
            </LinkButton>
            <LinkButton href="#afdruk" kind="secondary" icon="printer">
              Maak een afdruk
            </LinkButton>
          </Actions>
        </Stack>
      </Sample>
      <Sample name="Paginakop en uitleg">
        <Stack>
          <PageHeading
            actions={
              <Button kind="secondary" icon="plus">
                Nieuwe zorgvraag
              </Button>
            }
          >
            <Heading level={4} size={1}>
              Werklijst
            </Heading>
            <Text kind="soft">Team Noord, maandag 3 augustus</Text>
          </PageHeading>
          <Details summary="Waarom vragen wij dit?">
            <Text>Zo weten wij of u de hulp snel nodig heeft. Wij delen dit niet met anderen.</Text>
          </Details>
          <Details summary="Wat is een indicatie?" open>
            <Text>De wijkverpleegkundige bekijkt samen met u welke zorg nodig is, en hoe vaak.</Text>
          </Details>
        </Stack>
      </Sample>
      <Sample name="Kaarten">
        <Columns>
          <Card title="Zonder link" level={4} aside={<StatusTag kind="info" label="wacht" />}>
            <Text>Hulp bij wassen en aankleden, elke ochtend.</Text>
          </Card>
          <Card title="Team Binnenstad-Spijkerkwartier" level={4} href="#team">
            <Text>De hele kaart brengt u naar het team.</Text>
          </Card>
          <Card
            title="Met knoppen"
            level={4}
            actions={
              <>
                <Button small>Neem aan</Button>
                <Button small kind="secondary">
                  Nee
                </Button>
              </>
            }
          >
            <Text>Wondzorg, drie keer per week.</Text>
          </Card>
        </Columns>
      </Sample>
      <Sample name="Tekens">
        <ul className="sample__icons">
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
        <VisuallyHidden>Dit hoort alleen wie luistert.</VisuallyHidden>
      </Sample>
    </>
  )
}
