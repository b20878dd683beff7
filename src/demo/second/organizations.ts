import type { PracticePerson } from '../region/people.ts'
import { insurers, type Provider } from '../region/providers.ts'
import type { Referrer } from '../region/referrers.ts'

/** The organisations and people of the second practice region. None of them exist. */
export const providers: readonly Provider[] = [
  provider('rokkeveen', 'Thuiszorg Rokkeveen', 9, ['Team Rokkeveen', 'zoetermeer'], ['Team Oostland', 'oostland']),
  provider('plaszicht', 'Wijkzorg Plaszicht', 6, ['Team Plaszicht', 'zoetermeer']),
  provider('de-tuinder', 'Zorg De Tuinder', 4, ['Team Kassengebied', 'oostland']),
  provider('balijbos', 'Buurtzorg Balijbos', 3, ['Team Balijbos', 'zoetermeer', 'oostland']),
]

function provider(slug: string, name: string, size: number, ...teams: [string, ...string[]][]): Provider {
  return {
    slug,
    name,
    size,
    teams: teams.map(([teamName, ...areas]) => ({ name: teamName, areas })),
    careKinds: [
      'personal-care',
      'nursing',
      'advice',
      'medical-technical',
      'wound',
      'palliative',
      'unplanned',
      'technical',
      'respiratory',
      'dementia-casemanagement',
      'child',
      'short-stay',
    ],
    expertises: ['wound'],
    languages: ['en'],
    faiths: [],
    withoutContract: [],
    description: 'Een verzonnen organisatie voor zorg thuis.',
  }
}

/** Each of them has a contract with every insurer. */
export const contracts: readonly string[] = insurers.map(([code]) => code)

export const referrers: readonly Referrer[] = [
  referrer('meerzicht', 'Ziekenhuis Meerzicht', 'hospital'),
  referrer('de-leyens', 'Huisartsenpraktijk De Leyens', 'gp-practice'),
  referrer('buytenpark', 'Revalidatie Buytenpark', 'rehabilitation'),
  referrer('de-vuurtoren', 'Casemanagement De Vuurtoren', 'case-management'),
  referrer('inzet', 'Sociaal team Inzet', 'social-team'),
]

function referrer(slug: string, name: string, kind: Referrer['kind']): Referrer {
  return { slug, name, kind, description: 'Verzonnen, om mee te oefenen.' }
}

export const office = {
  slug: 'transferbureau',
  name: 'Regionaal Transferpunt (verzonnen)',
  kind: 'region-office' as const,
  description: 'Hier komen alle zorgvragen binnen, per telefoon of uit het ziekenhuis.',
}

const both = ['zoetermeer', 'oostland']

export const newcomers: readonly PracticePerson[] = [
  person('jolanda', 'Jolanda Keijzer', 'transferbureau', 'desk-worker', 'Medewerker transferpunt', ['transferpunt'], {
    contact: true,
    hint: 'Neem de telefoon aan, kijk wie ruimte heeft en plaats een zorgvraag bij een organisatie.',
  }),
  person('winston', 'Winston Pinas', 'rokkeveen', 'nurse', 'Wijkverpleegkundige', both, {
    contact: true,
    hint: 'Antwoord op wat het transferpunt aan Thuiszorg Rokkeveen vraagt.',
  }),
  person('hanneke', 'Hanneke Versluis', 'plaszicht', 'nurse', 'Wijkverpleegkundige', ['zoetermeer'], {
    hint: 'Kijk wat er aan Wijkzorg Plaszicht is gevraagd.',
  }),
  person('mo', 'Mo Benali', 'de-tuinder', 'nurse', 'Wijkverpleegkundige', ['oostland'], {
    hint: 'Werk als kleine organisatie in Pijnacker en Nootdorp.',
  }),
  person('truus', 'Truus Batelaan', 'balijbos', 'nurse', 'Wijkverpleegkundige', both, {
    hint: 'Kijk wat er aan Buurtzorg Balijbos is gevraagd.',
  }),
  person('sven', 'Sven Hoogland', 'meerzicht', 'referrer', 'Transferverpleegkundige', [], {
    hint: 'Meld iemand aan die morgen uit het ziekenhuis komt, en kies uit wie kan.',
  }),
  person('priya', 'Priya Soebedar', 'de-leyens', 'referrer', 'Huisarts', [], {
    hint: 'Verwijs een patiënt voor wondzorg thuis.',
  }),
  person('corine', 'Corine Blok', 'rokkeveen', 'organization-administrator', 'Coördinator', [], {
    hint: 'Beheer de teams en mensen van Thuiszorg Rokkeveen.',
  }),
  person('walter', 'Walter de Nijs', 'transferbureau', 'region-manager', 'Regiomanager', [], {
    hint: 'Zet de regio om naar een andere werkwijze en zie wat er verandert.',
  }),
  person('ellen', 'Ellen Vroom', 'transferbureau', 'privacy-officer', 'Functionaris gegevensbescherming', [], {
    hint: 'Kijk wie welke gegevens zag.',
  }),
]

function person(
  slug: string,
  name: string,
  organization: string,
  role: PracticePerson['role'],
  jobTitle: string,
  coordinatingTeams: readonly string[],
  rest: { hint: string; contact?: true },
): PracticePerson {
  return { slug, name, organization, role, jobTitle, coordinatingTeams, ...rest }
}
