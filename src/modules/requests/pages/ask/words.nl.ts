import type { CareKind } from '#kernel/care-kinds.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Location } from '../../new-request.ts'
import type { Relation, Start, unknownCare } from './answers.ts'

/** The words of the public form: plain Dutch (B1) for every code that can be chosen. */

export const relationText: Record<Relation, string> = {
  partner: 'Partner',
  child: 'Dochter of zoon',
  family: 'Andere familie',
  neighbour: 'Vriend, vriendin of buur',
  representative: 'Wettelijk vertegenwoordiger',
  other: 'Iets anders',
}

export const careText: Record<CareKind | typeof unknownCare, { label: string; hint?: string }> = {
  'personal-care': {
    label: 'Wassen, aankleden of steunkousen',
    hint: 'Ook hulp bij naar het toilet gaan of uit bed komen',
  },
  nursing: { label: 'Medicijnen, injecties, katheter of stoma', hint: 'Ook oogdruppels of medicijnen klaarzetten' },
  wound: { label: 'Een wond verzorgen' },
  technical: { label: 'Een infuus, sonde of drain' },
  'medical-technical': {
    label: 'Een behandeling die de specialist voorschreef',
    hint: 'Bijvoorbeeld medicijnen via het bloed, thuis in plaats van in het ziekenhuis',
  },
  respiratory: { label: 'Hulp bij ademen of zuurstof', hint: 'Bijvoorbeeld bij COPD' },
  palliative: { label: 'Zorg in de laatste tijd van het leven' },
  'dementia-casemanagement': { label: 'Begeleiding bij dementie', hint: 'Een vaste casemanager die met u meedenkt' },
  child: { label: 'Zorg voor een ziek kind' },
  advice: { label: 'Uitleg en advies', hint: 'Bijvoorbeeld leren om zelf te spuiten' },
  unplanned: { label: 'Hulp die u niet kunt plannen', hint: 'Bijvoorbeeld na een val, ook ’s avonds en ’s nachts' },
  'short-stay': { label: 'Tijdelijk ergens anders wonen', hint: 'Omdat het thuis even niet gaat' },
  unknown: { label: 'Dat weet ik niet precies', hint: 'Geen probleem. De wijkverpleegkundige zoekt het met u uit.' },
}

/** In the order of the form: what most people ask for first. */
export const careOptions = Object.keys(careText) as (CareKind | typeof unknownCare)[]

export const daypartWords: Record<Daypart, string> = {
  morning: 'Ochtend',
  afternoon: 'Middag',
  evening: 'Avond',
  night: 'Nacht',
}

export const startText: Record<Start, string> = {
  tomorrow: 'Vandaag of morgen',
  'two-days': 'Binnen twee dagen',
  'this-week': 'Binnen een week',
  later: 'Later, of op een vaste dag',
}

export const locationWords: Record<Location, string> = {
  home: 'Thuis',
  hospital: 'In het ziekenhuis',
  rehabilitation: 'In een revalidatiecentrum',
  'nursing-home': 'In een verpleeghuis',
  hospice: 'In een hospice',
}

export const genderWords = { female: 'Vrouw', male: 'Man', other: 'Anders' } as const
