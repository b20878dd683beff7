import { Heading, List, PaperChoices, PaperField, Screen, Text } from '#design/index.ts'
import { dayparts } from '#kernel/dayparts.ts'
import type { Desk } from '../../desk.ts'
import { DeskPhone, UrgentNotice } from '../desk-phone.tsx'
import { locations, relations, starts } from './answers.ts'
import { careOptions, careText, daypartWords, genderWords, locationWords, relationText, startText } from './words.nl.ts'

type PrintPageProps = { desk: Desk | undefined; publicUrl: string }

/** The same questions on paper: to fill in with a pen and read out over the phone. */
export function PrintPage({ desk, publicUrl }: PrintPageProps) {
  return (
    <Screen title="Formulier om te printen" width="reading">
      <Heading level={1}>Zorg aanvragen: formulier op papier</Heading>
      <Text>
        Print deze pagina (met Ctrl en P, of via het menu van uw browser) en vul het formulier met pen in.
        {desk && (
          <>
            {' '}
            Klaar? Bel dan <DeskPhone desk={desk} />. U leest uw antwoorden voor en wij vullen ze in. Of vul de aanvraag
            zelf in op {publicUrl}/aanvragen.
          </>
        )}
      </Text>
      <UrgentNotice />

      <Heading level={2}>1. Voor wie en waar</Heading>
      <PaperChoices label="Voor wie vraagt u zorg aan?" options={['Voor mijzelf', 'Voor iemand anders']} />
      <PaperField label="Voornaam of voorletters van degene die zorg nodig heeft" />
      <PaperField label="Achternaam" />
      <PaperField label="Geboortedatum" hint="dag – maand – jaar" width="short" />
      <PaperChoices label="Vrouw of man? (niet verplicht)" options={Object.values(genderWords)} />
      <PaperField label="Postcode en huisnummer van waar de zorg nodig is" width="medium" />
      <PaperChoices
        label="Waar is degene die zorg nodig heeft nu?"
        options={locations.map((location) => locationWords[location])}
      />
      <PaperField label="Niet thuis? Op welke dag naar huis?" width="short" />
      <PaperField label="Telefoonnummer van degene die zorg nodig heeft" width="medium" />
      <PaperField label="E-mailadres (niet verplicht)" />
      <Heading level={3}>Vraagt u zorg aan voor iemand anders?</Heading>
      <PaperField label="Uw naam" />
      <PaperChoices
        label="Wat bent u van degene die zorg nodig heeft?"
        options={relations.map((relation) => relationText[relation])}
      />
      <PaperField label="Uw telefoonnummer" width="medium" />
      <PaperChoices label="Wie bellen wij als eerste?" options={['Mij', 'Degene die zorg nodig heeft']} />

      <Heading level={2}>2. Welke zorg, wanneer en wensen</Heading>
      <PaperChoices
        label="Waar is hulp bij nodig? U kunt meer dan één ding kiezen."
        options={careOptions.map((kind) => careText[kind].label)}
        column
      />
      <PaperField label="Vertel in uw eigen woorden wat er nodig is" lines={4} />
      <PaperChoices label="Wanneer moet de zorg beginnen?" options={starts.map((start) => startText[start])} />
      <PaperField label="Vanaf welke dag?" width="short" />
      <PaperChoices label="Op welk deel van de dag?" options={dayparts.map((daypart) => daypartWords[daypart])} />
      <PaperField label="Hoe vaak per week?" width="short" />
      <PaperField label="Van welke organisatie krijgt u nu al zorg? (niet verplicht)" />
      <PaperField label="Voor welke organisatie hebt u voorkeur? (niet verplicht)" />
      <PaperChoices label="Wie komt er liefst helpen?" options={['Maakt niet uit', 'Een vrouw', 'Een man']} />
      <PaperField label="In welke taal gaat praten het best?" width="medium" />
      <PaperField label="Is er iets van geloof of cultuur waar wij op moeten letten?" />
      <PaperField label="Zorgverzekeraar (niet verplicht)" width="medium" />
      <PaperField label="Huisarts (niet verplicht)" width="medium" />
      <PaperField label="Burgerservicenummer (BSN) (niet verplicht)" width="medium" />

      <Heading level={2}>3. Toestemming</Heading>
      <List
        items={[
          {
            key: 'now',
            content:
              'De wijkverpleegkundigen in de buurt zien welke zorg nodig is. Zij zien geen naam, adres, telefoonnummer of BSN.',
          },
          {
            key: 'taken',
            content: 'De organisatie die de zorg op zich neemt, ziet alles wat u invulde.',
          },
        ]}
      />
      <PaperChoices label="Mag dat?" options={['Ja, dit mag']} />
      <PaperField label="Datum en handtekening" />
    </Screen>
  )
}
