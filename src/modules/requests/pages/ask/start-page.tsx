import {
  Actions,
  Button,
  Heading,
  HiddenField,
  Link,
  List,
  Notice,
  PostForm,
  Screen,
  Stack,
  Text,
} from '#design/index.ts'
import type { Provider } from '#modules/organizations/index.ts'
import type { Desk } from '../../desk.ts'
import { DeskPhone, UrgentNotice } from '../desk-phone.tsx'
import { paths } from '../paths.ts'

const handy = [
  { key: 'home', content: 'De postcode en het huisnummer van waar de zorg nodig is' },
  { key: 'birth', content: 'De geboortedatum van degene die zorg nodig heeft' },
  { key: 'insurer', content: 'De naam van de zorgverzekeraar en de huisarts, als u die weet' },
]

type StartPageProps = {
  desk: Desk | undefined
  /** Chosen beforehand, in the directory. */
  preferred?: Provider
  /** What was chosen is no organisation here. */
  isUnknown?: boolean
  /** The region agreed that clients do not ask by the website. */
  isClosed?: boolean
}

/** This region takes requests by phone and from professionals: who comes here is told so at once, with the number. */
function ClosedPage({ desk }: { desk: Desk | undefined }) {
  return (
    <Screen title="Zorg aanvragen" width="form">
      <Heading level={1}>Zorg aanvragen</Heading>
      <Text kind="lead">In deze regio vraagt u zorg aan met de telefoon, of via uw huisarts of het ziekenhuis.</Text>
      {desk && (
        <Text>
          Bel: <DeskPhone desk={desk} />
        </Text>
      )}
      <Text>
        Of <Link href={paths.callback}>laat u terugbellen</Link>. Wij vullen de aanvraag dan samen in.
      </Text>
      <UrgentNotice />
    </Screen>
  )
}

/** Before the first question: what it takes, and the other ways to ask. */
export function StartPage({ desk, preferred, isUnknown, isClosed }: StartPageProps) {
  if (isClosed) return <ClosedPage desk={desk} />
  return (
    <Screen title="Zorg aanvragen" width="form">
      <Heading level={1}>Zorg aanvragen</Heading>
      <Text kind="lead">
        Hebt u thuis hulp nodig, of iemand voor wie u zorgt? Vraag het hier aan. Het duurt ongeveer vijf minuten. U hebt
        geen account nodig.
      </Text>
      {preferred && (
        <Notice kind="info" title={`U wilt graag zorg van ${preferred.name}`}>
          <Text>
            Dat staat straks al ingevuld. Heeft {preferred.name} geen plek? Dan hoort u dat en zoeken wij een andere.{' '}
            <Link href={paths.ask}>Ik heb toch geen voorkeur</Link>.
          </Text>
        </Notice>
      )}
      {isUnknown && (
        <Notice kind="info" title="De organisatie die u koos, kennen wij niet">
          <Text>In het formulier kunt u een organisatie kiezen. Dat hoeft niet.</Text>
        </Notice>
      )}
      <PostForm action={paths.ask}>
        {preferred && <HiddenField name="voorkeur" value={preferred.slug} />}
        <Actions>
          <Button>Begin met aanvragen</Button>
        </Actions>
      </PostForm>
      <UrgentNotice />
      <Heading level={2} size={3}>
        Handig om bij de hand te hebben
      </Heading>
      <List items={handy} />
      <Heading level={2} size={3}>
        Liever niet op de computer?
      </Heading>
      <Stack gap="small">
        <Text>
          <Link href={paths.callback}>Laat u terugbellen</Link>. Wij vullen de aanvraag dan samen in.
        </Text>
        {desk && (
          <Text>
            Bel zelf: <DeskPhone desk={desk} />
          </Text>
        )}
        <Text>
          <Link href={paths.askPrint}>Print het lege formulier</Link> en vul het met pen in.
        </Text>
      </Stack>
      <Text kind="soft">
        Hulp bij schoonmaken, boodschappen of vervoer regelt uw gemeente. Vraag daar naar het Wmo-loket.
      </Text>
    </Screen>
  )
}

/** The draft is not there any more, or its address was not copied whole. */
export function DraftGonePage() {
  return (
    <Screen title="Deze aanvraag is er niet meer" width="form">
      <Heading level={1}>Deze aanvraag is er niet meer</Heading>
      <Text>
        Wij bewaren een aanvraag die niet verstuurd is 14 dagen. Daarna gooien wij hem weg. Het kan ook dat de link niet
        helemaal goed is overgenomen.
      </Text>
      <PostForm action={paths.ask}>
        <Actions>
          <Button>Begin een nieuwe aanvraag</Button>
        </Actions>
      </PostForm>
      <Text>
        Of <Link href={paths.callback}>laat u terugbellen</Link>.
      </Text>
    </Screen>
  )
}
