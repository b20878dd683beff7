/**
 * People one can choose to be in the practice region, each with a sentence on what to try. All invented. The others who
 * work here (see `colleagues.ts`) have no account.
 */
export type PracticePerson = {
  slug: string
  name: string
  organization: string
  role:
    | 'referrer'
    | 'nurse'
    | 'desk-worker'
    | 'specialist'
    | 'organization-administrator'
    | 'region-manager'
    | 'privacy-officer'
  jobTitle: string
  coordinatingTeams: readonly string[]
  /** Fixed contact of those teams, whom others see. */
  contact?: true
  hint: string
}

export const practicePeople: readonly PracticePerson[] = [
  {
    slug: 'marit',
    name: 'Marit Hofstede',
    organization: 'rijnbocht',
    role: 'nurse',
    jobTitle: 'Wijkverpleegkundige',
    coordinatingTeams: ['arnhem-centrum'],
    contact: true,
    hint: 'Verdeel de zorgvragen van Wijkteam Arnhem Centrum. Boven aan de lijst staat een zorgvraag die terug is gekomen.',
  },
  {
    slug: 'samira',
    name: 'Samira El Haddaoui',
    organization: 'zilverbeek',
    role: 'nurse',
    jobTitle: 'Wijkverpleegkundige',
    coordinatingTeams: ['arnhem-centrum'],
    hint: 'Open in een privévenster dezelfde lijst als Marit. Neem een zorgvraag aan en kijk wat Marit ziet.',
  },
  {
    slug: 'emre',
    name: 'Emre Toprak',
    organization: 'safraan',
    role: 'nurse',
    jobTitle: 'Wijkverpleegkundige',
    coordinatingTeams: ['arnhem-centrum'],
    hint: 'Zoek de kaart waarop iemand vraagt om zorg in het Turks, en neem hem aan.',
  },
  {
    slug: 'lotte',
    name: 'Lotte Verweij',
    organization: 'rijnbocht',
    role: 'nurse',
    jobTitle: 'Wijkverpleegkundige, planning',
    coordinatingTeams: ['arnhem-centrum'],
    hint: 'Zet het stoplicht van uw team voor deze week: tik, sleep en bewaar. Bevestig daarna dat de zorg is begonnen.',
  },
  {
    slug: 'berend-jan',
    name: 'Berend-Jan Slotboom',
    organization: 'zilverbeek',
    role: 'nurse',
    jobTitle: 'Wijkverpleegkundige',
    coordinatingTeams: ['renkum', 'wageningen'],
    hint: 'U valt in voor twee wijkteams tegelijk: Renkum en Wageningen. Ziet u welke zorgvraag het eerst aan de beurt is?',
  },
  {
    slug: 'naomi',
    name: 'Naomi Pattiasina',
    organization: 'rijnbocht',
    role: 'nurse',
    jobTitle: 'Wondverpleegkundige',
    coordinatingTeams: ['wondteam'],
    contact: true,
    hint: 'Bekijk de zorgvragen voor het Wondteam, uit de hele regio. Let op de kaart over een open been.',
  },
  {
    slug: 'gerrie',
    name: 'Gerrie Oosterhof',
    organization: 'regiobureau',
    role: 'desk-worker',
    jobTitle: 'Verpleegkundige loket',
    coordinatingTeams: ['regioloket'],
    contact: true,
    hint: 'Kom de beloften na: de bovenste is te laat. Kijk daarna welke zorgvragen bij de wijkteams bleven liggen.',
  },
  {
    slug: 'priya',
    name: 'Priya Ramdin',
    organization: 'regiobureau',
    role: 'desk-worker',
    jobTitle: 'Medewerker loket',
    coordinatingTeams: ['regioloket', 'avondloket'],
    hint: 'Iemand belt. Typ mee, en maak er tijdens het gesprek een zorgvraag van. Uw nummer staat op het rooster.',
  },
  {
    slug: 'hubert',
    name: 'Hubert van Lierop',
    organization: 'rijnbocht',
    role: 'specialist',
    jobTitle: 'Specialist ouderengeneeskunde',
    coordinatingTeams: ['ouderengeneeskunde'],
    contact: true,
    hint: 'Een wijkverpleegkundige vraagt uw advies. U ziet de kaart, zonder naam. De zorgvraag blijft bij het wijkteam.',
  },
  {
    slug: 'tess',
    name: 'Tess van Ommeren',
    organization: 'drie-linden',
    role: 'referrer',
    jobTitle: 'Transferverpleegkundige',
    coordinatingTeams: [],
    hint: 'Vraag in twee minuten zorg aan voor iemand die morgen naar huis gaat. Volg daarna wie het heeft aangenomen.',
  },
  {
    slug: 'wout',
    name: 'Wout Dekkinga',
    organization: 'drie-linden',
    role: 'referrer',
    jobTitle: 'Transferverpleegkundige',
    coordinatingTeams: [],
    hint: 'Verzet de ontslagdatum van een zorgvraag van gisteren en kijk wat het wijkteam daarvan ziet.',
  },
  {
    slug: 'hanna',
    name: 'Hanna Lubberhuizen',
    organization: 'klaverblad',
    role: 'referrer',
    jobTitle: 'Huisarts',
    coordinatingTeams: [],
    hint: 'Draag een zorgvraag één keer over. U ziet wie aan zet is, tot wanneer, en welk nummer u kunt bellen.',
  },
  {
    slug: 'ilse',
    name: 'Ilse Terwindt',
    organization: 'klaverblad',
    role: 'referrer',
    jobTitle: 'Praktijkondersteuner ouderenzorg',
    coordinatingTeams: [],
    hint: 'Vul een zorgvraag aan die u al stuurde, of trek hem in met een reden.',
  },
  {
    slug: 'joanna',
    name: 'Joanna Zielińska',
    organization: 'het-anker',
    role: 'referrer',
    jobTitle: 'Casemanager dementie',
    coordinatingTeams: [],
    hint: 'Vraag thuiszorg aan voor iemand met dementie, met een voorkeur voor een organisatie.',
  },
  {
    slug: 'ruben',
    name: 'Ruben Asselbergs',
    organization: 'heuvelrand',
    role: 'referrer',
    jobTitle: 'Transferverpleegkundige revalidatie',
    coordinatingTeams: [],
    hint: 'Vraag zorg aan voor iemand die over een week naar huis gaat en twee zorgverleners nodig heeft.',
  },
  {
    slug: 'fleur',
    name: 'Fleur Nieuwkamp',
    organization: 'rijnbocht',
    role: 'organization-administrator',
    jobTitle: 'Beheerder Thuiszorg De Rijnbocht',
    coordinatingTeams: [],
    hint: 'Werk de gegevens van uw organisatie bij: teams, talen, mensen. Laat een ander systeem weten als een stoplicht verandert.',
  },
  {
    slug: 'kwame',
    name: 'Kwame Boateng',
    organization: 'drie-linden',
    role: 'organization-administrator',
    jobTitle: 'Beheerder Ziekenhuis De Drie Linden',
    coordinatingTeams: [],
    hint: 'Voeg een collega van het transferbureau toe die zorgvragen mag sturen.',
  },
  {
    slug: 'annemiek',
    name: 'Annemiek Rozendal',
    organization: 'regiobureau',
    role: 'region-manager',
    jobTitle: 'Regiomanager',
    coordinatingTeams: [],
    hint: 'Kijk waar het vastloopt in de regio, en beheer de teams, organisaties en redenen.',
  },
  {
    slug: 'olav',
    name: 'Olav Kettenis',
    organization: 'regiobureau',
    role: 'privacy-officer',
    jobTitle: 'Functionaris gegevensbescherming',
    coordinatingTeams: [],
    hint: 'Zoek uit wie een zorgvraag heeft ingezien, en controleer of het logboek nog klopt.',
  },
]
