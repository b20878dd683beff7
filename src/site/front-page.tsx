import { Card, Columns, Heading, Hero, Link, LinkButton, List, Notice, Screen, Stack, Text } from '#design/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/actor.ts'
import { formatPhone } from '#kernel/phone.ts'
import type { Desk } from './desk.ts'

type FrontPageProps = { region: string; desk: Desk | undefined; actor: Actor; practice: boolean }

const steps = [
  { key: 'ask', content: 'U vertelt welke zorg nodig is. Dat duurt ongeveer vijf minuten.' },
  {
    key: 'team',
    content: 'Wijkverpleegkundigen in uw buurt bekijken uw vraag samen. Zij zien dan nog niet wie u bent.',
  },
  { key: 'follow', content: 'U ziet steeds wie er met uw vraag bezig is, hoe u die bereikt en wanneer u iets hoort.' },
]

/** The front door: ask once, by form or by phone. */
export function FrontPage({ region, desk, actor, practice }: FrontPageProps) {
  return (
    <Screen title="Thuiszorg aanvragen" width="wide">
      <Hero>
        <Heading level={1}>Zorg thuis nodig?</Heading>
        <Text kind="lead">Vraag het één keer. Wij zoeken een wijkverpleegkundige bij u in de buurt.</Text>
        <LinkButton href="/aanvragen">Zorg aanvragen</LinkButton>
      </Hero>
      {practice && (
        <Notice kind="info" title="Dit is een oefenregio">
          Alle mensen en aanvragen hier zijn verzonnen. <Link href="/oefenen">Kies iemand die u wilt zijn</Link> en kijk
          rond.
        </Notice>
      )}
      <Columns>
        <Card title="Hoe het gaat">
          <List ordered items={steps} />
        </Card>
        <Card title="Liever bellen?">
          <Stack>
            {desk && (
              <Text>
                <Link href={`tel:${desk.phone}`}>{formatPhone(desk.phone)}</Link>
                <br />
                {desk.name}, {desk.phoneHours}
              </Text>
            )}
            <Text>
              <Link href="/terugbellen">Laat u terugbellen</Link> of{' '}
              <Link href="/aanvragen/printen">print het formulier</Link>.
            </Text>
          </Stack>
        </Card>
        <Card title="Voor verwijzers en zorgverleners">
          <ProfessionalLinks actor={actor} region={region} />
        </Card>
      </Columns>
      <Notice kind="attention" title="Is er nu spoed?">
        Bel bij levensgevaar <Link href="tel:112">112</Link>. Bel anders uw huisarts, of buiten kantooruren de
        huisartsenpost.
      </Notice>
    </Screen>
  )
}

function ProfessionalLinks({ actor, region }: { actor: Actor; region: string }) {
  if (may(actor, 'requests.refer')) {
    return (
      <Text>
        <Link href="/verwijzen">Verwijs een cliënt</Link> of bekijk <Link href="/verwijzingen">uw verwijzingen</Link>.
      </Text>
    )
  }
  if (may(actor, 'requests.list')) {
    return (
      <Text>
        Naar de <Link href="/zorgvragen">zorgvragen van uw team</Link>.
      </Text>
    )
  }
  return (
    <Text>
      Huisarts, ziekenhuis of wijkverpleging in {region}? <Link href="/inloggen">Log in</Link> om te verwijzen of zorg
      aan te nemen.
    </Text>
  )
}
